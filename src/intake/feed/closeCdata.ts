const OPEN = '<![CDATA[';
const CLOSE = ']]>';

/**
 * A feed with its CDATA closed: one that is not would swallow the entries after it. It is known by the end of an entry
 * that is inside it, with the next section's beginning, or nothing, before its own end; and is then closed with its element.
 */
export function closeCdata(xml: string): string {
  const pieces: string[] = [];
  let done = 0;
  let end = 0;
  for (let start = xml.indexOf(OPEN); start >= 0;) {
    // Once there is no end, there is none after it either.
    if (end >= 0 && end < start) end = xml.indexOf(CLOSE, start);
    const next = xml.indexOf(OPEN, start + OPEN.length);
    const isOpen = end < 0 || (next >= 0 && next < end);
    const at = isOpen ? placeToClose(xml, start, next < 0 ? xml.length : next) : undefined;
    if (at !== undefined) {
      pieces.push(xml.slice(done, at), CLOSE);
      done = at;
    }
    start = next;
  }
  return done === 0 ? xml : pieces.join('') + xml.slice(done);
}

/** Where the element ends that a section is in, if an entry does too. */
function placeToClose(xml: string, start: number, before: number): number | undefined {
  const inside = xml.slice(start, before);
  const entryEnd = inside.search(/<\/(?:item|entry)\s*>/i);
  if (entryEnd < 0) return undefined;
  const tag = /^<([\w:.-]+)[^>]*>\s*$/.exec(xml.slice(xml.lastIndexOf('<', start - 1), start))?.[1];
  const elementEnd = tag === undefined ? -1 : inside.indexOf(`</${tag}`);
  return start + (elementEnd < 0 ? entryEnd : Math.min(elementEnd, entryEnd));
}
