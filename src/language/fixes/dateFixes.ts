import { findDate } from '../../briefing/text/dates/date.ts';
import { dateRange } from '../../briefing/structure/checks.ts';
import { structureOf } from '../../briefing/structure/structure.ts';
import { givenDates } from '../checks/dates.ts';
import type { Finding } from '../rules.ts';
import type { Fix, FixContext } from './fix.ts';

/**
 * Fixes for a date in the front matter, or one written as YYYY-MM-DD: the other dates that the briefing gives for itself,
 * then today.
 */
export function dateFixes(
  { code, range, details: [own = '', counts = ''] }: Finding,
  context: FixContext,
): Fix[] {
  const { briefing, fileName, today } = context;
  const structure = structureOf(briefing);
  const { frontMatter, lines } = structure.document;
  const given = givenDates(briefing, structure, fileName).filter((one) => one.in !== 'frontMatter');
  if (frontMatter.date !== undefined) {
    const place = dateRange(structure);
    const written = lines[place.start.line]?.slice(place.start.character, place.end.character);
    // Dates that YAML spells differently, or over several lines, have to be fixed by hand.
    if (written !== frontMatter.date || place.start.line !== place.end.line) return [];
    const days = code === 'bad-date' ? [...given.map(({ date }) => date), today] : [own];
    const isSure = code === 'bad-date' && given.length > 0;
    return [...new Set(days)].map((day, i) => ({
      kind: 'set-date',
      detail: day,
      edits: [{ range: place, text: day }],
      ...(isSure && i === 0 && { isPreferred: true }),
    }));
  }
  const { line } = range.start;
  const at = lines[line]?.indexOf(own) ?? -1;
  if (at < 0 || findDate(own) === undefined) return [];
  const there = { start: { line, character: at }, end: { line, character: at + own.length } };
  return [{ kind: 'set-date', detail: counts, edits: [{ range: there, text: counts }] }];
}
