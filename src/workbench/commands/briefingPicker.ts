import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { type Entry, entryName } from '../../library/entry.ts';
import { partByReading } from '../../library/entryQueries.ts';
import { copiedTogether } from '../../library/tree/copiedTogether.ts';
import { groupEntries, DEFAULT_OPTIONS } from '../../library/tree/grouping.ts';
import { localDay } from '../../library/days.ts';
import { dateLabel, itemsLabel, pathLabel } from '../labels.ts';
import { fileProblemMessage } from '../problemMessages.ts';
import { HumanError } from '../errors.ts';
import { withoutIcons } from '../notify.ts';
import type { CommandContext } from './commandContext.ts';
import type { Examples } from '../sidebar/treeItem.ts';
import { readBriefing, resolveFile, resolveNodeInFile } from './resolveArguments.ts';
import { type SearchDocument, searchDocumentOf } from '../../search/searchDocument.ts';
import {
  type ResultRow,
  resultRows,
  isHit,
  noteRow,
  problemRow,
  separatorRow,
} from '../search/resultRows.ts';

interface BriefingRow extends vscode.QuickPickItem {
  readonly uri: string;
}

/** Asks for a briefing of the library, listing the unread ones first. Returns the URI of its file. */
export async function pickBriefing(
  { library, readingLog, examples }: CommandContext,
  placeHolder: string,
): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const today = localDay(new Date());
  const options = { ...DEFAULT_OPTIONS, grouping: 'none' } as const;
  const copied = copiedTogether(library.entries);
  const newestFirst = groupEntries(library.entries, options, readingLog, today, { copied }).flatMap(
    ({ entries }) => entries,
  );
  if (newestFirst.length === 0)
    throw new HumanError(t('There are no briefings yet. Read a file as a briefing to begin.'));
  const { unread, read, broken } = partByReading(newestFirst, readingLog);
  const groups: readonly (readonly [name: string, entries: readonly Entry[]])[] = [
    [t('Unread'), unread],
    [t('Read'), read],
    [t('Cannot Be Read'), broken],
  ];
  const rows = groups.flatMap(([name, entries]): (vscode.QuickPickItem | BriefingRow)[] =>
    entries.length > 0 ? [separatorRow(name), ...entries.map((entry) => briefingRow(entry, examples))] : [],
  );
  const pickOptions = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  const picked = await vscode.window.showQuickPick(rows, pickOptions);
  return picked && 'uri' in picked ? vscode.Uri.parse(picked.uri) : undefined;
}

/** Returns the row of a briefing. It has the words of its row in the sidebar, so that they can be typed. */
function briefingRow(entry: Entry, examples: Examples): BriefingRow {
  const name = [examples.isExample(entry.uri) && vscode.l10n.t('Example'), entryName(entry)];
  return {
    label: withoutIcons(name.filter(Boolean).join(' · ')),
    description: withoutIcons(descriptionOf(entry)),
    detail: withoutIcons(pathLabel(vscode.Uri.parse(entry.uri))),
    uri: entry.uri,
  };
}

/**
 * Returns a row's description. It shows only the date that the briefing itself gives: its file's date may be that of a
 * copy.
 */
function descriptionOf(entry: Entry): string {
  if (entry.kind === 'broken') return fileProblemMessage(entry.problem);
  const { date, kinds } = entry.outline;
  const count = kinds.length;
  return [date !== undefined && dateLabel(date), count > 0 && itemsLabel(count)].filter(Boolean).join(' · ');
}

/** A briefing, and the file that it was read from. */
export interface ResolvedBriefing {
  readonly uri: vscode.Uri;
  readonly briefing: Briefing;
}

/** Returns the briefing that a command was called on, or the current one; asks if there is neither. */
export async function resolveBriefing(
  context: CommandContext,
  argument: unknown,
  placeHolder: string,
): Promise<ResolvedBriefing | undefined> {
  const { content } = context.readers;
  const node = resolveNodeInFile(argument);
  const file = resolveFile(argument);
  if (!node && !file && content) return { uri: vscode.Uri.parse(content.uri), briefing: content.briefing };
  const uri = file ?? (node ? vscode.Uri.parse(node.uri) : await pickBriefing(context, placeHolder));
  return uri && { uri, briefing: await readBriefing(context, uri) };
}

/** Maximum number of items listed. To narrow them down, the user types a word. */
const MAX_ITEMS = 100;

/** An item, identified by its briefing's file and its own id. */
interface PickedItem {
  readonly uri: string;
  readonly id: string;
}

type Row = vscode.QuickPickItem | ResultRow;

/** Asks for an item of any briefing. Those of the current briefing are listed first, then those of the newest. */
export async function pickItem(
  context: CommandContext,
  placeHolder: string,
): Promise<PickedItem | undefined> {
  const { index } = context.searches.finder;
  const { content } = context.readers;
  const here = content && searchDocumentOf(content.uri, '', content.briefing);
  const pick = vscode.window.createQuickPick<Row>();
  pick.placeholder = placeHolder;
  // VS Code would sort by its own matching. `sortByLabel` has worked for years, but is missing in its types.
  Object.assign(pick, { sortByLabel: false });
  const show = () => {
    const [active] = pick.activeItems;
    const items = itemRows(context, pick.value, here);
    pick.items = items;
    pick.busy = index.pendingCount !== 0;
    // Changes from elsewhere keep the active row active.
    activate(pick, (active && items.find((row) => isSame(row, active))) ?? items.find(isHit));
  };
  const listener = index.onDidChange(show);
  const picked = await new Promise<Row | undefined>((resolve) => {
    pick.onDidChangeValue(() => {
      pick.items = itemRows(context, pick.value, here);
      activate(pick, pick.items.find(isHit));
    });
    pick.onDidAccept(() => {
      const { items, activeItems } = pick;
      // If the user types faster than VS Code reports the active row, the first row is meant.
      const row = activeItems.find((one) => items.includes(one) && isHit(one)) ?? items.find(isHit);
      if (row) resolve(row);
    });
    pick.onDidHide(() => {
      resolve(undefined);
    });
    pick.show();
    show();
    void index.start().then(show);
  });
  listener.dispose();
  pick.dispose();
  return picked && isHit(picked) ? { uri: picked.hit.entry.uri, id: picked.hit.item.id } : undefined;
}

/** Returns the rows for what is typed. They come from the search index, so that no file is opened. */
function itemRows(
  { searches, readingLog }: Pick<CommandContext, 'searches' | 'readingLog'>,
  text: string,
  here: SearchDocument | undefined,
): readonly Row[] {
  const { t } = vscode.l10n;
  const { query, hits, hasMore } = searches.finder.findItems(text, MAX_ITEMS, here);
  const rows = [...query.problems.map(problemRow), ...resultRows(hits, text, readingLog)];
  if (rows.length > 0)
    return hasMore ? [...rows, noteRow(t('More results. Add a word to narrow them down.'))] : rows;
  if (searches.finder.index.pendingCount !== 0)
    return [noteRow(t('No results yet. Some briefings are still being indexed.'))];
  return text.trim() === ''
    ? [noteRow(t('There are no items to choose from yet.'))]
    : [noteRow(t('No results. Remove a word.'))];
}

/** Makes a row the active one, rather than a note or separator above the first hit. */
function activate(pick: vscode.QuickPick<Row>, row: Row | undefined): void {
  if (row) pick.activeItems = [row];
}

function isSame(row: Row, other: Row): boolean {
  return (
    isHit(row) &&
    isHit(other) &&
    row.hit.entry.uri === other.hit.entry.uri &&
    row.hit.item.id === other.hit.item.id
  );
}
