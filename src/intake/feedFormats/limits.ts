/** The largest feed, page or list, in bytes: downloads are limited to it too. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** The deepest nesting of elements. The parser is slower the deeper it is, and nothing written by people is so deep. */
export const MAX_DEPTH = 300;

/** The most unclosed elements. They are not all nested: an entry after an unclosed one counts as its sibling. */
const MAX_OPEN = 20_000;

/** The parser searches its open elements at each tag: the most comparisons that are allowed for a whole text. */
const MAX_COMPARISONS = 500_000_000;

/** The most elements that may be open at once in some XML, so that parsing all of its tags stays fast. */
export function maxOpenIn(xml: string): number {
  let tags = 1;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) tags++;
  return Math.min(MAX_OPEN, MAX_COMPARISONS / tags);
}
