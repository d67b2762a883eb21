import { isRightToLeftLetter } from './escapeInvisible.ts';

/** The blocks of characters in which all letters that are read from right to left are: most texts have none of them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufeff\ud802\ud803\ud83a\ud83b]/;

/** How much of a text is looked at, in UTF-16 units: a title is shorter. */
const REACH = 500;

/**
 * The `dir` of a block. With `auto`, the browser looks at the block's own words, and ignores blocks inside that have a
 * `dir` of their own, so it sees nothing of what a list or a quotation holds. For these, the words inside are passed
 * here, and decide on which side the marks are: `ملخص` -> `rtl`.
 */
export function directionOf(words: string): 'auto' | 'rtl' {
  return isRightToLeftLetter(firstLetter(words)) ? 'rtl' : directionOfOwn(words);
}

/**
 * The `dir` of a block with words of its own: `auto`, except where the browser, which goes by the first letter, would be
 * wrong: a Hebrew or an Arabic title may begin with a name in Latin letters.
 */
export function directionOfOwn(words: string): 'auto' | 'rtl' {
  if (!mayBeRightToLeft(words)) return 'auto';
  const start = words.slice(0, REACH);
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
