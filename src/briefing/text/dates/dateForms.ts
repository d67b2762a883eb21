/** The names of months by language or languages, January first. Forms of the same name are separated by `/`. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'january february march april may june july august september october november december',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'de nl sv da no id':
    'januar/jänner/januari februar/februari märz/maart/mars/marts/maret april mai/mei/maj juni juli august/augustus/augusti/agustus september oktober november dezember/december/desember',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  cs: 'ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu/listopad prosince/prosinec',
  pl: 'stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień',
  ru: 'января/январь февраля/февраль марта/март апреля/апрель мая/май июня/июнь июля/июль августа/август сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь',
  uk: 'січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень',
  tr: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'ca ro':
    "gener/ianuarie febrer/februarie març/martie abril/d’abril/d'abril/aprilie maig/mai juny/iunie juliol/iulie agost/d’agost/d'agost/august setembre/septembrie octubre/d’octubre/d'octubre/octombrie novembre/noiembrie desembre/decembrie",
  fi: 'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  hu: 'január február március április május június július augusztus szeptember október november december',
  el: 'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
  he: 'ינואר פברואר מרץ/מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
  th: 'มกราคม/ม.ค. กุมภาพันธ์/ก.พ. มีนาคม/มี.ค. เมษายน/เม.ย. พฤษภาคม/พ.ค. มิถุนายน/มิ.ย. กรกฎาคม/ก.ค. สิงหาคม/ส.ค. กันยายน/ก.ย. ตุลาคม/ต.ค. พฤศจิกายน/พ.ย. ธันวาคม/ธ.ค.',
  hi: 'जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर',
  // Those of Iran’s calendar come last: they are the months 13 to 24 here.
  'ar fa':
    'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
};

/** English months are also shortened to three letters, and September to four. */
const SHORT = 'jan feb mar apr may jun jul aug sep/sept oct nov dec';

const NUMBERS: ReadonlyMap<string, number> = new Map(
  [...Object.values(NAMES), SHORT].flatMap((names) =>
    names.split(' ').flatMap((forms, i) => forms.split('/').map((name) => [name, i + 1] as const)),
  ),
);

/** Matches the name of a month, longer names first. */
const MONTH = `(${[...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|')})`;

/** `Aug` -> 8, `agosto` -> 8. */
function monthNumber(name: string): number | undefined {
  return NUMBERS.get(name.toLowerCase());
}

/** Whether words are only the name of a month: `January`, `août`. */
export function isMonth(words: string): boolean {
  return monthNumber(words) !== undefined;
}

const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?';
/** What joins the days of a range: `5–11 May`, `5 to 11 May`, `del 5 al 11 de mayo`. */
const TO = '(?:\\s?[-–—]\\s?|\\s(?:to|through|al?|au|bis|à|até|tot|до|по)\\s)';
/** The last day of a range: `11` of `5–11 May`. */
const LAST_DAY = `${TO}(\\d{1,2})(?:st|nd|rd|th|\\.)?`;
/** The time that mail programs write before the year: `Wed Jun 7 06:51:13 EDT 2006`. */
const CLOCK = '(?:\\s+\\d{2}:\\d{2}(?::\\d{2})?(?:\\s+[A-Z]{3,4})?)?';
/** Words for a week before its number. */
const WEEK = 'week|wk|kw|kalenderwoche|woche|semaine|semana|settimana|týden|tydzień|vecka|неделя';
const OF = '(?:\\s+(?:de|del|of|do|di))?\\s+ב?';

/** A way to write a date. `read` gets the groups of `form` in their order. */
export interface DateForm {
  readonly form: RegExp;
  readonly read: (found: readonly string[]) => string | undefined;
}

/** The forms of a full date. */
export const DAYS: readonly DateForm[] = [
  {
    // Not `v2024.1.2`, and not `2024.1.2.3`.
    form: /(?<![\d\p{L}])(\d{4})[-_./](\d{1,2})[-_./](\d{1,2})(?!\d|\.\d)/u,
    read: numericDay,
  },
  {
    form: /(?<!\d)(\d{4})[-_./](\d{2})[-_./](\d{2})(?!\d)/,
    read: numericDay,
  },
  {
    form: /(?<![\d.,+-] ?|\p{L})((?:19|20)\d{2}) (\d{2}) (\d{2})(?![ .,]?\d)/u,
    read: numericDay,
  },
  {
    // `2.–8.3.2026`, `28.12.–03.01.2027`, and not `12 — 3.5.2026`.
    form: /(?<![\d\p{L}.-])(\d{1,2})(?:\.(\d{1,2}))?(?:\.\s?)?[-–—]\s?(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u,
    read: ([, first, month, last, end, year]) => {
      if (month === undefined)
        return Number(first) < Number(last) ? calendarDay(year, end, first) : undefined;
      return calendarDay(Number(month) > Number(end) ? String(Number(year) - 1) : year, month, first);
    },
  },
  {
    form: /(?<!\d)(\d{1,2})(?:[-_./]\s?|\s+tháng\s+)(\d{1,2})(?:[-_./]\s?|,?\s+năm\s+)(\d{4})(?!\d)/,
    // The day comes first, as in most of the world, unless only the other order is in the calendar.
    read: ([, first, second, year]) => calendarDay(year, second, first) ?? calendarDay(year, first, second),
  },
  {
    form: /(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]/,
    read: ([, year, month, day]) => calendarDay(year, month, day),
  },
  {
    // `28 December – 3 January 2026`, which is a range of days in two months.
    form: new RegExp(
      `(?<!\\d)${DAY}${OF}${MONTH}\\.?${LAST_DAY}${OF}${MONTH}\\.?,?${OF}(\\d{4})(?!\\d)`,
      'iu',
    ),
    read: ([, day, month, , end, year]) => firstDay(year, month, day, end),
  },
  {
    form: new RegExp(
      `(?<!\\p{L})${MONTH}\\.?\\s+${DAY}(?:${TO}(?:${MONTH}\\.?\\s+)?\\d{1,2}(?:st|nd|rd|th|\\.)?)?,?${CLOCK}\\s+(\\d{4})(?!\\d)`,
      'iu',
    ),
    read: ([, month, day, end = month, year]) => firstDay(year, month, day, end),
  },
  {
    // `12 — 3 May` is not a range: 12 numbers something.
    form: new RegExp(`(?<!\\d)${DAY}(?:${LAST_DAY})?${OF}${MONTH}(?!\\p{L})\\.?,?${OF}(\\d{4})(?!\\d)`, 'iu'),
    read: ([, first, last = first, month = '', year]) =>
      calendarDay(year, String(monthNumber(month)), Number(last) < Number(first) ? last : first),
  },
  {
    form: new RegExp(`(?<!\\d)((?:19|20)\\d{2})(?:[-\\s]|\\.\\s)${MONTH}\\.?[-\\s]${DAY}(?!\\d)`, 'iu'),
    read: ([, year, month = '', day]) => calendarDay(year, String(monthNumber(month)), day),
  },
];

/** The forms of a week, which is read as its Monday. */
export const WEEKS: readonly DateForm[] = [
  {
    form: /(?<!\d)(\d{4})-?W(\d{1,2})(?!\d)/i,
    read: ([, year, week]) => mondayOf(Number(year), Number(week)),
  },
  {
    form: new RegExp(`(?<!\\p{L})(?:${WEEK})\\s+(\\d{1,2})(?:\\s*[,/]\\s*|${OF})(\\d{4})(?!\\d)`, 'iu'),
    read: ([, week, year]) => mondayOf(Number(year), Number(week)),
  },
  {
    form: new RegExp(`(?<!\\d)(\\d{4})[,:]?\\s+(?:${WEEK})\\s+(\\d{1,2})(?!\\d)`, 'iu'),
    read: ([, year, week]) => mondayOf(Number(year), Number(week)),
  },
  {
    form: /(?<!\d)(\d{4})\s*[年년]\s*(?:第\s*)?(\d{1,2})\s*(?:[周週]|주차?)/,
    read: ([, year, week]) => mondayOf(Number(year), Number(week)),
  },
];

/** The forms of a month without a day, which is read as its first day. */
export const MONTHS: readonly DateForm[] = [
  {
    form: new RegExp(`(?<!\\p{L})${MONTH}(?!\\p{L})\\.?,?${OF}((?:19|20)\\d{2})(?!\\d)`, 'iu'),
    read: ([, month = '', year]) => calendarDay(year, String(monthNumber(month)), '1'),
  },
  {
    form: /(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?!\s*\d)/,
    read: ([, year, month]) => calendarDay(year, month, '1'),
  },
  {
    form: /(?<![\d\p{L}.])((?:19|20)\d{2})[-_./](\d{2})(?![\d]|[-_./]\d)/u,
    // `2011/12` is a season or a school year.
    read: ([, year, month]) =>
      Number(month) === (Number(year) + 1) % 100 ? undefined : calendarDay(year, month, '1'),
  },
];

/** The forms of a day whose year has two digits. */
export const SHORT_YEARS: readonly DateForm[] = [
  {
    form: /(?<![\d\p{L}.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2})(?!\d|\.\d)/u,
    read: ([, day, month, year = '']) => calendarDay(`20${year}`, month, day),
  },
  {
    form: /(?<![\d\p{L}/])(\d{1,2})\/(\d{1,2})\/(\d{2})(?!\d|\/)/u,
    // `3/4/26` may be in March or in April.
    read: ([, first, second, year = '']) =>
      onlyOne(calendarDay(`20${year}`, second, first), calendarDay(`20${year}`, first, second)),
  },
  {
    form: /(?<![\d\p{L}-])(\d{1,2})-(\d{1,2})-(\d{2})(?!\d|-\d)/u,
    read: ([, first = '', second, third = '']) =>
      onlyOne(
        calendarDay(`20${third}`, second, first),
        calendarDay(`20${third}`, first, second),
        calendarDay(`20${first.padStart(2, '0')}`, second, third),
      ),
  },
];

/** The date that several readings of the same numbers agree on; undefined if they do not. */
function onlyOne(...dates: readonly (string | undefined)[]): string | undefined {
  const [date, ...others] = new Set(dates.filter((found) => found !== undefined));
  return others.length === 0 ? date : undefined;
}

/** The first day of a range that ends in a month, and in the year that is given: `Dec 28 – Jan 3, 2026`. */
function firstDay(year: string | undefined, month = '', day = '', end = ''): string | undefined {
  const [from = 0, to = 0] = [monthNumber(month), monthNumber(end)];
  return calendarDay(from > to ? String(Number(year) - 1) : year, String(from), day);
}

/** `2026-03-03`; undefined for a day that is not in the calendar. */
export function calendarDay(year = '', month = '', day = ''): string | undefined {
  if (Number(month) > SOLAR) return solarDay(Number(year), Number(month) - SOLAR, Number(day));
  // Thailand counts years from 543 BC.
  const text = `${Number(year) > 2400 ? Number(year) - 543 : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** In numbers alone, a year from 1340 to 1419 is one of Iran’s calendar. */
function numericDay([, year = '', month = '', day]: readonly string[]): string | undefined {
  return calendarDay(year, SOLAR_YEAR.test(year) ? `${Number(month) + SOLAR}` : month, day);
}

const SOLAR = 12;
const SOLAR_YEAR = /^1(?:3[4-9]|4[01])/;

/**
 * A day of Iran’s calendar, for years about the present: six months of 31 days, five of 30, and one of 29 or, in eight
 * of 33 years, 30. `1404-12-12` -> `2026-03-03`
 */
function solarDay(year: number, month: number, day: number): string | undefined {
  if (!SOLAR_YEAR.test(`${year}`) || month > SOLAR || day < 1 || day > (month < 7 ? 31 : 30))
    return undefined;
  const leapDays = Math.floor((year * 8 + 21) / 33);
  const days = year * 365 + leapDays + month * 30 + Math.min(month - 1, 6) + day;
  return new Date((days - DAYS_TO_1970) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The days that the calculation above counts up to the start of 1970. */
const DAYS_TO_1970 = 492_664;
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** The Monday of a week as ISO 8601 counts them: week 1 is the one with 4 January. */
function mondayOf(year: number, week: number): string | undefined {
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const weekday = (fourth.getUTCDay() + 6) % 7;
  const monday = Date.UTC(year, 0, 4 - weekday + (week - 1) * 7);
  // Not every year has a week 53: a week belongs to the year that its Thursday is in.
  if (new Date(monday + 3 * DAY_MILLISECONDS).getUTCFullYear() !== year) return undefined;
  return new Date(monday).toISOString().slice(0, 10);
}
