import createMarkdownIt, { type Token } from 'markdown-it';
import { tidy } from '../../base/tidy.ts';

/** A token like another, with other values: the document's own tokens stay as they are. */
export function copyOf(token: Token, values: Partial<Token>): Token {
  const { type, tag, nesting } = token;
  return Object.assign(new createMarkdownIt.Token(type, tag, nesting), token, values);
}

/** A token that stands for none of Markdown's own. */
export function tokenOf(type: string, tag: string, nesting: -1 | 0 | 1, values: Partial<Token> = {}): Token {
  return Object.assign(new createMarkdownIt.Token(type, tag, nesting), { block: true, ...values });
}

/** The lines of a paragraph, each as its tokens. */
export function linesOf(inline: Token): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of inline.children ?? []) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}

/** Whether a link opens there that leads somewhere. */
export function isLinkOpen({ type }: Token): boolean {
  return type === 'link_open';
}

/** Where the token closes that opens at a place: `**__a__ b**` closes at its end. */
export function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** A citation leaves a NUL among the words, which Markdown lets no text have. */
const CITED = /(?: |(?<!\0))\0+(?!\0)(?:[,;] ?\0+(?!\0))*(?=[\s,.;:!?)\]、。，；：！？）】」』》…]|$)/g;
/** Behind what ends a sentence already, its full stop would be a second one: `cf. [3].` */
const CITED_BETWEEN_STOPS =
  /(?<=[.!?…]) ?\0+(?:[,;] ?\0+)*\.(?!\.)|(?<=[。！？]) ?\0+(?:[,;，；、] ?\0+)*。/g;

/** The words of inline tokens, as a person reads them: no marks, no targets, one line. */
export function plainText(tokens: readonly Token[]): string {
  const [only] = tokens;
  if (tokens.length === 1 && only?.type === 'text') return tidy(only.content);
  const words = rawWords(tokens);
  // Where a citation stood between words and a full stop, nothing is left between them.
  return tidy(uncited(words));
}

/** Words that have a NUL for whatever goes with their citations, which {@link tidy} leaves out: no place in them is moved. */
export function uncited(words: string): string {
  return words.includes('\0') ? words.replace(CITED_BETWEEN_STOPS, blank).replace(CITED, blank) : words;
}

function blank(piece: string): string {
  return '\0'.repeat(piece.length);
}

/** Whether inline tokens have words at all. Most do, and show it early. */
export function haveWords(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ type, content }) => type === 'text' && /[!-~]/.test(content)) || plainText(tokens) !== ''
  );
}

/** The words with a NUL for each citation. */
export function rawWords(tokens: readonly Token[]): string {
  let words = '';
  for (const token of tokens) words += tokenText(token);
  return words;
}

function tokenText(token: Token): string {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    case 'sup_open':
      return '^';
    case 'citation':
    case 'footnote_ref':
      return '\0';
    case 'inline':
      return rawWords(token.children ?? []);
    default:
      return token.content;
  }
}
