import * as vscode from 'vscode';
import { type SearchDocument, searchDocumentOf } from '../../search/searchDocument.ts';
import { keepOrder } from '../quickPick.ts';
import {
  indexingRow,
  isHit,
  moreResultsRow,
  noteRow,
  problemRow,
  type ResultRow,
  resultRows,
} from '../search/resultRows.ts';
import type { CommandContext } from './commandContext.ts';

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
  keepOrder(pick);
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
  if (rows.length > 0) return hasMore ? [...rows, moreResultsRow()] : rows;
  if (searches.finder.index.pendingCount !== 0) return [indexingRow()];
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
