import { isEmptyLine } from '../sourceText.ts';

/** `1️⃣ Ferry stops`, up to `🔟`. */
const KEYCAP = /^\s{0,3}(?:([1-9])\ufe0f?\u20e3|\u{1f51f})\s*[^\s*]/u;

/**
 * Returns the lines that begin items with a number on a key, from 1 on, if two or more are right above words of their
 * own: `1️⃣ Ferry stops` / `It is late.` / blank / `2️⃣ Tug waits` … Above a list, such lines are headings.
 */
export function keycapLines(lines: readonly string[], items: readonly unknown[]): readonly number[] {
  const found: number[] = [];
  let last = 0;
  let isRow = false;
  for (const [i, line] of lines.entries()) {
    const keycap = MAY_BE_KEYCAP.test(line) ? KEYCAP.exec(line) : null;
    if (!keycap) continue;
    const number = keycap[1] === undefined ? 10 : parseInt(keycap[1], 10);
    if ((number !== last + 1 && number !== 1) || !hasWordsBelow(lines, items, i)) return [];
    isRow ||= number > 1;
    last = number;
    found.push(i);
  }
  return isRow ? found : [];
}

/** A cheap first check, which nearly all lines fail. */
const MAY_BE_KEYCAP = /[\u20e3\udd1f]/;

function hasWordsBelow(lines: readonly string[], items: readonly unknown[], line: number): boolean {
  const below = lines[line + 1];
  return !isEmptyLine(below) && items[line + 1] === undefined && !/^\s*#/.test(below ?? '');
}
