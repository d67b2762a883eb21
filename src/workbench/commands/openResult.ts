import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { itemsIn } from '../../briefing/readingItems.ts';
import { flatten } from '../../briefing/structure/structure.ts';
import { isInSection } from '../../library/tree/nodes.ts';
import { spellingsOf } from '../../search/snippet.ts';
import type { CommandContext } from './commandContext.ts';
import { openAt } from './openAt.ts';
import { separatorRow } from '../quickPick.ts';
import type { TabOpenOptions } from '../reader/readers.ts';
import { type ResultItem, type ResultRow, resultRow } from '../search/resultRows.ts';
import { dayOfEntry, localDay } from '../../library/days.ts';
import type { NumberedItem } from '../../search/corpus.ts';

/** Opens a hit where it occurs, with the searched words marked. */
export async function openResult(
  context: CommandContext,
  { item, entry, words = [] }: ResultItem,
  options: TabOpenOptions,
): Promise<void> {
  await openAt(context, vscode.Uri.parse(entry.uri), (briefing) => ({
    ...options,
    id: item.kind === 'reference' ? citingId(briefing, item.references[0]) : item.id,
    words: spellingsOf(`${item.title}\n${item.text}`, words),
  }));
}

/**
 * Returns the id of an item that cites a reference, given by its index in the briefing; if there is none, of the
 * section that lists it.
 */
function citingId(briefing: Briefing, number = -1): string {
  const reference = briefing.references[number];
  if (!reference) return '';
  const item = itemsIn(briefing).find(({ references }) => references.includes(reference));
  const section = flatten(briefing.sections).findLast((one) => isInSection(reference, one));
  return item?.id ?? section?.id ?? '';
}

/** Items under a heading ('' for none). */
export interface ResultGroup {
  readonly name: string;
  readonly items: readonly ResultItem[];
}

/** Returns those of the items whose briefings are in the library, ready to be shown. */
export function resultItems(context: CommandContext, placed: readonly NumberedItem[]): readonly ResultItem[] {
  const today = localDay(new Date());
  return placed.flatMap(({ item, document }): ResultItem[] => {
    const entry = context.library.get(document.uri);
    return entry?.kind === 'briefing' ? [{ item, entry, day: dayOfEntry(entry, today) }] : [];
  });
}

/** Asks which of the items to open, and opens it. */
export async function pickResult(
  context: CommandContext,
  groups: readonly ResultGroup[],
  placeHolder: string,
): Promise<void> {
  const rows = groups.flatMap(({ name, items }): (vscode.QuickPickItem | ResultRow)[] => [
    ...(name !== '' && items.length > 0 ? [separatorRow(name)] : []),
    ...items.map((one) => resultRow(one, context.readingLog)),
  ]);
  const picked = await context.keys.whileAsking(() =>
    vscode.window.showQuickPick(
      // What is typed here filters the rows.
      rows.map((row) => ({ ...row, alwaysShow: false })),
      { placeHolder, matchOnDescription: true, matchOnDetail: true },
    ),
  );
  if (picked && 'hit' in picked) await openResult(context, picked.hit, {});
}

/** Waits until every briefing is indexed, with a progress notification. False if the user has cancelled it. */
export async function whenIndexed({ searches }: CommandContext): Promise<boolean> {
  const { index } = searches.finder;
  const complete = index.complete();
  if (index.pendingCount === 0) return true;
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Indexing briefings…'),
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
