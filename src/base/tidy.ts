import { escapeInvisible } from './escapeInvisible.ts';

/**
 * The characters that may have to be changed: controls, white space other than spaces, hidden characters (for the
 * planes beyond the first, their high surrogates). Most text has none of them, and skips the work.
 */
const UNTIDY =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- each of them is meant alone
  /[\0-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud82f\ud834\udb40-\udb7f]/;

/**
 * A quicker check, without the ranges that hold {@link UNTIDY} characters: nearly all letters, marks, quotes, dashes,
 * signs and emoji are outside of it. A regular expression is faster than a loop, which checks at each unit how the
 * string is stored.
 */
const MAY_BE_UNTIDY =
  // eslint-disable-next-line no-misleading-character-class -- each of them is meant alone
  /[^ -~\xae-\u034e\u0350-\u061b\u061d-\u115e\u2010-\u2027\u2070-\u2fff\u3001-\u3163\u3165-\ud7ff\ud83c-\ud83e\udc00-\udfff]/;

/**
 * Collapses white space to single spaces, removes control characters and {@link escapeInvisible reveals} hidden ones:
 * the result is safe in a label, a tooltip and the clipboard.
 */
export function tidy(text: string): string {
  return MAY_BE_UNTIDY.test(text) && UNTIDY.test(text)
    ? inSingleSpaces(escapeInvisible(withoutControls(text)))
    : withSingleSpaces(text);
}

/** Collapses white space to single spaces: ` Ferry\n  stops ` -> `Ferry stops`. */
export function inSingleSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withSingleSpaces(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('  ') ? trimmed.replace(/ {2,}/g, ' ') : trimmed;
}

/** Removes control characters, as the text may be pasted into a terminal. */
export function withoutControls(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\v\f\r]/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g, '');
}
