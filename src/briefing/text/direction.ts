import { isRightToLeftLetter } from '../../base/escapeInvisible.ts';

/**
 * The `dir` of a block. With `auto`, the browser looks at the block's own words, and ignores blocks inside that have a
 * `dir` of their own, so it sees nothing of what a list or a quotation holds. For these, the words inside are passed
 * here, and decide on which side the marks are: `ملخص` -> `rtl`.
 */
export function directionOf(words: string): 'auto' | 'rtl' {
  const [first = ''] = /\p{L}/u.exec(words) ?? [];
  return isRightToLeftLetter(first) ? 'rtl' : 'auto';
}
