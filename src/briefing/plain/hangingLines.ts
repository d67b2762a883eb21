import type { ItemLine } from '../text/bullets/listMarks.ts';
import { isBlank, isSeparator } from '../text/sourceText.ts';

/**
 * Returns the first lines of paragraphs that belong to an item above them, across blank lines: they begin in just the
 * column of its words.
 *
 * ```text
 * * Ferry stops
 *
 *   The office says …
 * ```
 */
export function hangingLines(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
): ReadonlySet<number> {
  const found = new Set<number>();
  /** The characters before the words of the items that are open, with spaces for their marks, the innermost last. */
  let open: string[] = [];
  let hangs = false;
  lines.forEach((line, i) => {
    if (isBlank(line)) return;
    const item = items[i];
    const isApart = isBlank(lines[i - 1]);
    if (item === undefined && (open.length === 0 || !isApart)) return;
    const indent = line.slice(0, line.length - line.trimStart().length);
    const ends = isSeparator(line) || TAG.test(line);
    // Lines that are further indented below such a paragraph, or above one, are an example that belongs to it.
    const isFurtherIn = open.some(({ length }) => length < indent.length);
    const isLittle = open.some(({ length }) => indent.length - length <= EXAMPLE);
    const isBelow = isFurtherIn && (hangs || (isLittle && open.includes(indentBelow(lines, i))));
    hangs = item === undefined && !ends && (isBelow || open.includes(indent));
    if (hangs) found.add(i);
    else open = ends ? [] : open.filter(({ length }) => length <= indent.length);
    // An emoji or a letter is one of the words, and a number inside a paragraph is not a mark: `for` / `400. So, …`.
    const before = line.length - (item?.words.length ?? line.length);
    const begins = isApart || open.length > 0 || items[i - 1] !== undefined || item?.mark === '-';
    if (before > indent.length && begins) open.push(indent.padEnd(before));
  });
  return found;
}

/** Maximum indentation of an example, in columns; a line in the middle of the page is a heading. */
const EXAMPLE = 8;

/** The indentation of the next paragraph. */
function indentBelow(lines: readonly string[], from: number): string {
  let at = from;
  while (at < lines.length && !isBlank(lines[at])) at++;
  while (at < lines.length && isBlank(lines[at])) at++;
  const below = lines[at] ?? '';
  return below.slice(0, below.length - below.trimStart().length);
}

/** A part of a page, which is indented as its author likes: `    <p>`. */
const TAG = /^\s*<\/?[a-z]/i;
