import type { ItemLine } from '../text/bullets/listMarks.ts';
import { FIGURES } from '../text/bullets/marks.ts';
import { endsSentence } from '../text/sentences.ts';
import { headingMarks } from '../text/sourceText.ts';

/** `■ Ferry stops`: a sign before a headline, as many Japanese texts have it; not `★★★`, a rating. */
const SIGNED = new RegExp(String.raw`^([${FIGURES}])\s?(?!\1)(\S.*)$`, 'u');
/** A longer line is no headline. In UTF-16 units. */
const HEADLINE_LENGTH = 120;
/** The first of the signs, by its code: most lines begin with a character before it. */
const FIRST_SIGN = 0x25a0;
/** A heading, a quotation, a row or a tag: not the text of a story. */
const BLOCK = /^ {0,3}[#>|<]/;
/** Minimum number of such headlines in a text. */
const SEVERAL = 3;
const NONE: ReadonlyMap<number, string> = new Map();

/**
 * Returns the lines that are headlines by the same sign, with their words: at least three, each right above its text
 * and below a blank line or a heading, and no other
 * lines begin with it. `isBlank`: also for the lines beyond the ends.
 */
export function signedHeadlines(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  isBlank: (line: number) => boolean,
): ReadonlyMap<number, string> {
  const found = new Map<string, Map<number, string>>();
  const others = new Set<string>();
  for (const [i, line] of lines.entries()) {
    if (line.charCodeAt(0) < FIRST_SIGN) continue;
    const [, sign, words = ''] = SIGNED.exec(line) ?? [];
    if (sign === undefined) continue;
    const text = lines[i + 1] ?? '';
    const isHeadline =
      (isBlank(i - 1) || headingMarks(lines[i - 1] ?? '') !== '') &&
      !isBlank(i + 1) &&
      items[i + 1] === undefined &&
      !BLOCK.test(text) &&
      !text.startsWith(sign) &&
      words.length <= HEADLINE_LENGTH &&
      !/[:：]\s*$/.test(words) &&
      !endsSentence(words);
    if (!isHeadline) others.add(sign);
    const same = found.get(sign) ?? new Map<number, string>();
    found.set(sign, same.set(i, words.trimEnd()));
  }
  return [...found].find(([sign, { size }]) => size >= SEVERAL && !others.has(sign))?.[1] ?? NONE;
}
