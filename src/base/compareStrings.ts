/** Compares by UTF-16 units, so that the order is the same in every language. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
