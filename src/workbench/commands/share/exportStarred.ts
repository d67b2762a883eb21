import * as vscode from 'vscode';
import { itemsIn } from '../../../briefing/readingItems.ts';
import { localDay } from '../../../library/days.ts';
import { exportStarred as write } from '../../../share/exportStarred.ts';
import { fileStem } from '../../../briefing/write/fileStem.ts';
import type { Quotation } from '../../../share/quotation.ts';
import { dateLabel } from '../../labels.ts';
import { HumanError } from '../../errors.ts';
import { saveFile } from '../../files/saveFile.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { offerToOpen, promptSaveUri } from './exportDialog.ts';
import { MARKDOWN } from './exportFormats.ts';
import { itemKeys } from '../../../library/outline.ts';

/** Saves the library's starred items as one Markdown document, in an order that the user picks. */
export const exportStarred: Command = async (context) => {
  const { t } = vscode.l10n;
  const quotations = await starredIn(context);
  if (quotations.length === 0)
    throw new HumanError(t('No items are starred. Add a star to an item to export it.'));
  const orders: readonly (vscode.QuickPickItem & { readonly by: 'date' | 'source' })[] = [
    { label: t('By Date'), description: t('newest briefing first'), by: 'date' },
    { label: t('By Source'), description: t('sites from A to Z'), by: 'source' },
  ];
  const picked = await vscode.window.showQuickPick(orders, { placeHolder: t('Export starred items') });
  if (!picked) return;
  const stem = fileStem({ title: t('Starred'), date: localDay(new Date()) });
  const uri = await promptSaveUri(stem, MARKDOWN, { title: t('Export Starred'), saveLabel: t('Export') });
  if (!uri) return;
  await saveFile(uri, starredDocument(quotations, picked.by));
  void offerToOpen(uri, MARKDOWN);
};

export function starredDocument(quotations: readonly Quotation[], by: 'date' | 'source'): string {
  const { t } = vscode.l10n;
  return write(quotations, by, {
    title: t('Starred'),
    day: dateLabel,
    undated: t('Without a Date'),
    unsourced: t('Without a Source'),
  });
}

/** Returns the starred items, each once, however many briefings contain it. */
export async function starredIn({
  library,
  readingLog,
}: Pick<CommandContext, 'library' | 'readingLog'>): Promise<readonly Quotation[]> {
  const isStarred = (key: string) => readingLog.isStarred(key);
  const quotations = new Map<string, Quotation>();
  for (const entry of [...library.entries]) {
    if (entry.kind !== 'briefing' || !itemKeys(entry.outline).some(isStarred)) continue;
    const opened = await library.open(entry.uri, { isKept: false });
    if (opened?.kind !== 'briefing') continue;
    const { briefing } = opened;
    for (const item of itemsIn(briefing))
      if (isStarred(item.key) && !quotations.has(item.key)) quotations.set(item.key, { item, briefing });
  }
  return [...quotations.values()];
}
