import { isBlank, isSeparator } from '../sourceText.ts';

/** The sign that a line begins with, if it is one that may be a bullet. */
type Signs = readonly (string | undefined)[];

/**
 * Returns the lines that begin with a sign and are items: two or more with the same sign right below each other, or
 * three with blank lines between. `→` right below other words says more of those: `Ferry stops`, `→ It is late.`
 */
export function signRows(lines: readonly string[], signs: Signs): readonly number[] {
  const found: number[] = [];
  let row: number[] = [];
  let above: number | undefined;
  const flush = () => {
    const [first = 0] = row;
    const isClose = (row.at(-1) ?? 0) - first === row.length - 1;
    const isApart = isBlank(lines[first - 1]) || isBelowHead(lines, first) || signs[first] !== '→';
    if (row.length > (isClose ? 1 : 2) && isApart) for (const i of row) found.push(i);
    row = [];
  };
  for (const [i, line] of lines.entries()) {
    if (isBlank(line)) continue;
    if (signs[i] === undefined || (above !== undefined && signs[above] !== signs[i])) flush();
    if (signs[i] !== undefined) row.push(i);
    above = i;
  }
  flush();
  return found;
}

/**
 * Returns the lines that begin with an emoji or a sign and are the only ones below their heading, if the same sign
 * begins items elsewhere, two in a row: `## Sport`, `🔹 The team wins.`
 */
export function loneSigns(
  lines: readonly string[],
  signs: Signs,
  items: readonly unknown[],
): readonly number[] {
  const bullets = new Set<string>();
  const others: number[] = [];
  let above = -1;
  for (const [i, line] of lines.entries()) {
    if (isBlank(line)) continue;
    const sign = signs[i];
    if (sign !== undefined && !items[i]) others.push(i);
    else if (sign !== undefined && items[above] && signs[above] === sign) bullets.add(sign);
    above = i;
  }
  return others.filter((i) => bullets.has(signs[i] ?? '') && isBlank(lines[i + 1]) && isBelowHead(lines, i));
}

/** `## Sport`, `**Sport**`, `*Sport*` */
const HEADING = /^ {0,3}#{1,6}\s|^\P{L}*(?:\*{1,2}|__)[^*_]{1,80}(?:\*{1,2}|__):?\s*$/u;
/** A short line that does not end a sentence. */
const NAME = /^.{0,59}[^\s.!?;,。！？]\s*$/u;

/** Whether a line is below a heading; one without a mark is right above it, and apart from what is above. */
function isBelowHead(lines: readonly string[], line: number): boolean {
  let above = line - 1;
  while (above > line - 3 && isBlank(lines[above])) above--;
  const head = lines[above] ?? '';
  if (isSeparator(head)) return above === line - 1 && !isBlank(lines[above - 1]);
  return HEADING.test(head) || (above === line - 1 && isBlank(lines[above - 1]) && NAME.test(head));
}
