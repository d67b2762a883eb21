/** Maximum size of a feed, page or list, in bytes. A download has to be slightly smaller. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Maximum nesting of elements. The parser slows down with depth, and no real feed is that deep. */
export const MAX_DEPTH = 300;

/** Maximum number of unclosed elements. Not all are nested: an entry after an unclosed one counts as its sibling. */
const MAX_OPEN = 20_000;

/** Maximum number of comparisons for a whole text: the parser searches its open elements at each tag. */
const MAX_COMPARISONS = 500_000_000;

/** Maximum number of elements that may be open at once in some XML, so that parsing all of its tags stays fast. */
export function maxOpenIn(xml: string): number {
  let tags = 1;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) tags++;
  return Math.min(MAX_OPEN, MAX_COMPARISONS / tags);
}
