import type { TimedTest } from '../step.ts';

/**
 * Stands before each line that the suite prints, because it prints among VS Code's own lines:
 * `@suite@  12 passing (2s)`. Whoever reads them (the launcher, or the runner) takes it away.
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

/** The line of a test that took long: `    ✔ is read (1234ms)`. Colours are taken away. */
export function timedTest(line: string): TimedTest | undefined {
  // eslint-disable-next-line no-control-regex -- colours begin with one
  const plain = line.replace(/\u001b\[\d+m/g, '');
  const [, name, milliseconds] = /^\s+✔ (.*) \((\d+)ms\)$/.exec(plain) ?? [];
  return name === undefined ? undefined : { name, milliseconds: Number(milliseconds) };
}

/** A line of the summary that mocha ends with: `  12 passing (2s)` -> 12 passing. */
export function summaryOf(line: string): Summary | undefined {
  const [, count, kind] = /^ {2}(\d+) (passing|failing|pending)(?: \(\w+\))?$/.exec(line) ?? [];
  return count === undefined ? undefined : { kind: kind as Summary['kind'], count: Number(count) };
}
