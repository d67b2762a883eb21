import { fencedLines } from '../../text/fences.ts';
import { isBlank } from '../../text/sourceText.ts';

/** `|---|:--|` below the names of a table's columns. */
const RULE = /^\s*\|(?=[\s:|]*-)[\s:|-]+$/;

/**
 * Reads tables whose rows have blank lines between them, where Markdown would end the table; undefined if there are
 * none. `origins`: the line in the source for each line.
 */
export function readSpacedRows(
  lines: readonly string[],
): { readonly lines: readonly string[]; readonly origins: readonly number[] } | undefined {
  const isRow = (i: number) => lines[i]?.trimStart().startsWith('|') === true;
  const isRule = (i: number) => RULE.test(lines[i] ?? '');
  // A cheap first check: a row below a blank line.
  if (!lines.some((line, i) => isBlank(line) && isRow(i + 1) && isRow(i - 1))) return undefined;
  const isCode = fencedLines(lines);
  const between = new Set<number>();
  lines.forEach((_, rule) => {
    if (isCode[rule] || !isRule(rule) || !isRow(rule - 1) || !isBlank(lines[rule + 1])) return;
    // A row above a rule names the columns of another table.
    for (let i = rule + 1; isBlank(lines[i]) && isRow(i + 1) && !isRule(i + 2); i += 2) between.add(i);
  });
  if (between.size < 2) return undefined;
  const origins = [...lines.keys()].filter((i) => !between.has(i));
  return { lines: origins.map((i) => lines[i] ?? ''), origins };
}
