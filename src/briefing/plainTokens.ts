import type { Token } from 'markdown-it';
import { reveal } from './reveal.ts';

/** A citation leaves a NUL among the words, which Markdown lets no text have. */
const CITED = / ?\0+(?=[\s,.;:!?)\]]|$)/g;

/** The words of inline tokens, as a person reads them: no marks, no targets, one line. */
export function plainText(tokens: readonly Token[]): string {
  const [only] = tokens;
  if (tokens.length === 1 && only?.type === 'text') return tidy(only.content);
  const words = rawWords(tokens);
  // Where a citation stood between words and a full stop, nothing is left between them.
  return tidy(words.includes('\0') ? words.replace(CITED, '') : words);
}

/** Whether inline tokens have words at all. Most do, and show it early. */
export function haveWords(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ type, content }) => type === 'text' && /[!-~]/.test(content)) || plainText(tokens) !== ''
  );
}

function rawWords(tokens: readonly Token[]): string {
  let words = '';
  for (const token of tokens) words += wordsOf(token);
  return words;
}

function wordsOf(token: Token): string {
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

/**
 * What there may be something to do about: controls, white space other than single spaces, whatever may be hidden (of
 * the planes beyond the first, their first halves). Most text has none of it, and is spared the work.
 */
const UNTIDY =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- each of them is meant alone
  /[\0-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud82f\ud834\udb40-\udb7f]|^ | $| {2}/;

/**
 * White space folded to single spaces, control characters left out, hidden ones {@link reveal revealed}: safe in a
 * label, a tooltip, the clipboard.
 */
export function tidy(text: string): string {
  if (isTidyAscii(text) || !UNTIDY.test(text)) return text;
  return reveal(withoutControls(text)).replace(/\s+/g, ' ').trim();
}

/** Most text is, and is known to be at less cost than any other. */
function isTidyAscii(text: string): boolean {
  let before = SPACE;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < SPACE || unit > TILDE || (unit === SPACE && before === SPACE)) return false;
    before = unit;
  }
  return before !== SPACE || text === '';
}

const SPACE = 32;
const TILDE = 126;

/** Without the characters that command a terminal, which may be where a text is pasted. */
export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\v\f\r]/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '');
}
