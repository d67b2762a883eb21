import type { TimedTest } from '../step.ts';

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

/** Parses the line of a slow test: `    ✔ is read (1234ms)`. Colours are ignored. */
export function timedTest(line: string): TimedTest | undefined {
  // eslint-disable-next-line no-control-regex -- colours begin with one
  const plain = line.replace(/\u001b\[\d+m/g, '');
  const [, name, milliseconds] = /^\s+✔ (.*) \((\d+)ms\)$/.exec(plain) ?? [];
  return name === undefined ? undefined : { name, milliseconds: Number(milliseconds) };
}

/** Parses a line of mocha's summary: `  12 passing (2s)` -> 12 passing. */
export function summaryOf(line: string): Summary | undefined {
  const [, count, kind] = /^ {2}(\d+) (passing|failing|pending)(?: \(\w+\))?$/.exec(line) ?? [];
  return count === undefined ? undefined : { kind: kind as Summary['kind'], count: Number(count) };
}
