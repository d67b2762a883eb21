import type { Entry } from './entry.ts';

/** A local day, `YYYY-MM-DD`. */
export type Day = string;

export function localDay(date: Date): Day {
  if (Number.isNaN(date.getTime())) return '1970-01-01';
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/** The days on which periods begin: the sidebar groups briefings by them. */
export interface Calendar {
  readonly today: Day;
  readonly tomorrow: Day;
  readonly yesterday: Day;
  /** The Mondays of this week and of the last one. */
  readonly monday: Day;
  readonly lastMonday: Day;
}

export function calendarOf(today: Day): Calendar {
  const sinceMonday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  return {
    today,
    tomorrow: addDays(today, 1),
    yesterday: addDays(today, -1),
    monday: addDays(today, -sinceMonday),
    lastMonday: addDays(today, -sinceMonday - 7),
  };
}

/**
 * The day of a briefing: its date, or else the day on which its file was written. A date after tomorrow is ignored: it
 * would keep the briefing above all others until then.
 */
export function dayOf(entry: Entry, { today, tomorrow }: Pick<Calendar, 'today' | 'tomorrow'>): Day {
  if (entry.kind === 'broken') return today;
  const { date } = entry.outline;
  if (date !== undefined && date <= tomorrow) return date;
  const written = localDay(new Date(entry.modified));
  return written < today ? written : today;
}

/** The day of a single entry, see {@link dayOf}. `today`: the local day. */
export function dayOfEntry(entry: Entry, today: Day): Day {
  return dayOf(entry, { today, tomorrow: addDays(today, 1) });
}

function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
