const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(${MONTHS.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)})?`).join('|')})\\.?`;

const ISO = /(?<!\d)(\d{4})[-_./](\d{2})[-_./](\d{2})(?!\d)/;
const NUMBERS = /(?<!\d)(\d{1,2})[-_./](\d{1,2})[-_./](\d{4})(?!\d)/;
const MONTH_FIRST = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i');
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})\\b`, 'i');

/**
 * The first full date in a text, as `YYYY-MM-DD`: `2025-08-19`, `19 August 2025`, `Aug. 19, 2025`, `19.8.2025`.
 * Of two numbers the day comes first, as in most of the world, unless only the other way is in the calendar:
 * `06-04-2025` is 6 April, `05-23-2025` is 23 May. A day that is not in the calendar is no date.
 */
export function findDate(text: string): string | undefined {
  const [iso, numbers, monthFirst, dayFirst] = [ISO, NUMBERS, MONTH_FIRST, DAY_FIRST].map((form) =>
    form.exec(text),
  );
  const dates = [
    { at: iso?.index, day: calendarDay(iso?.[1], iso?.[2], iso?.[3]) },
    { at: numbers?.index, day: dayOfNumbers(numbers?.[1], numbers?.[2], numbers?.[3]) },
    {
      at: monthFirst?.index,
      day: calendarDay(monthFirst?.[3], monthNumber(monthFirst?.[1]), monthFirst?.[2]),
    },
    { at: dayFirst?.index, day: calendarDay(dayFirst?.[3], monthNumber(dayFirst?.[2]), dayFirst?.[1]) },
  ];
  const found = dates.filter(({ day }) => day !== undefined);
  return found.sort((a, b) => (a.at ?? 0) - (b.at ?? 0))[0]?.day;
}

/** True where a line says little more than a date: a dateline. */
export function isDateline(line: string): boolean {
  return findDate(line) !== undefined && line.replace(/[^\p{L}\p{N}]/gu, '').length <= 32;
}

function dayOfNumbers(first = '', second = '', year = ''): string | undefined {
  return calendarDay(year, second, first) ?? calendarDay(year, first, second);
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.findIndex((month) => month.startsWith((name ?? '').slice(0, 3).toLowerCase())) + 1);
}

function calendarDay(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
