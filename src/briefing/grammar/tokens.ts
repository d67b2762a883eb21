import createMarkdownIt, { type Token } from 'markdown-it';
import { tidy } from '../../base/tidy.ts';

/** Copies a token with other values. The document's own tokens are never changed. */
export function copyOf(token: Token, values: Partial<Token>): Token {
  const { type, tag, nesting } = token;
  return Object.assign(new createMarkdownIt.Token(type, tag, nesting), token, values);
}

/** Creates a token that markdown-it did not parse. */
export function tokenOf(type: string, tag: string, nesting: -1 | 0 | 1, values: Partial<Token> = {}): Token {
  return Object.assign(new createMarkdownIt.Token(type, tag, nesting), { block: true, ...values });
}

/** The lines of a paragraph, each as a list of tokens. */
export function linesOf(inline: Token): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of inline.children ?? []) {
    if (isLineBreak(token)) lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}

export function isLineBreak({ type }: Token): boolean {
  return type === 'softbreak' || type === 'hardbreak';
}

/** Returns the tokens in an inline token, if there is one. */
export function wordsOf(inline: Token | undefined): readonly Token[] {
  return inline?.children ?? [];
}

/** The index of the first line break, or the number of tokens. */
export function lineEnd(tokens: readonly Token[]): number {
  const end = tokens.findIndex(isLineBreak);
  return end < 0 ? tokens.length : end;
}

/** Whether a token is more than white space, or the empty text that markdown-it leaves where marks were. */
export function isVisible({ type, content }: Token): boolean {
  return type !== 'text' || content.trim() !== '';
}

/** Whether a token opens a live link. */
export function isLinkOpen({ type }: Token): boolean {
  return type === 'link_open';
}

/** Whether a token opens a link, live or not, or has one inside. */
export function holdsLink({ type, children }: Token): boolean {
  return type.endsWith('link_open') || children?.some(holdsLink) === true;
}

/** Whether words are one live link and nothing else. */
export function isWholeLink(words: readonly Token[]): boolean {
  return words[0]?.type === 'link_open' && closeOf(words, 0) === words.length - 1;
}

/** The index of the token that closes the one at `open`: `**__a__ b**` closes at its end. */
export function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/**
 * The first words of inline tokens. `length`: in UTF-16 units of their {@link rawWords raw words}. Marks that are open there are closed:
 * `**It stops. [A](…)**` -> `**It stops.**`.
 */
export function firstWords(tokens: readonly Token[], length: number): Token[] {
  const first: Token[] = [];
  let left = length;
  /** How many of the marks left out are open. */
  let open = 0;
  for (const token of tokens) {
    if (left <= 0 && (token.nesting >= 0 || open > 0)) open += token.nesting;
    else
      first.push(
        token.content.length > left ? copyOf(token, { content: token.content.slice(0, left) }) : token,
      );
    left -= tokenText(token).length;
  }
  return first;
}

/** Citations among words. Each leaves a NUL, which no Markdown text can contain. */
const CITED = /(?: |(?<!\0))\0+(?!\0)(?:[,;] ?\0+(?!\0))*(?=[\s,.;:!?)\]、。，；：！？）】」』》…]|$)/g;
/** Citations after a sentence's end, with the full stop after them, which would be a second one: `cf. [3].` */
const CITED_BETWEEN_STOPS =
  /(?<=[.!?…]) ?\0+(?:[,;] ?\0+)*\.(?!\.)|(?<=[。！？]) ?\0+(?:[,;，；、] ?\0+)*。/g;

/** Brackets around nothing else, `stops ([1], [2])`, which are left out with the citations. */
const CITED_IN_BRACKETS = /[[(（]\0+(?:[,;，、] ?\0+)*[\])）]/g;

/** A cheap first check. */
const STOPPED = /\0[.。]/;

/** The words of inline tokens as they are displayed: without marks and targets, on one line. */
export function plainText(tokens: readonly Token[]): string {
  const [only] = tokens;
  if (tokens.length === 1 && only?.type === 'text') return tidy(only.content);
  const words = rawWords(tokens);
  if (!words.includes('\0')) return tidy(words);
  // If a citation was between words and a full stop, no space is left between them.
  return tidy(uncited(words).replaceAll('\0', ''));
}

/**
 * Replaces the spaces and full stops that belong to citations by NULs, which {@link plainText} removes. Offsets do
 * not change.
 */
export function uncited(words: string): string {
  if (!words.includes('\0')) return words;
  const bare = words.replace(CITED_IN_BRACKETS, blank);
  const stopped = STOPPED.test(bare) ? bare.replace(CITED_BETWEEN_STOPS, blank) : bare;
  return stopped.replace(CITED, blank);
}

function blank(piece: string): string {
  return '\0'.repeat(piece.length);
}

/** Whether inline tokens have any words. Fast path: most have a visible ASCII character in an early text token. */
export function haveWords(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ type, content }) => type === 'text' && /[!-~]/.test(content)) || plainText(tokens) !== ''
  );
}

/** The words, with a NUL for each citation. */
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
