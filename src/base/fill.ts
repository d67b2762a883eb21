/** `fill('{0} of {1}', 3, 7)` -> `3 of 7` */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (hole, at: string) => String(values[Number(at)] ?? hole));
}

/** The words for a time, each with a placeholder for the number: `{0} min` and `{0} h`. */
export interface TimeWords {
  readonly minutes: string;
  readonly hours: string;
}

/** `2 min`, and from two hours on `2 h`. */
export function timeText({ minutes, hours }: TimeWords, seconds: number): string {
  const all = minutesOf(seconds);
  return all < 120 ? fill(minutes, all) : fill(hours, Math.round(all / 60));
}

/** Like {@link timeText}, but '' for no time left. */
export function leftText(words: TimeWords, seconds: number): string {
  return seconds > 0 ? timeText(words, seconds) : '';
}

/** Whole minutes, at least one. */
function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
