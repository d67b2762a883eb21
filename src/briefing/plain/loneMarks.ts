import { itemOf } from '../text/bullets/listMarks.ts';
import { BULLETS } from '../text/bullets/marks.ts';
import { isBlank, isSeparator } from '../text/sourceText.ts';

/** A bullet or a number, and no word after it. */
const LONE_MARK = new RegExp(String.raw`^( {0,3})([-*${BULLETS}]|\d{1,3}[.)])\s*$`);
/**
 * Not the text of an item: a heading, a quotation, a row, a tag or a fence; nor a line that is nested or code by its
 * indentation.
 */
const OTHER = /^(?:\s{4}|\t| {0,3}(?:[#>|<]|```|~~~))/;

const RULE = '***';

/**
 * If a text has two or more bullets or numbers alone on a line, moves each of them to the words on the next line, line
 * for line: `-` / `The ferry stops.` -> an empty line / `- The ferry stops.`. In Markdown, those would be an empty item
 * and a paragraph, or a heading. Between blank lines, bullets separate texts as rules do. `codeOf`: which lines are code.
 */
export function joinLoneMarks(
  lines: readonly string[],
  codeOf: () => readonly boolean[] = () => [],
): readonly string[] {
  if (lines.filter((line) => LONE_MARK.test(line)).length < 2) return lines;
  const code = codeOf();
  const items = new Map<number, string>();
  const rules = new Set<number>();
  // `Ferries` above `-` is underlined.
  let inItem = false;
  let number = 0;
  lines.forEach((line, i) => {
    if (isBlank(line)) inItem = false;
    const [, indent = '', mark] = (code[i] === true ? null : LONE_MARK.exec(line)) ?? [];
    const words = lines[i + 1] ?? '';
    // Numbers are those of a list if they are in order.
    const count = parseInt(mark ?? '', 10);
    if (count > 1 && count !== number + 1) return;
    if (count > 0) number = count;
    else if (mark !== undefined && indent === '' && isBlank(words) && isBlank(lines[i - 1])) rules.add(i);
    if (mark === undefined || isBlank(words) || OTHER.test(words)) return;
    if (itemOf(words) || LONE_MARK.test(words) || isSeparator(words)) return;
    const isUnderline = mark === '-' && !inItem && !isBlank(lines[i - 1]);
    if (isUnderline) return;
    inItem = true;
    items.set(i, `${indent}${mark} ${words.trimStart()}`);
  });
  if (items.size < 2) items.clear();
  if (rules.size < 2) rules.clear();
  return items.size + rules.size === 0
    ? lines
    : lines.map((line, i) => items.get(i - 1) ?? (items.has(i) ? '' : rules.has(i) ? RULE : line));
}
