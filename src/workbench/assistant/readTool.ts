import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { itemsIn } from '../../briefing/readingItems.ts';
import { findByKey } from '../../library/entryQueries.ts';
import { itemByKey } from '../../briefing/briefingContents.ts';
import type { ReadState } from '../../library/readState.ts';
import type { PromptItem } from '../../share/promptText.ts';
import { itemForModel, titleForModel } from './promptItems.ts';
import type { BriefingTool } from './tool.ts';

/** Reads one item, or a whole briefing. */
export const readTool: BriefingTool = {
  async answer({ key }, { library, readingLog }) {
    if (typeof key !== 'string' || key === '')
      throw new Error('Give a key from briefings_search or briefings_unread.');
    const found = findByKey(library.entries, key);
    const opened = found && (await library.open(found.uri));
    if (opened?.kind !== 'briefing')
      throw new Error(
        'Nothing in the library has this key. Call briefings_search or briefings_unread to get keys.',
      );
    const { briefing } = opened;
    const item = itemByKey(briefing, key);
    return item && key !== found?.outline.key
      ? {
          items: [itemForModel(item, briefing, readingLog)],
          how: 'For the rest of its briefing, call briefings_read with the briefingKey.',
        }
      : { items: promptItems(briefing, readingLog), how: 'Read its items one by one, by their keys.' };
  },
  progressMessage() {
    return vscode.l10n.t('Reading a briefing');
  },
  get confirmation() {
    return vscode.l10n.t('The assistant receives the text of a briefing, or a part of it.');
  },
};

/** Returns all items of a briefing, in their order. */
function promptItems(briefing: Briefing, state: ReadState): readonly PromptItem[] {
  const items = itemsIn(briefing);
  return items.length === 0
    ? [titleForModel(briefing)]
    : items.map((item) => itemForModel(item, briefing, state));
}
