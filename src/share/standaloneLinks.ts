/** A tag written by the renderer: its text contains no `<`, and its attribute values no quotation mark. */
const TAG_WITH_CLASS = /<[a-z]\w*(?: [a-z-]+="[^"<>]*")*? class="([^"]*)"(?: [a-z-]+="[^"<>]*")*/g;
const TO_REFERENCE = /(<a href="#)(r-\d+)(?=")/g;
const TO_FILE = /<a class="file"[^>]*>(.*?)<\/a>/gs;
/** A link whose text is its address, which is not repeated in print. */
const BARE = /<a (href="([^"]*?)\/?"[^<>]*>\2\/?<\/a>)/g;
/** A host that is shown if the link is focused: browsers show the address themselves. */
const HOST_ON_FOCUS =
  /<a class="said" (href="[^"]*" title="[^"]*">.*?<\/a>)<span class="host">[^<]*<\/span>/gs;
const HOST = / <span class="host">([^<]*)<\/span>/g;

/**
 * A rendered briefing with links that work without the reader's script. Citations lead to `#r-3`, which the renderer
 * writes as a class, because several elements may show the same reference: the first one gets it as its id, and an
 * element that shows several references gets one id for all of them. Links to files next to the briefing are replaced by
 * their text, because they lead nowhere from another folder. The brackets and the space around a host become text, so
 * that they are copied with it.
 */
export function standaloneLinks(html: string): string {
  const ids = new Map<string, string>();
  return html
    .replace(TAG_WITH_CLASS, (tag: string, classes: string) => {
      const newIds = classes.split(' ').filter((name) => /^r-\d+$/.test(name) && !ids.has(name));
      const [first] = newIds;
      if (first === undefined) return tag;
      const ownId = / id="([^"]*)"/.exec(tag)?.[1];
      for (const name of newIds) ids.set(name, ownId ?? first);
      return ownId === undefined ? `${tag} id="${first}"` : tag;
    })
    .replace(TO_REFERENCE, (_, before: string, name: string) => before + (ids.get(name) ?? name))
    .replace(TO_FILE, '<span class="file">$1</span>')
    .replace(BARE, '<a class="bare" $1')
    .replace(HOST_ON_FOCUS, '<a $1')
    .replace(HOST, '<span class="host"> ($1)</span>');
}
