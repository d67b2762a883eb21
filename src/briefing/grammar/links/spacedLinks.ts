import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/**
 * `[Ferry stops](https://a.example/the last ferry.html)`, as people copy it: Markdown ends an address at its first
 * space, and shows all of it as words. A quotation mark or a bracket begins a link’s title, and a host has no spaces.
 */
const LINK =
  /(!?)\[([^[\]\n]{0,300})\]\(((?:https?:\/\/[^\s/?#()<>"'{]{1,300}[/?#]|mailto:)[^\s()<>"'{]{0,1000}(?: [^\s()<>"'{]{1,200}){1,20}) ?\)/iy;

/** Reads links and pictures whose address has spaces, which a browser would write as `%20`. */
export function spacedLinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'spaced_link', spacedLink);
}

function spacedLink(state: StateInline, silent: boolean): boolean {
  const { md, src, pos, posMax } = state;
  LINK.lastIndex = pos;
  const [written, picture, words = '', address = ''] = LINK.exec(src) ?? [];
  if (written === undefined || pos + written.length > posMax) return false;
  const href = md.normalizeLink(address.replaceAll(' ', '%20'));
  if (!md.validateLink(href)) return false;
  if (!silent) {
    const markup = `](${address})`;
    if (picture === '') {
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', href]];
      // The checks for writers report it.
      open.markup = markup;
      state.pos = pos + 1;
      state.posMax = state.pos + words.length;
      md.inline.tokenize(state);
      state.posMax = posMax;
      state.push('link_close', 'a', -1);
    } else {
      const image = state.push('image', 'img', 0);
      image.markup = markup;
      const children: Token[] = [];
      md.inline.parse(words, md, state.env, children);
      image.attrs = [
        ['src', href],
        ['alt', ''],
      ];
      image.children = children;
      image.content = words;
    }
  }
  state.pos = pos + written.length;
  return true;
}
