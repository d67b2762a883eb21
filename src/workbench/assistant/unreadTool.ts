import { sumOf } from '../../base/sumOf.ts';
import * as vscode from 'vscode';
import { itemsIn } from '../../briefing/readingItems.ts';
import { dayOfEntry, localDay } from '../../library/days.ts';
import type { ReadableEntry } from '../../library/entry.ts';
import { compareDays } from '../../search/datedEntries.ts';
import type { PromptItem } from '../../share/promptText.ts';
import { itemForModel, titleForModel } from './promptItems.ts';
import { type BriefingTool, limitOf, type ToolParts } from './tool.ts';
import { itemKeys } from '../../library/outline.ts';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Returns unread items, those of the newest briefings first. */
export const unreadTool: BriefingTool = {
  async answer({ since, limit }, parts) {
    if (since !== undefined && (typeof since !== 'string' || !DAY.test(since)))
      throw new Error('Give `since` as a day, YYYY-MM-DD, or leave it out.');
    const entries = unreadEntries(parts, since ?? '');
    const total = sumOf(entries, ({ unread }) => unread);
    if (total === 0)
      throw new Error('There is nothing unread. For items that were read before, call briefings_search.');
    const most = limitOf(limit, DEFAULT_LIMIT, MAX_LIMIT);
    const items: PromptItem[] = [];
    for (const { entry } of entries) {
      if (items.length >= most) break;
      for (const item of await unreadIn(entry, parts)) items.push(item);
    }
    return {
      items: items.slice(0, most),
      total,
      how: 'For more items, raise `limit`, change `since`, or call briefings_search with is:unread and words.',
    };
  },
  progressMessage() {
    return vscode.l10n.t('Looking for unread items');
  },
  get confirmation() {
    return vscode.l10n.t('The assistant receives your unread items. They stay unread.');
  },
};

function unreadEntries(
  { library, readingLog }: ToolParts,
  since: string,
): { readonly entry: ReadableEntry; readonly unread: number }[] {
  const today = localDay(new Date());
  const found = [...library.entries].flatMap((entry) => {
    if (entry.kind !== 'briefing') return [];
    const unread = itemKeys(entry.outline).filter((key) => !readingLog.isRead(key)).length;
    const day = dayOfEntry(entry, today);
    return unread > 0 && day >= since ? [{ entry, unread, day }] : [];
  });
  return found.sort(compareDays);
}

async function unreadIn({ uri }: ReadableEntry, { library, readingLog }: ToolParts): Promise<PromptItem[]> {
  const opened = await library.open(uri);
  if (opened?.kind !== 'briefing') return [];
  const { briefing } = opened;
  const items = itemsIn(briefing);
  if (items.length === 0) return [titleForModel(briefing)];
  return items
    .filter(({ key }) => !readingLog.isRead(key))
    .map((item) => itemForModel(item, briefing, readingLog));
}
