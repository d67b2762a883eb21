import { isTitleLine } from '../text/title.ts';

const BORDER = /^\s{0,8}\+-{8,200}\+\s*$/;
/** A line between the sides of a box, and not a row of a table. */
const SIDES = /^\s{0,8}\|([^|]{1,200})\|\s*$/;
/** Maximum number of lines in the box of a heading; a larger one is a text in a frame. */
const MAX_LINES = 6;

/**
 * Removes the boxes that are drawn around headings in plain text: `+---------+` / `| Ferries |` / `| by Ann  |` /
 * `+---------+`. The first line in a box replaces the border as the heading, apart from the others below it.
 */
export function withoutBoxes(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => BORDER.test(line))) return lines;
  const shown = [...lines];
  for (let top = 0; top < lines.length; top++) {
    if (!BORDER.test(lines[top] ?? '')) continue;
    let end = top + 1;
    while (end <= top + MAX_LINES && SIDES.test(lines[end] ?? '')) end++;
    const inside = lines.slice(top + 1, end).map((line) => SIDES.exec(line)?.[1]?.trim() ?? '');
    const [heading = '', ...others] = inside;
    if (!BORDER.test(lines[end] ?? '') || !isTitleLine(heading)) continue;
    for (const [i, line] of [`=== ${heading} ===`, '', ...others, ''].entries()) shown[top + i] = line;
    top = end;
  }
  return shown;
}
