/** A line, without indentation, that is only an address. */
const ADDRESS = /^<?https?:\/\/\S+$/i;

export function isAddress(line: string): boolean {
  return ADDRESS.test(line);
}
