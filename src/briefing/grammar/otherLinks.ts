import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { tokenOf } from './tokens.ts';

/** AsciiDoc's words of an address: `https://a.example[Ferry stops]`; a number alone cites something. */
const WORDS = /^\[((?=[^[\]]*\p{L})(?:[^[\]]|\[[^[\]]{0,100}\]){1,300})\](?![([])/u;
/** What AsciiDoc says of the link behind them: `[Ferry^]`, `[Ferry,window=_blank]`. */
const ATTRIBUTES = /(?:\^|,\s*\w+=[^,]{1,40})+$/;
const MACRO = /(?<![\p{L}\p{N}])link:$/u;
/** reStructuredText's link, which Markdown takes for code: `` `Ferry stops <https://a.example>`_ ``. */
const QUOTED = /^([^<>]*[^<>\s])\s*<(https?:\/\/[^<>\s]{1,2000})>$/i;

/** Links of those who write AsciiDoc or reStructuredText, as Markdown's own. */
export function otherLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.push('other_links', rewrite);
}

function rewrite({ src, tokens }: StateCore): void {
  const hasWords = src.includes('://') && /[^\s[(]\[/.test(src);
  const hasQuoted = src.includes('>`_');
  if (!hasWords && !hasQuoted) return;
  for (const token of tokens) {
    if (token.children === null) continue;
    if (hasWords)
      token.children.forEach((child, at, words) => {
        takeWords(child, words.slice(Math.max(0, at - 4), at));
      });
    if (hasQuoted && token.content.includes('>`_')) token.children = unquote(token.children);
  }
}

/** `before`: what may be the link that the words are of, with what stands above it. */
function takeWords(behind: Token, before: readonly Token[]): void {
  const [close, address, open, above] = before.toReversed();
  if (close?.type !== 'link_close' || open?.info !== 'auto' || !address || behind.type !== 'text') return;
  const [written = '', words = ''] = WORDS.exec(behind.content) ?? [];
  if (written === '') return;
  address.content = words.replace(ATTRIBUTES, '').trim();
  behind.content = behind.content.slice(written.length);
  if (above?.type === 'text') above.content = above.content.replace(MACRO, '');
  for (const mark of [open, close]) {
    mark.markup = '';
    mark.info = '';
  }
}

function unquote(children: readonly Token[]): Token[] {
  const found: Token[] = [];
  for (const [at, child] of children.entries()) {
    const next = children[at + 1];
    const [, words, href] = child.type === 'code_inline' ? (QUOTED.exec(child.content) ?? []) : [];
    const end = next?.type === 'text' ? /^__?(?![\p{L}\p{N}])/u.exec(next.content)?.[0] : undefined;
    if (words === undefined || href === undefined || !next || end === undefined) {
      found.push(child);
      continue;
    }
    next.content = next.content.slice(end.length);
    found.push(
      tokenOf('link_open', 'a', 1, { block: false, attrs: [['href', href]] }),
      tokenOf('text', '', 0, { block: false, content: words }),
      tokenOf('link_close', 'a', -1, { block: false }),
    );
  }
  return found;
}
