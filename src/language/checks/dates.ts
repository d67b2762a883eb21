import type { Briefing, Range } from '../../briefing/model.ts';
import { dateRange } from '../../briefing/structure/checks.ts';
import type { Structure } from '../../briefing/structure/structure.ts';
import { blockText } from '../../briefing/blocks/document.ts';
import { dateOfFileName, findDate } from '../../briefing/text/dates/date.ts';
import { lineRange } from '../../briefing/text/sourceText.ts';
import { type Finding, finding } from '../rules.ts';

const WEEK = /week|semana|semaine|woche|settimana|тижд|недел|周|週|주간/i;

/** A date that a briefing gives for itself, and its place. */
export interface GivenDate {
  readonly in: 'frontMatter' | 'name' | 'title';
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly range: Range;
}

/** The dates that a briefing gives for itself, the one that takes precedence first. */
export function givenDates(briefing: Briefing, structure: Structure, fileName: string): GivenDate[] {
  const { document, titleBlock } = structure;
  const { frontMatter, lines } = document;
  const top =
    frontMatter.end > 0
      ? lineRange(lines, 0, 1)
      : lineRange(lines, titleBlock?.from ?? 0, (titleBlock?.to ?? 0) || 1);
  const title = titleBlock && blockText(titleBlock) === briefing.title ? titleBlock : undefined;
  return [
    givenDate(
      'frontMatter',
      frontMatter.date === undefined ? undefined : findDate(frontMatter.date),
      dateRange(structure),
    ),
    givenDate('name', dateOfFileName(fileName), top),
    // The title of a weekly briefing names the week's first day, or its last.
    givenDate(
      'title',
      WEEK.test(briefing.title) ? undefined : findDate(briefing.title),
      title ? lineRange(lines, title.from, title.to) : top,
    ),
  ].filter((one) => one !== undefined);
}

/** Findings for dates that differ from the one that takes precedence. */
export function checkDates(briefing: Briefing, structure: Structure, fileName: string): Finding[] {
  const [counts, ...others] = givenDates(briefing, structure, fileName);
  const differing = others.filter(({ date }) => date !== counts?.date);
  return differing
    .filter(({ date, range }, i) => {
      // The title may repeat the file's name.
      const before = differing[i - 1];
      return date !== before?.date || range.start.line !== before.range.start.line;
    })
    .map(({ date, range }) => finding('date-mismatch', range, date, counts?.date ?? ''));
}

function givenDate(where: GivenDate['in'], date: string | undefined, range: Range): GivenDate | undefined {
  return date === undefined ? undefined : { in: where, date, range };
}
