import { compareStrings } from '../base/compareStrings.ts';
import { groupBy } from '../base/collections/groupBy.ts';
import { escapeHeadingEnd } from '../briefing/text/sourceText.ts';
import { escapeWithin } from '../briefing/write/writeMarkdown.ts';
import { type Quotation, sourcesOf } from './quotation.ts';
import { quoteMarkdown } from './quoteMarkdown.ts';

/** The headings, in the user's language. */
export interface StarredExportStrings {
  readonly title: string;
  /** Formats a date: `2025-08-19` -> `August 19, 2025`. */
  readonly day: (date: string) => string;
  /** The headings for briefings without a date, and for items without a reference. */
  readonly undated: string;
  readonly unsourced: string;
}

/**
 * Starred items as one Markdown document, each a quotation with its links, below the title of its briefing. They are
 * grouped by the briefing's date, newest first, or by the site of the first reference, from A to Z; items without a
 * date or site come last. Briefings with the same title and date count as one.
 */
export function exportStarred(
  quotations: readonly Quotation[],
  by: 'date' | 'source',
  strings: StarredExportStrings,
): string {
  const newest = quotations.toSorted((one, other) => compareStrings(dateOf(other), dateOf(one)));
  const groups = [...groupBy(newest, by === 'date' ? dateOf : siteOf)];
  if (by === 'source')
    groups.sort(([one], [other]) => Number(one === '') - Number(other === '') || one.localeCompare(other));
  const groupTitle = (key: string) => {
    if (by === 'date') return key === '' ? strings.undated : strings.day(key);
    return key === '' ? strings.unsourced : key;
  };
  const parts = groups.flatMap(([key, members]) => [heading(2, groupTitle(key)), ...byBriefing(members)]);
  return `${[heading(1, strings.title), ...parts].join('\n\n')}\n`;
}

function byBriefing(quotations: readonly Quotation[]): string[] {
  const briefings = groupBy(quotations, ({ briefing: { title, date = '' } }) => `${title}\n${date}`);
  return [...briefings.values()].flatMap((members) => [
    heading(3, members[0]?.briefing.title ?? ''),
    quoteMarkdown(members),
  ]);
}

function dateOf({ briefing }: Quotation): string {
  return briefing.date ?? '';
}

/** '' if the item has no reference: then the briefing is its source, which has no site. */
function siteOf(quotation: Quotation): string {
  return sourcesOf(quotation)[0]?.site ?? '';
}

function heading(level: number, words: string): string {
  return `${'#'.repeat(level)} ${escapeHeadingEnd(escapeWithin(words))}`;
}
