import { calendarDay, DAYS, type DateForm, MONTHS, SHORT_YEARS, WEEKS } from './dateForms.ts';
import { endsSentence } from '../sentences.ts';
import { FOUR_DIGITS, TWO_DIGITS, withLatinDigits } from './digits.ts';

/** Forms that give a day (for a week, its Monday), and all forms. */
const FULL: readonly DateForm[] = [...DAYS, ...WEEKS];
const ANY: readonly DateForm[] = [...FULL, ...MONTHS, ...SHORT_YEARS];

/** A date of eight digits in a file name. */
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/;

/**
 * The first full date in a text, as `YYYY-MM-DD`: `2025-08-19`, `2025/8/19`, `19 August 2025`, `Aug. 19, 2025`,
 * `19.8.2025`, `19 de agosto de 2025`, `2025年8月19日`, `2025-W34`, `Week 34, 2025`. Of two numbers the day comes first,
 * unless only the other order is in the calendar: `06-04-2025` is 6 April, `05-23-2025` is 23 May. A range is its first
 * day. A week is its Monday, unless the text has a day, too: `2026-W10 (2026-03-08)`. A day that is not in the calendar
 * is not a date, nor is one without a year.
 */
export function findDate(text: string): string | undefined {
  return FOUR_DIGITS.test(text) ? (firstOf(DAYS, text) ?? firstOf(WEEKS, text))?.date : undefined;
}

/** As {@link findDate}; if a text has no full date, a month is its first day: `March 2026`, `2026年3月`, `2026-03`. */
export function findDateOrMonth(text: string): string | undefined {
  return findDate(text) ?? firstOf(MONTHS, text)?.date;
}

/**
 * The date in a file name, which may have nothing between its numbers: `20250819-talks.md`, `march-3-2026.md`,
 * `talks_19.8.25.txt`.
 */
export function dateOfFileName(fileName: string): string | undefined {
  const name = stemOf(fileName);
  const [, year, month, day] = COMPACT.exec(name) ?? [];
  return (
    findDate(name) ??
    calendarDay(year, month, day) ??
    findDate(name.replace(/[-_]+/g, ' ')) ??
    firstOf(SHORT_YEARS, name.replace(/_+/g, ' '))?.date
  );
}

/** A month of six digits in a file name. `201103` may also be in 2020. */
const COMPACT_MONTH = /(?<!\d)((?:19|20)(?:1[3-9]|[2-9]\d))(?=(?:0[1-9]|1[0-2])(?!\d))/;

/** The month in a file name: `digest-march-2026.md`, `2026-03.md`, `news_202603.md`. */
export function monthOfFileName(fileName: string): string | undefined {
  // Adds the space that is missing in `Mar2026`.
  const name = stemOf(fileName)
    .replace(COMPACT_MONTH, '$1-')
    .replace(/(?<=\p{L})(?=(?:19|20)\d{2}(?!\d))/gu, ' ');
  return (
    firstOf(MONTHS, name.replace(/_+/g, '-'))?.date ?? firstOf(MONTHS, name.replace(/[-_]+/g, ' '))?.date
  );
}

function stemOf(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.[a-z]{1,8}$/i, '');
}

/** What a date is called at a line's start: `Date: 2026-03-02`, `日期：2026-03-02`. */
const DATE =
  'date(?:(?:/| and | & )time)?|report(?:ing)? day|fecha|datum|data|дата|dato|dátum|tarih|tanggal|ngày|päivämäärä|ημερομηνία|תאריך|تاریخ|التاريخ|तारीख|วันที่|日期|日付|날짜';
/** The names of the day on which the file of a text was made: `Generated: 2026-03-02 07:00 UTC by …`. */
const MADE = [
  'time|generated|created|compiled|(?:last )?updated|ge(?:ne)?rado|généré|generato|erstellt|a[ck]?tuali[sz](?:ado|iert)',
  'mis à jour|aggiornato|uppdaterad|oppdatert|opdateret|bijgewerkt|aktualizacja|об?новлено',
  '(?:生成|更新|作成)(?:时间|日期|日時?|時間)|最[終后]更新|작성일|생성일|업데이트',
].join('|');
/** Other names of the date. */
const OTHER_DATE = `published|posted|recorded|issued|aired|as of|week of|fecha de publicación|stand|发布日期|发布时间|${MADE}`;
const named = (names: string) =>
  new RegExp(`^[\\s>#*_-]*(?:${names})(?: on| at)?[\\s*_]*[:：][\\s*_]*(?=\\S)`, 'iu');
const NAMED = named(
  `(?:(?:issue|meeting|publication|release|report|reporting|briefing) )?${DATE}|${OTHER_DATE}`,
);
/** The names of the date of a text itself, and those of the day on which its file was made. */
const NAMED_DATE = named(`(?:report(?:ing)? |briefing )?${DATE}`);
const NAMED_MADE = named(MADE);

/**
 * The same without a colon, right before the date: `Originally published on 3 March 2026 by Ann`, `Published Tuesday,
 * 3 March 2026, with all changes`, `Compiled by Ann on 3 March 2026`.
 */
const PUBLISHED =
  /^[\s>#*_-]*(?:(?:(?:originally|first) )?(?:published|posted)(?: on|(?=\s(?:\p{L}{3,12},?\s)?(?:\p{L}{3,12}\.?\s)?\d))|(?:prepared|compiled|generated|assembled|curated|issued)(?: by [^.!?\d]{2,60})? on|(?:automat\p{L}+ )?(?:veröffentlicht|erstellt|generiert|publié|généré|(?:public|ge(?:ne)?r)ado|(?:pubblic|gener)ato|ge(?:publ|gen)\p{L}+d)(?: automat\p{L}+)? (?:am|le|el|em|il|op))\s[[*_]*(?=[\p{L}\d])/iu;

/** The start of a line, or a mark that separates a date from the words before it. */
const OPENING = /(?:^|[,，|:：;·•(（–—-]|\s{3})[\s*_>#]*$/;

/** Whether a line says little more than a date: a dateline. */
export function isDateline(line: string): boolean {
  return (dayOfDateline(line) ?? monthOfDateline(line)) !== undefined;
}

/** Whether a line names its date as the date of the text: `Date: 3 March 2026`, and not `Created: 2 March 2026`. */
export function isCalledDate(line: string): boolean {
  return NAMED_DATE.test(line);
}

/** Whether a line says when its file was made: `Created: 2 March 2026`. */
export function saysWhenMade(line: string): boolean {
  return NAMED_MADE.test(line);
}

/** The day of a line that has little else: `Dublin, 3 March 2026`, `Stand: 3.3.26`. */
export function dayOfDateline(line: string): string | undefined {
  if (!TWO_DIGITS.test(line) || line.length >= 200) return undefined;
  const name = (NAMED.exec(line) ?? PUBLISHED.exec(line))?.[0];
  if (name !== undefined) {
    const said = line.slice(name.length);
    const found = firstOf(FULL, said);
    if (found && /^\P{N}{0,12}$/u.test(said.slice(0, found.at))) return found.date;
  }
  return isBrief(line) ? (findDate(line) ?? opening(SHORT_YEARS, line)) : undefined;
}

/** The first part of a line, before what separates it from the others: a mark, or the period behind a date. */
const FIRST_PART =
  /^[^\p{L}\p{N}]*(.{6,80}?)(?:\s[·•—–-]\s|\s?[|｜]\s|(?<=\d{4}|[-/]\d{2})[*_]{0,2}\.[*_]{0,2}\s(?=(?:aus|compiled|curated|edited|prepared|written|generated|assembled|published|by|issue|edition|no|vol)(?!\p{L})))/iu;
/** What may be beside a date: a weekday, or a place. */
const ONE_WORD = /^\P{L}*(?:[\p{L}\p{M}-]{1,14}\P{L}*)?$/u;
/** What a date may be of: `Issue of`, `Proceedings of`. */
const WHOLE = /^\p{L}{4,12}\s(?:of|for|vom|du|de|del|di)\s/iu;

/** The day of a byline whose first part is only a date, with or without a label: `3 March 2026 · Compiled at seven`. */
export function dayOfByline(line: string): string | undefined {
  return FOUR_DIGITS.test(line) ? dayOfPart(FIRST_PART.exec(line)?.[1]) : undefined;
}

/** The words before the comma behind a year, and a word for where or by whom a text was made. */
const BEFORE_COMMA =
  /^[^\p{L}\p{N}]*(.{6,60}?\p{Nd}{4})[,，]\s(?=(?:from|by|at|in|issue|edition|no|vol|compiled|curated|edited|written|reported|told|summari[sz]ed|aus|von|desde|por|de|par|da)(?!\p{L}))/iu;
/** Maximum length of such a line, in UTF-16 units. */
const COMMA_LENGTH = 120;

/** The day at the start of a line of its own that is not a sentence: `8 March 2026, from a kitchen in Dublin`. */
export function dayBeforeComma(line: string): string | undefined {
  const isByline = line.length <= COMMA_LENGTH && FOUR_DIGITS.test(line) && !endsSentence(line);
  return isByline ? dayOfPart(BEFORE_COMMA.exec(line)?.[1]) : undefined;
}

/** The day of words that are only a date, with or without a label. */
function dayOfPart(words = ''): string | undefined {
  const said = words.slice((NAMED.exec(words) ?? WHOLE.exec(words))?.[0].length ?? 0);
  const end = firstOf(FULL, said)?.end;
  return end !== undefined && ONE_WORD.test(said.slice(end)) && !/\d/.test(said.slice(end))
    ? dayAtStart(said)
    : undefined;
}

/** The day at the start of words, or behind one word: `Friday, 3 March 2026` */
export function dayAtStart(words: string): string | undefined {
  const found = firstOf(FULL, words);
  return found && ONE_WORD.test(words.slice(0, found.at)) ? found.date : undefined;
}

/** The first day of the month of a line that has little else: `Dublin, March 2026`. */
export function monthOfDateline(line: string): string | undefined {
  return TWO_DIGITS.test(line) && isBrief(line) ? opening(MONTHS, line) : undefined;
}

/** More letters and digits than a line that has little else but a date. */
const LONG = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]){33}/u;

function isBrief(line: string): boolean {
  return line.length < 200 && !LONG.test(line);
}

/** A month or a short year makes a dateline only at the line's start or after a mark: not `Closed until March 2026`. */
function opening(forms: readonly DateForm[], line: string): string | undefined {
  const found = firstOf(forms, line);
  return found && OPENING.test(line.slice(0, found.at)) ? found.date : undefined;
}

/**
 * Whether a title is a date with at most a few words beside it: `March 3, 2026`,
 * `Wednesday, March 4 2026 — Morning edition`, and not `What they said on March 3, 2026`.
 */
export function isMostlyDate(title: string): boolean {
  const found = isDateline(title) ? firstOf(ANY, title) : undefined;
  if (!found) return false;
  const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '').length;
  const before = title.slice(0, found.at);
  const after = title.slice(found.end);
  return (
    (letters(before) <= 9 || OPENING.test(before)) && letters(after) <= 16 && !/^\s*[:：]\s*\S/.test(after)
  );
}

/** Whether words are nothing but a date: `3 March 2026`, and not `Ferries, 3 March 2026`. */
export function isBareDate(words: string): boolean {
  return /^[^\p{L}\p{N}]*$/u.test(besideDate(words));
}

/** The words of a title beside its date: `Ferry news` in `Ferry news (3 March 2026)`. */
export function besideDate(title: string): string {
  return without(firstOf(ANY, title), title);
}

/** The same for a date with a day: `Ferry news` in `Ferry news 3 March 2026`. */
export function besideDay(name: string): string {
  return without(firstOf(FULL, name), name);
}

function without(found: Found | undefined, text: string): string {
  return found ? `${text.slice(0, found.at)} ${text.slice(found.end)}` : text;
}

/** A date, and its offsets in a text. */
interface Found {
  readonly date: string;
  readonly at: number;
  readonly end: number;
}

/** The date that comes first in a text, in one of the forms. */
function firstOf(forms: readonly DateForm[], written: string): Found | undefined {
  const text = withLatinDigits(written);
  let first: Found | undefined;
  for (const { form, read } of forms) {
    const match = form.exec(text);
    if (!match || match.index >= (first?.at ?? Infinity)) continue;
    const date = read(match);
    if (date === undefined) continue;
    first = { date, at: match.index, end: match.index + match[0].length };
    // Nothing can come before it. Most file names begin with their date.
    if (first.at === 0) break;
  }
  return first;
}
