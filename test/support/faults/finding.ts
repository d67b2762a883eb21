import type { ReliabilityRow } from '../docs/reliabilityPage.ts';

/** What a run has found: what was done, and the figures that decide. */
export interface Finding {
  /** One of `deeds.ts`. */
  readonly what: string;
  /** What else is worth reading: times. */
  readonly remark?: string;
  /** What was done. Where a figure of it is 0, nothing was shown. */
  readonly done: Readonly<Record<string, number>>;
  /** What must not have happened. */
  readonly zeros: Readonly<Record<string, number>>;
}

/** `Kill a window: 100 kills, 4711 marks acknowledged; lost 0 (2 ms)` */
export function lineOf(finding: Finding): string {
  const { what, howMany, wrong } = rowOf(finding);
  const { remark } = finding;
  return `${what}: ${howMany}; ${wrong}${remark === undefined ? '' : ` (${remark})`}`;
}

/** The same as a row of the page, without what differs from one run to the next for no reason. */
export function rowOf({ what, done, zeros }: Finding): ReliabilityRow {
  const shown = (figure: number) => figure.toLocaleString('en');
  const howMany = Object.entries(done).map(([name, figure]) => `${shown(figure)} ${name}`);
  const wrong = Object.entries(zeros).map(([name, figure]) => `${name} ${shown(figure)}`);
  return { what, howMany: howMany.join(', '), wrong: wrong.join(', ') };
}

/** What is wrong in it, as `lost 3`. A figure that is no number is wrong, too. */
export function wrongIn({ done, zeros }: Finding): readonly string[] {
  const wrong = [
    ...Object.entries(done).filter(([, figure]) => !(figure > 0)),
    ...Object.entries(zeros).filter(([, figure]) => figure !== 0),
  ];
  return wrong.map(([what, figure]) => `${what} ${figure}`);
}
