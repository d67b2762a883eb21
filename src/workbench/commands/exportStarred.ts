import * as vscode from 'vscode';
import { itemsIn } from '../../briefing/readingItems.ts';
import { exportStarred as write } from '../../share/exportStarred.ts';
import type { Quotation } from '../../share/quotation.ts';
import { dateLabel } from '../convert.ts';
import { HumanError } from '../errors.ts';
import type { Command, CommandContext } from './context.ts';

/**
 * Opens the starred items of the library as a new Markdown document: it can be changed first, and saved anywhere.
 */
export const exportStarred: Command = async (context) => {
  const { t } = vscode.l10n;
  const quotations = await starredIn(context);
  if (quotations.length === 0) throw new HumanError(t('Nothing has a star. Add a star to export it.'));
  const orders: readonly (vscode.QuickPickItem & { readonly by: 'date' | 'source' })[] = [
    { label: t('By Date'), description: t('newest briefing first'), by: 'date' },
    { label: t('By Source'), description: t('sites from A to Z'), by: 'source' },
  ];
  const picked = await vscode.window.showQuickPick(orders, { placeHolder: t('Export what is starred') });
  if (!picked) return;
  const content = write(quotations, picked.by, {
    title: t('Starred'),
    day: dateLabel,
    undated: t('Without a Date'),
    unsourced: t('Without a Source'),
  });
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
};

/** Each item once, however many briefings have it. */
async function starredIn({ library, readingLog }: CommandContext): Promise<readonly Quotation[]> {
  const isStarred = (key: string) => readingLog.isStarred(key);
  const quotations = new Map<string, Quotation>();
  for (const entry of [...library.entries]) {
    if (entry.kind !== 'briefing' || !entry.outline.keys.some(isStarred)) continue;
    const opened = await library.open(entry.uri, { isKept: false });
    if (opened?.kind !== 'briefing') continue;
    const { briefing } = opened;
    for (const item of itemsIn(briefing))
      if (isStarred(item.key) && !quotations.has(item.key)) quotations.set(item.key, { item, briefing });
  }
  return [...quotations.values()];
}
