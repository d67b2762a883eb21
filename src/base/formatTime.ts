import { fill } from './fill.ts';

/** The texts for a duration, each with a placeholder for the number: `{0} min` and `{0} h`. */
export interface TimeFormats {
  readonly minutes: string;
  readonly hours: string;
}

/** `2 min`, and from two hours on `2 h`. */
export function formatTime({ minutes, hours }: TimeFormats, seconds: number): string {
  const all = minutesOf(seconds);
  return all < 120 ? fill(minutes, all) : fill(hours, Math.round(all / 60));
}

/** Like {@link formatTime}, but '' for no time left. */
export function formatTimeLeft(formats: TimeFormats, seconds: number): string {
  return seconds > 0 ? formatTime(formats, seconds) : '';
}

/** Whole minutes, at least one. */
function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
