import type { ItemLine } from '../text/bullets/listMarks.ts';
import { isBlank } from '../text/sourceText.ts';
import { isWrapped } from './headings/linePlaces.ts';

/** The indentation of a list that was copied from a page, and words: code begins with other characters. */
const INDENTED = /^(\t{1,3}| {2,8})[\p{L}\p{N}\p{Pi}\p{Extended_Pictographic}]/u;
/** Words in columns. */
const COLUMNS = /\S(?: {3,}|\t)\S/;
/** Maximum share of such lines in a text: another is indented as a whole. */
const SHARE = 1 / 2;

type Items = readonly (ItemLine | undefined)[];

/**
 * Adds the items of lists that lost their marks when they were copied from a page: between blank lines, two or more
 * lines that are indented alike, in a text whose lines are paragraphs. Below an item, such lines belong to that.
 *
 * ```text
 * Two lines stop:
 *
 *     The ferry to the island stops at nine.
 *     The tug stops at noon.
 * ```
 */
export function addIndentedItems(lines: readonly string[], items: Items): Items {
  const isIndented = lines.some((line, i) => !items[i] && INDENTED.test(line));
  if (!isIndented || isWrapped(lines)) return items;
  const found = listsIn(lines, items).flat();
  if (found.length > lines.filter((line) => !isBlank(line)).length * SHARE) return items;
  const all = [...items];
  for (const i of found) all[i] = { indent: 0, mark: '-', words: lines[i]?.trim() ?? '' };
  return all;
}

/** Returns the paragraphs outside of items that have several lines, which are all indented alike. */
function listsIn(lines: readonly string[], items: Items): readonly (readonly number[])[] {
  const paragraphs: (readonly number[])[] = [];
  let isInItem = false;
  let indents: (string | undefined)[] = [];
  for (const [i, line] of [...lines, ''].entries()) {
    if (!isBlank(line)) {
      if (items[i]) isInItem = true;
      else if (line.trimStart() === line) isInItem = false;
      indents.push(isInItem || COLUMNS.test(line.trim()) ? undefined : INDENTED.exec(line)?.[1]);
      continue;
    }
    const [first] = indents;
    if (first !== undefined && indents.length > 1 && indents.every((indent) => indent === first))
      paragraphs.push([...indents.keys()].map((at) => i - indents.length + at));
    indents = [];
  }
  return paragraphs;
}
