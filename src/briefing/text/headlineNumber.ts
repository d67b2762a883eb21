import { emojiAtStart } from '../../base/emoji.ts';
import { beginsWithDay } from './dates/dayNumber.ts';

/** A number before a headline: `1. `, `01 · ` or `01｜`. */
const NUMBER =
  /^\s*(?:\d{1,3}[.)](?:\s+|(?=[【「『〈《]))|\d{1,3}、\s*|\d{1,2}\s[·|]\s+|\d{1,2}\s?[｜|]\s?|\d{1,2}\.\d{1,2}\s+(?=[\p{Lu}\p{Lo}]))/u;

/** Whether a headline begins with a number that is not part of it; not with the day of `3. März 2026`. */
export function hasHeadlineNumber(words: string): boolean {
  return withoutHeadlineNumber(words) !== words;
}

/** Returns a headline without such a number, which may be behind an emoji: `🚢 1. Ferry stops` -> `🚢 Ferry stops`. */
export function withoutHeadlineNumber(words: string): string {
  const { emoji, rest } = emojiAtStart(words) ?? { rest: words };
  if (!NUMBER.test(rest) || beginsWithDay(rest)) return words;
  return (emoji ? `${emoji} ` : '') + rest.replace(NUMBER, '');
}
