const OPEN = '<![CDATA[';
const CLOSE = ']]>';

/**
 * Closes unclosed CDATA sections in a feed, which would swallow the entries after them. A section is unclosed if the
 * end tag of an entry is inside it, and another section starts before its `]]>`, or none follows. It is closed at the
 * end of the element that it is in.
 */
export function closeCdata(xml: string): string {
  const pieces: string[] = [];
  let done = 0;
  let end = 0;
  for (let start = xml.indexOf(OPEN); start >= 0;) {
    // If no end was found, there is none further on either.
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

/** The end of the element that contains a section, if an entry ends in the section as well. */
function placeToClose(xml: string, start: number, before: number): number | undefined {
  const inside = xml.slice(start, before);
  const entryEnd = inside.search(/<\/(?:item|entry)\s*>/i);
  if (entryEnd < 0) return undefined;
  const tag = /^<([\w:.-]+)[^>]*>\s*$/.exec(xml.slice(xml.lastIndexOf('<', start - 1), start))?.[1];
  const elementEnd = tag === undefined ? -1 : inside.indexOf(`</${tag}`);
  return start + (elementEnd < 0 ? entryEnd : Math.min(elementEnd, entryEnd));
}
