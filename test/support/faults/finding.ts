import type { ReliabilityRow } from '../docs/reliabilityPage.ts';

/** The result of a run: what was done, and the figures that decide whether it is fine. */
export interface Finding {
  /** A value of `DEEDS`. */
  readonly what: string;
  /** Other information, such as times. */
  readonly remark?: string;
  /** How much was done, by name. If a figure is 0, the run proves nothing. */
  readonly done: Readonly<Record<string, number>>;
  /** Figures that have to be 0, by name. */
  readonly zeros: Readonly<Record<string, number>>;
}

/** `Kill a window: 100 kills, 4711 marks acknowledged; lost 0 (2 ms)` */
export function lineOf(finding: Finding): string {
  const { what, howMany, wrong } = rowOf(finding);
  const { remark } = finding;
  return `${what}: ${howMany}; ${wrong}${remark === undefined ? '' : ` (${remark})`}`;
}

/** A finding as a row of the page, without the remark, which differs from run to run. */
export function rowOf({ what, done, zeros }: Finding): ReliabilityRow {
  const shown = (figure: number) => figure.toLocaleString('en');
  const howMany = Object.entries(done).map(([name, figure]) => `${shown(figure)} ${name}`);
  const wrong = Object.entries(zeros).map(([name, figure]) => `${name} ${shown(figure)}`);
  return { what, howMany: howMany.join(', '), wrong: wrong.join(', ') };
}

/** The wrong figures of a finding, as `lost 3`. NaN is wrong, too. */
export function wrongIn({ done, zeros }: Finding): readonly string[] {
  const wrong = [
    ...Object.entries(done).filter(([, figure]) => !(figure > 0)),
    ...Object.entries(zeros).filter(([, figure]) => figure !== 0),
  ];
  return wrong.map(([what, figure]) => `${what} ${figure}`);
}
