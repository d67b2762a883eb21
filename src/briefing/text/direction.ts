import { isRightToLeftLetter } from '../../base/escapeInvisible.ts';

/**
 * The `dir` of a block. `auto` leaves it to the browser, which looks at the block's own words, and passes over blocks
 * inside it that have a `dir` of their own: it sees nothing of what a list or a quotation holds. Their words are given
 * here, and say where their marks stand: `ملخص` -> `rtl`.
 */
export function directionOf(words: string): 'auto' | 'rtl' {
  const [first = ''] = /\p{L}/u.exec(words) ?? [];
  return isRightToLeftLetter(first) ? 'rtl' : 'auto';
}
