import { dayAtStart, findDate, isMostlyDate } from './date.ts';
import { FOUR_DIGITS } from './digits.ts';
import { endsSentence } from '../sentences.ts';

/**
 * What separates a date from what is before it: `Bulletin, 3 March 2026`, `by Ann on 3 March 2026`,
 * `edition of 3 March 2026`, `Bulletin        3 March 2026`.
 */
const JOINTS =
  /[,，|;·•(（–—-]\s*|\s{3,40}|\bby\s[^.!?]{2,60}?\son\s+|\b(?:issue|edition|ausgabe|édition|edición|edizione)\s(?:of|for|vom|du|de|del|di)\s+/giu;
/** The longest line that is searched. In UTF-16 units. */
const LENGTH = 120;

/**
 * The day at the end of a line, whatever name is before it: `Harbour Office Bulletin, 3 March 2026`. At the end of a
 * sentence, a day belongs to something else.
 */
export function dayAtEnd(line: string): string | undefined {
  if (line.length > LENGTH || !FOUR_DIGITS.test(line) || endsSentence(line)) return undefined;
  for (const { index, 0: joint } of line.matchAll(JOINTS)) {
    const end = line.slice(index + joint.length);
    const date = isMostlyDate(end) ? findDate(end) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** What says that the day behind it is today: `It is Friday, 3 March 2026.`, `the news for today, 3 March 2026` */
const TODAY =
  /(?<!\p{L})(?:(?:today|heute|hoy|aujourd['’]hui|oggi|hoje|vandaag|сегодня|сьогодні|dziś|bugün)(?:['’]s date)?(?: is| ist| es| est| è| é| jest|['’]s)?|it(?:['’]s| is))[,:]?\s+|(?:今天|今日|오늘)(?:是|は|은)?[，,：:]?\s*/iu;

/** The day that a line calls today. */
export function dayOfToday(line: string): string | undefined {
  const [said] = FOUR_DIGITS.test(line) ? (TODAY.exec(line) ?? []) : [];
  return said === undefined ? undefined : dayAtStart(line.slice(line.indexOf(said) + said.length, LENGTH));
}
