import type { ItemLine } from '../text/bullets/listMarks.ts';
import { isBlank, isEmptyLine } from '../text/sourceText.ts';
import { announcesContents } from '../text/vocabulary.ts';

/** The width of a text in which hardly any line continues a sentence. */
const WIDTH = 60;
const MIN_LINES = 3;
/** A row of a table: `Ferry      9.00`, `Ferry | 9.00 | late`. */
const ROW = /\S {4,}\S| \| .{0,80} \| /;
/**
 * A row with a month, day or figure: `Jan 2001 The ferry`, `3. March The ferry`, `2001-01-03 The ferry`, `115  ferries`,
 * `Ferries:  115`.
 */
const COUNTED =
  /^\s*(?:\p{Lu}\p{L}{2,8}\.? \d{1,4}\s|\d{1,2}\.? ?\p{Lu}\p{L}{2,8}\.?\s|\d{4}-\d\d|\d[\d,.]* {2,}\S|.{1,80}[:：]\s+[\d.,]+\s*$)/u;

/**
 * Returns the lines of a hard-wrapped text before which the author's line break is kept, as in a table or an address:
 * in a paragraph in which each line but the last ends early, because the next line's first word would have fitted, and
 * none continues with a small letter; between two rows of a table, or of a list by month, day or figure; and below the
 * name of a table of contents.
 */
export function brokenLines(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
): ReadonlySet<number> {
  const width = widthOf(lines);
  const found = new Set<number>();
  const isWords = (i: number) => !isEmptyLine(lines[i]) && items[i] === undefined;
  for (let from = 0; from < lines.length; from++) {
    if (!isWords(from)) continue;
    let to = from + 1;
    const isContents = announcesContents((lines[from] ?? '').trim());
    let areRows = true;
    for (; to < lines.length && isWords(to); to++)
      areRows &&= isContents || endsEarly(lines, to, width) || isRow(lines[to], lines[to - 1]);
    for (let i = from + 1; areRows && i < to; i++) found.add(i);
    from = to - 1;
  }
  return found;
}

/** Whether the line above ends although this line's first word would have fitted. */
function endsEarly(lines: readonly string[], i: number, width: number): boolean {
  const words = (lines[i] ?? '').trim();
  const above = (lines[i - 1] ?? '').trimEnd();
  return !/^\p{Ll}/u.test(words) && above.length + 1 + (/^\S+/.exec(words)?.[0].length ?? 0) < width;
}

function isRow(line = '', above = ''): boolean {
  return (ROW.test(line) && ROW.test(above)) || (COUNTED.test(line) && COUNTED.test(above));
}

/** The length of most lines that a small letter continues. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.flatMap((line, i) =>
    /^\p{Ll}/u.test(lines[i + 1] ?? '') && !isBlank(line) ? line.trimEnd().length : [],
  );
  const middle = lengths.sort((a, b) => a - b)[lengths.length >> 1];
  return lengths.length < MIN_LINES || middle === undefined ? WIDTH : Math.min(middle, WIDTH);
}
