const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The time zones in feeds, in hours from UTC; an ambiguous name such as `PST` has its most common meaning. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...['', 'z', 'ut', 'utc', 'gmt', 'wet'].map((name) => [name, 0] as const),
  ...Object.entries({ nst: -3.5, ndt: -2.5, ast: -4, adt: -3, est: -5, edt: -4, cst: -6, cdt: -5 }),
  ...Object.entries({ mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10 }),
  ...Object.entries({ bst: 1, west: 1, cet: 1, met: 1, mez: 1, cest: 2, mest: 2, mesz: 2, eet: 2, eest: 3 }),
  ...Object.entries({
    msk: 3,
    msd: 4,
    ist: 5.5,
    hkt: 8,
    sgt: 8,
    awst: 8,
    jst: 9,
    kst: 9,
    aest: 10,
    aedt: 11,
  }),
  ...Object.entries({ nzst: 12, nzdt: 13 }),
]);

/** Earlier dates are zero timestamps: feeds did not exist yet. An archive's entry of an earlier year has no date. */
const FIRST_YEAR = 1990;

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?`;
const ZONE = String.raw`((?:[a-z]{1,5})?\s?(?:[+-]\d{1,2}:?\d{2}|[+-]\d{1,2})?)(?:\s*\([^()]{0,40}\))?`;
const WEEKDAY = String.raw`(?:\p{L}{2,12}\.?\s*,?\s+|\p{L}{2,12}\.?,\s*)?`;

/** `2026-01-05T08:00:00+01:00`, `2026-01-05 08:00`, `2026-01-05`, `20260105T080000Z`. */
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:\s*T\s*|\s+)${CLOCK}\s*${ZONE})?$`, 'iu');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/i;
/** `Mon, 05 Jan 2026 08:00:00 GMT`, `5 January 26 08:00 +0100`, `05-Jan-2026`. */
const MAIL = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{2}|\d{4})(?:,?\s+${CLOCK}\s*${ZONE})?$`,
  'iu',
);
/** `January 5, 2026 08:00 EST`. */
const AMERICAN = new RegExp(
  String.raw`^${WEEKDAY}([a-z]{3,9})\.?\s+(\d{1,2})\s*,?\s+(\d{4})(?:,?\s+${CLOCK}\s*${ZONE})?$`,
  'iu',
);
/** `Mon Jan  5 08:00:00 EST 2026`, as C and Java write it. */
const UNIX = new RegExp(
  String.raw`^${WEEKDAY}([a-z]{3})\s+(\d{1,2})\s+${CLOCK}(?:\s+([a-z]{1,5}|[+-]\d{4}))?\s+(\d{4})$`,
  'iu',
);

/** Parses a date in any format that feeds use, as ISO 8601 in UTC; undefined if it is invalid or too early. */
export function feedDate(written: string): string | undefined {
  const text = written.slice(0, 100).trim();
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso) return toIso(iso[1], Number(iso[2]), iso[3], iso.slice(4));
  const mail = MAIL.exec(text);
  if (mail) return toIso(fullYear(mail[3]), monthOf(mail[2]), mail[1], mail.slice(4));
  const american = AMERICAN.exec(text);
  if (american) return toIso(american[3], monthOf(american[1]), american[2], american.slice(4));
  const unix = UNIX.exec(text);
  return unix ? toIso(unix[7], monthOf(unix[1]), unix[2], unix.slice(3, 7)) : undefined;
}

/** Expands a two-digit year by the rule of RFC 2822. */
function fullYear(year = ''): string {
  if (year.length !== 2) return year;
  return (Number(year) < 50 ? '20' : '19') + year;
}

/** The number of an English month: `Jan`, `January`: 1; `Foo`, `Janvier`: 0. */
function monthOf(name = ''): number {
  const word = name.toLowerCase();
  const full = new Date(Date.UTC(2000, MONTHS.indexOf(word.slice(0, 3)), 1));
  const isMonth = word.length === 3 || word === 'sept' || word === ENGLISH.format(full).toLowerCase();
  return isMonth ? MONTHS.indexOf(word.slice(0, 3)) + 1 : 0;
}

const ENGLISH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** Returns ISO 8601 in UTC; undefined if a part is out of range: 30 February is a mistake, not 2 March. */
function toIso(
  year = '',
  month: number,
  day = '',
  [hour = '0', minute = '0', second = '0', zone = '']: readonly (string | undefined)[],
): string | undefined {
  const hours = offsetOf(zone);
  const at = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === Number(day);
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  if (!isDay || !isTime || hours === undefined || Number(year) < FIRST_YEAR) return undefined;
  // A leap second is read as the second before it.
  at.setUTCHours(Number(hour), Number(minute), Math.min(59, Number(second)));
  return new Date(at.getTime() - hours * 3_600_000).toISOString();
}

/** The offset from UTC in hours: `+0530` -> 5.5, `GMT+1` -> 1, `EST` -> -5; 0 for unknown names, as in mail. */
function offsetOf(zone: string): number | undefined {
  const [, sign = '', hours = '', minutes = ''] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === '') return ZONES.get(zone.trim().toLowerCase()) ?? 0;
  const offset = Number(hours) + Number(minutes) / 60;
  if (offset > 14 || Number(minutes) > 59) return undefined;
  return sign === '-' ? -offset : offset;
}
