import { emojiAtStart } from '../../base/emoji.ts';
import { beginsWithDay } from './dates/dayNumber.ts';

/** A number before a headline: `1. `, `01 · `, `01｜`, `①` or `一、`, and not the words `三、四线城市`. */
const NUMBER =
  /^\s*(?:\d{1,3}[.)](?:\s+|(?=[【「『〈《]))|\d{1,3}、\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,3}、(?!\s*[一二三四五六七八九十])\s*|\d{1,2}\s[·|]\s+|\d{1,2}\s?[｜|]\s?|\d{1,2}\.\d{1,2}\s+(?=[\p{Lu}\p{Lo}]))/u;

/** A cheap first check, which most headlines pass: a sign of ASCII that is no part of an emoji such as `1️⃣`. */
const NO_EMOJI = /^[!-~](?![\ufe0f\u20e3])/;

/**
 * Whether a headline begins with a number that is not part of it; not with the day of `3. März 2026`, or with `一、`,
 * which numbers sections. `without`: the headline without it, if that is known.
 */
export function hasHeadlineNumber(words: string, without = withoutHeadlineNumber(words)): boolean {
  return without !== words && !/^[一-十]/.test(words);
}

/** Returns a headline without such a number, which may be behind an emoji: `🚢 1. Ferry stops` -> `🚢 Ferry stops`. */
export function withoutHeadlineNumber(words: string): string {
  const { emoji, rest } = (NO_EMOJI.test(words) ? undefined : emojiAtStart(words)) ?? { rest: words };
  if (!NUMBER.test(rest) || beginsWithDay(rest)) return words;
  return (emoji ? `${emoji} ` : '') + rest.replace(NUMBER, '');
}
