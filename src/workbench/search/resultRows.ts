import { joinFilled } from '../../base/joinFilled.ts';
import * as vscode from 'vscode';
import type { ReadState } from '../../library/readState.ts';
import { filePrefix, type RowPrefix, rowPrefixesOf } from '../../library/tree/rowPrefixes.ts';
import type { QueryProblem } from '../../search/query.ts';
import { withoutRepeatedReferences } from '../../search/repeatedReferences.ts';
import type { Hit } from '../../search/search.ts';
import { isReadingItem, type SearchItem, type SearchKind } from '../../search/searchDocument.ts';
import { snippetOf, spellingsOf } from '../../search/snippet.ts';
import { shortDateLabel } from '../labels.ts';
import { withoutIcons } from '../notify.ts';
import { separatorRow } from '../quickPick.ts';

/* Rows of a quick pick that show what was found. */

/** The maximum length of text in a row, in UTF-16 units: about a line. */
const MAX_LABEL_LENGTH = 90;
const MAX_DETAIL_LENGTH = 160;

const ICONS: Readonly<Record<SearchKind, string>> = {
  takeaway: 'circle-small',
  passage: 'circle-small',
  briefing: 'book',
  section: 'note',
  reference: 'link-external',
};

/** The item that a row shows. */
export type ResultItem = Pick<Hit, 'item' | 'entry' | 'day'> & { readonly words?: readonly string[] };

export interface ResultRow extends vscode.QuickPickItem {
  readonly hit: ResultItem;
}

export function isHit(row: vscode.QuickPickItem): row is ResultRow {
  return 'hit' in row;
}

/**
 * Returns the row of a hit: its own words, around those that were searched for, and where it is. `prefix`: what tells
 * its briefing apart from others with the same title.
 */
export function resultRow(hit: ResultItem, state: ReadState, prefix?: RowPrefix): ResultRow {
  const { item, entry, words = [] } = hit;
  const { title, date } = entry.outline;
  const label = item.title || snippetOf(item.text, words, MAX_LABEL_LENGTH).text;
  const isUnread = isReadingItem(item) && !state.isRead(item.key);
  const isStarred = isReadingItem(item) && state.isStarred(item.key);
  const icon = isStarred ? 'star-full' : isUnread ? 'circle-small-filled' : ICONS[item.kind];
  const where = [
    filePrefix(prefix, entry.uri),
    item.kind === 'briefing' ? undefined : title,
    date === undefined ? undefined : shortDateLabel(date),
  ];
  const detail = detailOf(item, words, label);
  return {
    label: `$(${icon}) ${withoutIcons(label)}`,
    description: withoutIcons(joinFilled(where, ' · ')),
    ...(detail !== '' && { detail: withoutIcons(detail) }),
    alwaysShow: true,
    hit,
  };
}

/** The words of an item below its label; without a label of its own, those after the words that are shown instead. */
function detailOf({ title, text }: SearchItem, words: readonly string[], label: string): string {
  const detail = text === '' ? '' : snippetOf(text, words, MAX_DETAIL_LENGTH).text;
  const shown = label.replace(/ …$/, '');
  if (title !== '' || !detail.startsWith(shown)) return detail;
  const rest = detail.slice(shown.length).trim();
  return rest === '' ? '' : `… ${rest}`;
}

/**
 * Returns the rows of the hits for a text. If nothing contains all words, a row says so, and separators list the words
 * that the hits below them lack.
 */
export function resultRows(hits: readonly Hit[], text: string, state: ReadState): vscode.QuickPickItem[] {
  const { t } = vscode.l10n;
  let last = '';
  const prefixes = rowPrefixesOf([...new Set(hits.map(({ entry }) => entry))]);
  return withoutRepeatedReferences(hits).flatMap((hit, i) => {
    const missing = spellingsOf(text, hit.without ?? []).join(', ');
    const isOther = missing !== last;
    last = missing;
    const row = resultRow(hit, state, prefixes.get(hit.entry));
    if (!isOther) return [row];
    const separator = separatorRow(t('Without: {0}', missing));
    return i === 0 ? [noteRow(t('No result contains all words.')), separator, row] : [separator, row];
  });
}

/** Returns a row with a note. */
export function noteRow(label: string): vscode.QuickPickItem {
  return { label: `$(info) ${withoutIcons(label)}`, alwaysShow: true };
}

/** Returns the row below as many hits as are shown. */
export function moreResultsRow(): vscode.QuickPickItem {
  return noteRow(vscode.l10n.t('More results. Add a word to narrow them down.'));
}

/** Returns the row for no hits, as long as there may be some later. */
export function indexingRow(): vscode.QuickPickItem {
  return noteRow(vscode.l10n.t('No results yet. Some briefings are still being indexed.'));
}

export function problemRow(problem: QueryProblem): vscode.QuickPickItem {
  const { t } = vscode.l10n;
  switch (problem.kind) {
    case 'unknownFilter':
      return noteRow(t('“{0}” is not a filter. Try is:unread, is:read or is:starred.', problem.text));
    case 'notADate':
      return noteRow(t('“{0}” is not a date. Write it as 2025, 2025-08 or 2025-08-19.', problem.text));
    case 'tooLong':
      return noteRow(t('The search is too long. Only its first part is used.'));
  }
}

/** A row that explains a filter; choosing it inserts the filter into the box. */
export interface FilterRow extends vscode.QuickPickItem {
  readonly filter: string;
}

/** Returns a row for each filter. */
export function filterRows(): FilterRow[] {
  const { t } = vscode.l10n;
  const filters: readonly (readonly [filter: string, shown: string, meaning: string])[] = [
    ['is:unread ', 'is:unread', t('unread (is:read for read ones)')],
    ['is:starred ', 'is:starred', t('with a star')],
    ['site:', 'site:reuters.com', t('with a reference to this site')],
    ['after:', 'after:2025-08', t('on or after this day, month or year')],
    ['before:', 'before:2026', t('before this day, month or year')],
    ['in:"', `in:"${t('weekly notes')}"`, t('in a folder with these words in its path')],
    ['"', `"${t('security guarantees')}"`, t('these words in this order')],
    ['-', `-${t('draft')}`, t('without this word')],
  ];
  return filters.map(([filter, shown, meaning]) => ({
    label: shown,
    description: meaning,
    alwaysShow: true,
    filter,
  }));
}
