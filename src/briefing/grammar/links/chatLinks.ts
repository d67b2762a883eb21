import type { MarkdownIt, StateInline } from 'markdown-it';

/** A link as chats such as Slack write it: `<https://a.example|Ferry stops>`. Markdown would take all for the address. */
const LINK = /<((?:https?:\/\/|mailto:)[^\s<>|]{1,2000})\|([^<>|\n]{1,300})>/iy;

export function chatLinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('autolink', 'chat_link', chatLink);
}

function chatLink(state: StateInline, silent: boolean): boolean {
  const { md, src, pos, posMax } = state;
  LINK.lastIndex = pos;
  const [written, address = '', words = ''] = LINK.exec(src) ?? [];
  if (written === undefined || pos + written.length > posMax) return false;
  const href = md.normalizeLink(address);
  if (!md.validateLink(href)) return false;
  if (!silent) {
    state.push('link_open', 'a', 1).attrs = [['href', href]];
    state.pos = pos + address.length + 2;
    state.posMax = state.pos + words.length;
    md.inline.tokenize(state);
    state.posMax = posMax;
    state.push('link_close', 'a', -1);
  }
  state.pos = pos + written.length;
  return true;
}
