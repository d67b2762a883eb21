/**
 * `05:30  Ferry stops`, `05:30 – Ferry stops`: the hour, and what sets it apart from the words.
 */
const TIMED =
  /^(\s{0,8})(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[ap]m|uhr|gmt|utc|h))?(?:\s*\t\s*|\s{2,6}|\s[–—-]\s)(?=[\p{L}\p{N}"“„«‘'*_[(])/iu;
/** Minimum number of such lines that make a list. */
const MIN_ITEMS = 2;
const NONE: readonly TimedLine[] = [];

/** A line of a list in which each item begins with its hour. */
export interface TimedLine {
  readonly line: number;
  readonly indent: number;
  /** With the hour, which says something. */
  readonly words: string;
}

/** Returns the lines that begin with an hour apart from the words, if there are two or more in the same column. */
export function timedLines(lines: readonly string[]): readonly TimedLine[] {
  const found: TimedLine[] = [];
  lines.forEach((line, i) => {
    const indent = mayBegin(line) ? TIMED.exec(line)?.[1]?.length : undefined;
    if (indent !== undefined) found.push({ line: i, indent, words: line.slice(indent).trimEnd() });
  });
  const columns = new Set(found.map(({ indent }) => indent));
  return found.length < MIN_ITEMS || columns.size > 1 ? NONE : found;
}

/** A check without a regular expression, for each line of each text: a digit is at its start. */
function mayBegin(line: string): boolean {
  let at = 0;
  while (at < 8 && line.charCodeAt(at) === SPACE) at++;
  const code = line.charCodeAt(at);
  return code >= DIGIT_0 && code <= DIGIT_0 + 9;
}

const SPACE = 0x20;
const DIGIT_0 = 0x30;
