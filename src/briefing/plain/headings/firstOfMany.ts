import type { ItemLine } from '../../text/bullets/listMarks.ts';
import { isBlank, isSeparator } from '../../text/sourceText.ts';
import { isTitleLine, wordsBeforeNumber } from '../../text/title.ts';
import type { TitleLine } from '../masthead.ts';
import { headingText, isBoldLine } from './lineForm.ts';

/** Maximum length of the heading of a list. In UTF-16 units. */
const HEADING_LENGTH = 60;

/** The longest name of a group in capitals; a longer one may be a title. In UTF-16 units. */
const NAME_LENGTH = 20;

/**
 * Returns the first line if it is one of several headings and not the title: all are right above a list, `Ferries`,
 * `- a`, a blank line, `Tugs`, `- b`; or all say the same before a number, `Changes in 1.3`, and below it
 * `Changes in 1.2`, `Changes in 1.1`.
 */
export function firstOfMany(
  { line, isMasthead, isDated }: TitleLine,
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
  headings: ReadonlyMap<number, string>,
): string | undefined {
  const words = (lines[line] ?? '').trim();
  const others = [...headings].filter(([i]) => i !== line);
  const name = headingText(words);
  const before = wordsBeforeNumber(name);
  const same = others.filter(
    ([, other]) => other === name || (before !== undefined && wordsBeforeNumber(other) === before),
  );
  if (same.length > 1 && same.length * 3 > others.length * 2) return name;
  // A line in bold, or a short one in capitals like all others, may have a blank line below it, if all others have one.
  const isCapital = () =>
    words.length <= NAME_LENGTH && [words, ...others.map(([, other]) => other)].every(isUpper);
  // So may an underlined line, if all others are underlined in the same way.
  const rule = isSeparator(lines[line + 1]) ? lines[line + 1]?.trim()[0] : undefined;
  const end = rule === undefined ? 1 : 2;
  const isSpaced = isBlank(lines[line + end]) && (rule !== undefined || isBoldLine(words) || isCapital());
  const headsList = (i: number) =>
    items[i] === undefined &&
    items[i + end + (isSpaced ? 1 : 0)] !== undefined &&
    isBlank(lines[i + end]) === isSpaced &&
    (rule === undefined || (isSeparator(lines[i + 1]) && lines[i + 1]?.trim()[0] === rule));
  if (isMasthead || isDated || !headsList(line) || !isTitleLine(words) || words.length > HEADING_LENGTH)
    return undefined;
  return others.length > 1 && others.every(([i]) => headsList(i)) ? words : undefined;
}

function isUpper(words: string): boolean {
  return /\p{Lu}/u.test(words) && words === words.toUpperCase();
}
