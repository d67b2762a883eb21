import * as vscode from 'vscode';
import { dayOfEntry, localDay } from '../../library/arrangement.ts';
import type { PlacedItem } from '../../search/corpus.ts';
import { newerFirst } from '../../search/standings.ts';
import type { CommandContext } from '../commands/context.ts';
import { type FoundRow, foundRow, separatorRow, type Shown } from './foundRows.ts';
import { openFound } from './openFound.ts';

/** Items under a heading, '' for none. */
export interface FoundGroup {
  readonly name: string;
  readonly items: readonly Shown[];
}

/** The items that are in the library, as they are shown; the newest first. */
export function shownOf(context: CommandContext, placed: readonly PlacedItem[]): readonly Shown[] {
  const today = localDay(new Date());
  return placed
    .flatMap(({ item, document }): Shown[] => {
      const entry = context.library.get(document.uri);
      return entry?.kind === 'briefing' ? [{ item, entry, day: dayOfEntry(entry, today) }] : [];
    })
    .sort(newerFirst);
}

/** Asks which of them to open, and opens it. */
export async function pickFound(
  context: CommandContext,
  groups: readonly FoundGroup[],
  placeHolder: string,
): Promise<void> {
  const rows = groups.flatMap(({ name, items }): (vscode.QuickPickItem | FoundRow)[] => [
    ...(name !== '' && items.length > 0 ? [separatorRow(name)] : []),
    ...items.map((one) => foundRow(one, context.log)),
  ]);
  const picked = await vscode.window.showQuickPick(
    // What is typed here chooses among them.
    rows.map((row) => ({ ...row, alwaysShow: false })),
    { placeHolder, matchOnDescription: true, matchOnDetail: true },
  );
  if (picked && 'hit' in picked) await openFound(context, picked.hit, {});
}

/** Waits until every briefing can be searched, with something to look at and a way out. False where that was taken. */
export async function searchable({ searches }: CommandContext): Promise<boolean> {
  const { index } = searches.finder;
  const complete = index.complete();
  if (index.waiting === 0) return true;
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Reading the briefings for the search…'),
      cancellable: true,
    },
    (_, token) =>
      Promise.race([
        complete.then(() => true),
        new Promise<boolean>((resolve) => {
          token.onCancellationRequested(() => {
            resolve(false);
          });
        }),
      ]),
  );
}
