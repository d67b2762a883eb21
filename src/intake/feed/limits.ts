/** A feed, page or list is no larger than this: what is fetched is cut there too. */
export const MAX_BYTES = 5 * 1024 * 1024;

/** Elements inside each other: the parser takes longer the deeper it is, and nothing that people write is so deep. */
export const MAX_DEPTH = 300;

/** Elements that nothing has closed; an entry that follows one which is not closed is not inside it. */
const MAX_OPEN = 20_000;

/** The parser looks through what is open at each tag: it may look at so much in a whole text. */
const MAX_LOOKS = 500_000_000;

/** How many elements of some XML may be open at once, so that reading all of its tags takes no long time. */
export function mostOpenIn(xml: string): number {
  let tags = 1;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) tags++;
  return Math.min(MAX_OPEN, MAX_LOOKS / tags);
}
