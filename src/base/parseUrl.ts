/**
 * Parses an address, relative to `base` if there is one; undefined if it is invalid. Not `URL.canParse`: in Node 20 it
 * begins to reject non-ASCII URLs after some thousand calls.
 */
export function parseUrl(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
