import { isRightToLeftLetter } from './escapeInvisible.ts';

/** The Unicode blocks that contain all right-to-left letters: a quick check, as most texts have none of them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufeff\ud802\ud803\ud83a\ud83b]/;

/** How much of a text is examined, in UTF-16 units: titles are shorter. */
const SAMPLE = 500;

/**
 * The `dir` of a block. With `auto`, the browser looks at the block's own text, and ignores nested blocks that have a
 * `dir`, so it does not see the content of a list or a quotation. For these, the text inside is passed here, and decides
 * on which side the list marks are: `ملخص` -> `rtl`.
 */
export function directionOf(words: string): 'auto' | 'rtl' {
  return isRightToLeftLetter(firstLetter(words)) ? 'rtl' : directionOfOwn(words);
}

/**
 * The `dir` of a block with its own text: `auto`, except if the text is mostly right-to-left but begins with a Latin
 * name, as a Hebrew or an Arabic title may: the browser decides by the first letter.
 */
export function directionOfOwn(words: string): 'auto' | 'rtl' {
  if (!mayBeRightToLeft(words)) return 'auto';
  const start = words.slice(0, SAMPLE);
  if (isRightToLeftLetter(firstLetter(start))) return 'auto';
  const letters = start.match(/\p{L}/gu) ?? [];
  return letters.filter(isRightToLeftLetter).length * 2 > letters.length ? 'rtl' : 'auto';
}

export function mayBeRightToLeft(words: string): boolean {
  return RIGHT_TO_LEFT.test(words);
}

function firstLetter(words: string): string {
  return /\p{L}/u.exec(words)?.[0] ?? '';
}
