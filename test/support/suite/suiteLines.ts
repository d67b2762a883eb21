/**
 * The prefix of each line that the suite prints, to tell it from VS Code's own lines: `@suite@  12 passing (2s)`. The
 * reader of the lines (the launcher, or the runner) removes it.
 */
export const MARK = '@suite@';

export function withMark(text: string): string {
  return text
    .split('\n')
    .map((line) => MARK + line)
    .join('\n');
}

export function withoutMark(text: string): string {
  return text.replaceAll(MARK, '');
}

export interface Summary {
  readonly kind: 'passing' | 'failing' | 'pending';
  readonly count: number;
}

/** Parses a line of mocha's summary: `  12 passing (2s)` -> 12 passing. */
export function summaryOf(line: string): Summary | undefined {
  const [, count, kind] = /^ {2}(\d+) (passing|failing|pending)(?: \(\w+\))?$/.exec(line) ?? [];
  return count === undefined ? undefined : { kind: kind as Summary['kind'], count: Number(count) };
}

/** What a process prints that has run a file of tests, and is ready for the next. */
export function endLine(file: string): string {
  return `@end@ ${file}`;
}

/** How long a file of tests took, in ms. */
export interface RunFile {
  readonly name: string;
  readonly milliseconds: number;
}

/** What the runner is told about tests, each on a line that it does not show. */
export type Report = { readonly file: RunFile } | { readonly failed: string };

const REPORT = '@report@';

export function reportLine(report: Report): string {
  return REPORT + JSON.stringify(report);
}

export function reportOf(line: string): Report | undefined {
  return line.startsWith(REPORT) ? (JSON.parse(line.slice(REPORT.length)) as Report) : undefined;
}
