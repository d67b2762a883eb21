/** A named measurement that `npm run bench` can run on its own. */
export interface Bench {
  readonly name: string;
  readonly doing: string;
  run(): Promise<Report>;
}

/** What a bench has found: the lines to print, and whether all of its goals are met. */
export interface Report {
  readonly lines: readonly string[];
  readonly met: boolean;
}

/** What every line about a missed goal ends in, so that it can be looked for. */
export const MISSED = '<- GOAL MISSED';

export function mark(met: boolean): string {
  return met ? '' : ` ${MISSED}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
