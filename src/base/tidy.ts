import { escapeInvisible } from './escapeInvisible.ts';

/**
 * What there may be something to do about: controls, white space other than spaces, whatever may be hidden (of the planes
 * beyond the first, their first halves). Most text has none of it, and is spared the work.
 */
const UNTIDY =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- each of them is meant alone
  /[\0-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud82f\ud834\udb40-\udb7f]/;

/**
 * White space folded to single spaces, control characters left out, hidden ones {@link escapeInvisible revealed}: safe in a
 * label, a tooltip, the clipboard.
 */
export function tidy(text: string): string {
  // One look at each unit tells what to do: most text is tidy as it is, or has a space too many.
  let before = SPACE;
  let isLoose = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < SPACE || (unit > TILDE && !isTidyUnit(unit))) return tidied(text);
    if (unit === SPACE && before === SPACE) isLoose = true;
    before = unit;
  }
  return isLoose || before === SPACE ? withSingleSpaces(text) : text;
}

function tidied(text: string): string {
  return UNTIDY.test(text)
    ? escapeInvisible(withoutControls(text)).replace(/\s+/g, ' ').trim()
    : withSingleSpaces(text);
}

function withSingleSpaces(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('  ') ? trimmed.replace(/ {2,}/g, ' ') : trimmed;
}

/** What is not ASCII and not {@link UNTIDY}: nearly all letters, quotes, dashes and signs. */
function isTidyUnit(unit: number): boolean {
  if (unit < 0x2000) return unit >= 0xae && unit <= 0x115e && unit !== 0x34f && unit !== 0x61c;
  if (unit < 0x3000) return unit >= 0x2070 || (unit >= 0x2010 && unit <= 0x2027);
  if (unit < 0xd800) return unit > 0x3000 && unit !== 0x3164;
  // Emoji, and the second halves of them.
  return (unit >= 0xd83c && unit <= 0xd83e) || (unit >= 0xdc00 && unit <= 0xdfff);
}

const SPACE = 32;
const TILDE = 126;

/** Without the characters that command a terminal, which may be where a text is pasted. */
export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\v\f\r]/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '');
}
