import { escapeInvisible } from './escapeInvisible.ts';

/**
 * What there may be something to do about: controls, white space other than single spaces, whatever may be hidden (of
 * the planes beyond the first, their first halves). Most text has none of it, and is spared the work.
 */
const UNTIDY =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- each of them is meant alone
  /[\0-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud82f\ud834\udb40-\udb7f]|^ | $| {2}/;

/**
 * White space folded to single spaces, control characters left out, hidden ones {@link escapeInvisible revealed}: safe in a
 * label, a tooltip, the clipboard.
 */
export function tidy(text: string): string {
  // Most text is ASCII, and is known to be tidy, or made so, at less cost than any other.
  const ascii = asciiOf(text);
  if (ascii === 'tidy') return text;
  if (ascii === 'spaced') return text.replace(/ {2,}/g, ' ').trim();
  return UNTIDY.test(text) ? escapeInvisible(withoutControls(text)).replace(/\s+/g, ' ').trim() : text;
}

/** Whether a text is ASCII without controls, and whether single spaces between words are all of those that it has. */
function asciiOf(text: string): 'tidy' | 'spaced' | undefined {
  let before = SPACE;
  let isSpaced = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < SPACE || unit > TILDE) return undefined;
    if (unit === SPACE && before === SPACE) isSpaced = true;
    before = unit;
  }
  return isSpaced || (before === SPACE && text !== '') ? 'spaced' : 'tidy';
}

const SPACE = 32;
const TILDE = 126;

/** Without the characters that command a terminal, which may be where a text is pasted. */
export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\v\f\r]/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '');
}
