/** No feed is older: an earlier date comes from a wrong clock. */
const FIRST_DAY = '1990-01-01';
const LAST_TIME = 8.64e15;

/** Formats a time in ms: `2026-11-26T08:00:00Z`. */
export function isoTime(time: number): string {
  const inRange = Math.abs(time) <= LAST_TIME ? time : 0;
  return new Date(inRange).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The day of an entry in UTC; the day when it was fetched, if it has no plausible date. */
export function entryDay(date: string | undefined, fetched: number): string {
  const today = isoTime(fetched).slice(0, 10);
  const time = date === undefined ? NaN : Date.parse(date);
  if (Number.isNaN(time)) return today;
  const day = isoTime(time).slice(0, 10);
  return /^\d{4}-/.test(day) && day >= FIRST_DAY && day <= today ? day : today;
}
