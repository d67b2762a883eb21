/** A tag that the renderer has written: its words hold no `<`, and its values no quotation mark. */
const TAG_WITH_CLASS = /<[a-z]\w*(?: [a-z-]+="[^"<>]*")*? class="([^"]*)"(?: [a-z-]+="[^"<>]*")*/g;
const TO_REFERENCE = /(<a href="#)(r-\d+)(?=")/g;
const TO_FILE = /<a class="file"[^>]*>(.*?)<\/a>/gs;
/** Its words are its address: on paper, that need not stand after them. */
const BARE = /<a (href="([^"]*?)\/?"[^<>]*>\2\/?<\/a>)/g;
/** A browser shows where a link leads that has the focus: nothing has to wait for that. */
const SAID = /<a class="said" (href="[^"]*" title="[^"]*">.*?<\/a>)<span class="host">[^<]*<\/span>/gs;
const HOST = / <span class="host">([^<]*)<\/span>/g;

/**
 * A rendered briefing whose links work without the reader's script. A citation leads to `#r-3`, which is a class, since
 * many elements may show one reference: the first gets it as its id, and what stands for several has one id for all.
 * A link to a file beside the briefing leads nowhere from another place: its words stay. A host has its brackets and its
 * space as text, which goes and is copied with it.
 */
export function standaloneLinks(html: string): string {
  const ids = new Map<string, string>();
  return html
    .replace(TAG_WITH_CLASS, (tag: string, classes: string) => {
      const shown = classes.split(' ').filter((name) => /^r-\d+$/.test(name) && !ids.has(name));
      const [first] = shown;
      if (first === undefined) return tag;
      const own = / id="([^"]*)"/.exec(tag)?.[1];
      for (const name of shown) ids.set(name, own ?? first);
      return own === undefined ? `${tag} id="${first}"` : tag;
    })
    .replace(TO_REFERENCE, (_, before: string, name: string) => before + (ids.get(name) ?? name))
    .replace(TO_FILE, '<span class="file">$1</span>')
    .replace(BARE, '<a class="bare" $1')
    .replace(SAID, '<a $1')
    .replace(HOST, '<span class="host"> ($1)</span>');
}
