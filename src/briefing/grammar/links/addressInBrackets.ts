import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { isTitleLine } from '../../text/title.ts';
import { closeOf, linesOf, plainText, tokenOf } from '../tokens.ts';

/** Maximum length of the words. A longer line is a sentence that gives its source. In UTF-16 units. */
const MAX_LENGTH = 120;
/** A cheap first check. */
const HAS_ADDRESS = /\s[([<]https?:/i;
/** The bracket before an address, at the end of the words. */
const OPENS = /\s[([]$/;
const CLOSES = /^[)\]]\s*$/;
/** The number of a heading, which is not part of the page's title: `2. `. */
const NUMBER = /^\s*\d{1,3}[.)]\s+/;
/** A sentence in the line: its address is no title's. */
const HAS_SENTENCE = /\p{Ll}{2}[.!?]\s|[。！？]./u;

/**
 * Reads a title and the address of its page in brackets as a link: `Ferry stops (https://a.example)`, `Ferry stops
 * <https://a.example>`, as programs write links in plain text. It must be a whole heading, paragraph or item, or the
 * first line of one with a new sentence below.
 */
export function addressInBrackets(markdown: MarkdownIt): void {
  markdown.core.ruler.push('address_in_brackets', rewrite);
}

function rewrite({ src, tokens }: StateCore): void {
  if (!HAS_ADDRESS.test(src)) return;
  tokens.forEach((token, i) => {
    if (token.type !== 'inline' || !HAS_ADDRESS.test(token.content)) return;
    const lines = linesOf(token);
    const [first = [], second] = lines;
    if (second !== undefined && /^[^\p{Lu}\p{Lo}\p{N}\p{Extended_Pictographic}]/u.test(plainText(second)))
      return;
    const linked = asLink(first, tokens[i - 1]?.type === 'heading_open');
    if (linked) token.children = [...linked, ...(token.children ?? []).slice(first.length)];
  });
}

/** Returns such a line as a link; undefined for any other. */
function asLink(line: readonly Token[], isHeading: boolean): Token[] | undefined {
  const at = line.findIndex(({ type }) => type === 'link_open');
  const [open, , close, after] = line.slice(at);
  if (at < 1 || open?.info !== 'auto' || close?.type !== 'link_close') return undefined;
  const words = line.slice(0, at);
  const last = words.at(-1);
  if (last?.type !== 'text' || line.length > at + (after ? 4 : 3)) return undefined;
  const isBracketed = after !== undefined && OPENS.test(last.content) && CLOSES.test(after.content);
  if (!isBracketed && !(after === undefined && open.markup === 'autolink' && (isHeading || isBold(words))))
    return undefined;
  const title = plainText(words)
    .trimEnd()
    .replace(/\s?[([]$/, '');
  // A heading may begin with a citation, which has no words.
  if (title === '') return undefined;
  if (!isHeading && (title.length > MAX_LENGTH || !isTitleLine(title) || HAS_SENTENCE.test(title)))
    return undefined;
  last.content = last.content.replace(/\s*[([]?$/, '');
  // As a link with words, and not a bare address.
  Object.assign(close, { markup: '', info: '' });
  const [first] = words;
  const number = first?.type === 'text' ? NUMBER.exec(first.content)?.[0] : undefined;
  const link = tokenOf('link_open', 'a', 1, { block: false, attrs: open.attrs });
  if (!first || number === undefined) return [link, ...words, close];
  first.content = first.content.slice(number.length);
  return [tokenOf('text', '', 0, { block: false, content: number }), link, ...words, close];
}

/** Whether words are wholly in bold: `**Ferry stops**`. */
function isBold(words: readonly Token[]): boolean {
  const [first] = words.filter(({ content, nesting }) => nesting !== 0 || content.trim() !== '');
  return (
    first?.type === 'strong_open' &&
    words.slice(closeOf(words, words.indexOf(first)) + 1).every(({ content }) => content.trim() === '')
  );
}
