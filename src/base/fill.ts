/** `fill('{0} of {1}', 3, 7)` -> `3 of 7` */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (hole, at: string) => String(values[Number(at)] ?? hole));
}

/** `2 min left`; nothing where nothing is. */
export function leftText(text: string, seconds: number): string {
  return seconds > 0 ? fill(text, minutesOf(seconds)) : '';
}

/** As reading times are said: whole minutes, and never none. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
