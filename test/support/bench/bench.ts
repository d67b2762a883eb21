import { type BenchName, type Goal, GOALS, type Unit } from './report/goals.ts';

/** A measurement that `npm run bench` can run on its own. */
export interface Bench<Name extends BenchName = BenchName> {
  readonly doing: string;
  run(): Promise<Report<Name>>;
}

/** The result of a bench: the lines to print, and a figure for each of its goals. */
export interface Report<Name extends BenchName = BenchName> {
  readonly lines: readonly string[];
  readonly figures: Readonly<Record<keyof (typeof GOALS)[Name], Figure>>;
}

/** A measured value in the unit of its goal, with details, and the value of its anchor. */
export interface Figure {
  readonly here: number;
  readonly detail?: string;
  readonly anchor?: string;
}

/** A row of the table. */
export interface Row {
  readonly work: string;
  readonly anchor: string;
  readonly goal: string;
  readonly here: string;
  readonly met: boolean;
  /** The value as a share of its goal: above 1, the goal is missed. */
  readonly share: number;
}

/** `the index made                         1234 ms   goal: none` */
export function line(name: string, value: string, goal = 'none'): string {
  return `${name.padEnd(34)} ${value.padStart(14)}   goal: ${goal}`;
}

/** A `line` for a figure with a goal, in that goal's unit. */
export function goalLine(name: string, goal: Goal, here: number): string {
  return line(name, shown(here, goal.unit), `${shownGoal(goal)}${mark(isMet(goal, here))}`);
}

/** The end of every line about a missed goal, so that these can be searched for. */
export const MISSED = '<- GOAL MISSED';

export function mark(met: boolean): string {
  return met ? '' : ` ${MISSED}`;
}

export function isMet({ goal, isLeast }: Goal, here: number): boolean {
  return isLeast === true ? here >= goal : here <= goal;
}

/** The rows of a bench, one for each of its goals. */
export function rowsOf(name: BenchName, figures: Report['figures']): Row[] {
  const found: Readonly<Record<string, Figure | undefined>> = figures;
  return Object.entries<Goal>(GOALS[name]).map(([key, goal]) => rowOf(goal, found[key] ?? { here: NaN }));
}

function rowOf(goal: Goal, { here, detail, anchor }: Figure): Row {
  const { work, unit } = goal;
  return {
    work,
    anchor: anchor === undefined ? goal.anchor : `${goal.anchor}: ${anchor}`,
    goal: shownGoal(goal),
    here: detail === undefined ? shown(here, unit) : `${shown(here, unit)} (${detail})`,
    met: isMet(goal, here),
    share: goal.isLeast === true ? goal.goal / here : here / goal.goal,
  };
}

function shownGoal({ goal, unit, isLeast }: Goal): string {
  return `at ${isLeast === true ? 'least' : 'most'} ${shown(goal, unit)}`;
}

/** `1,500 files/s`, `0.83 ×`, `12.4 ms` */
export function shown(value: number, unit: Unit): string {
  const digits = unit === '×' ? 2 : unit === 'ms' && value < 100 && !Number.isInteger(value) ? 1 : 0;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${value.toLocaleString('en', options)} ${unit}`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
