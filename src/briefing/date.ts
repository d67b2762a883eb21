import { MONTH, monthNumber } from './months.ts';

const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?';
/** `–11` of `5–11 May`: a range begins on its first day. */
const TO_DAY = '(?:\\s?[-–—]\\s?\\d{1,2}(?:st|nd|rd|th|\\.)?)?';
/** What a mail's program writes before the year: `Wed Jun 7 06:51:13 EDT 2006`. */
const CLOCK = '(?:\\s+\\d{2}:\\d{2}(?::\\d{2})?(?:\\s+[A-Z]{3,4})?)?';
const OF = '(?:\\s+(?:de|del|of|do|di))?\\s+';

/** Each form of a date, and where in it the year, the month and the day stand. */
const FORMS: readonly {
  readonly form: RegExp;
  readonly read: (found: readonly string[]) => string | undefined;
}[] = [
  {
    form: /(?<!\d)(\d{4})[-_./](\d{2})[-_./](\d{2})(?!\d)/,
    read: ([, year, month, day]) => calendarDay(year, month, day),
  },
  {
    form: /(?<!\d)(\d{1,2})[-_./]\s?(\d{1,2})[-_./]\s?(\d{4})(?!\d)/,
    // The day comes first, as in most of the world, unless only the other way is in the calendar.
    read: ([, first, second, year]) => calendarDay(year, second, first) ?? calendarDay(year, first, second),
  },
  {
    form: /(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]/,
    read: ([, year, month, day]) => calendarDay(year, month, day),
  },
  {
    form: new RegExp(`(?<!\\p{L})${MONTH}\\.?\\s+${DAY}${TO_DAY},?${CLOCK}\\s+(\\d{4})(?!\\d)`, 'iu'),
    read: ([, month = '', day, year]) => calendarDay(year, String(monthNumber(month)), day),
  },
  {
    form: new RegExp(`(?<!\\d)${DAY}${TO_DAY}${OF}${MONTH}(?!\\p{L})\\.?,?${OF}(\\d{4})(?!\\d)`, 'iu'),
    read: ([, day, month = '', year]) => calendarDay(year, String(monthNumber(month)), day),
  },
  {
    form: /(?<!\d)(\d{4})-?W(\d{2})(?!\d)/i,
    read: ([, year, week]) => mondayOf(Number(year), Number(week)),
  },
];

/** Eight digits in the name of a file. */
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;

/**
 * The first full date in a text, as `YYYY-MM-DD`: `2025-08-19`, `19 August 2025`, `Aug. 19, 2025`, `19.8.2025`,
 * `19 de agosto de 2025`, `2025年8月19日`, `2025-W34`. Of two numbers the day comes first, unless only the other way is in
 * the calendar: `06-04-2025` is 6 April, `05-23-2025` is 23 May. A range is its first day, a week its Monday. A day that
 * is not in the calendar is no date, and neither is one without a year.
 */
export function findDate(text: string): string | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  let first: string | undefined;
  let at = Infinity;
  for (const { form, read } of FORMS) {
    const match = form.exec(text);
    if (!match || match.index >= at) continue;
    const day = read(match);
    if (day === undefined) continue;
    [first, at] = [day, match.index];
    // As in the names of most files: nothing stands before it.
    if (at === 0) break;
  }
  return first;
}

/** The date in the name of a file, which may have nothing between its numbers: `20250819-talks.md`. */
export function dateOfFileName(fileName: string): string | undefined {
  const name = fileName.replace(/^.*[/\\]/, '');
  const [, year, month, day] = COMPACT.exec(name) ?? [];
  return findDate(name) ?? calendarDay(year, month, day);
}

/** True where a line says little more than a date: a dateline. */
export function isDateline(line: string): boolean {
  return (
    line.length < 200 && line.replace(/[^\p{L}\p{N}]/gu, '').length <= 32 && findDate(line) !== undefined
  );
}

function calendarDay(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The Monday of a week as ISO 8601 counts them: week 1 is the one with 4 January. */
function mondayOf(year: number, week: number): string | undefined {
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const weekday = (fourth.getUTCDay() + 6) % 7;
  const monday = Date.UTC(year, 0, 4 - weekday + (week - 1) * 7);
  // Not every year has a week 53: a week is of the year that its Thursday is in.
  if (new Date(monday + 3 * DAY_MILLISECONDS).getUTCFullYear() !== year) return undefined;
  return new Date(monday).toISOString().slice(0, 10);
}
