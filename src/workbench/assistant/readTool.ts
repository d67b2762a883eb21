import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { proseOf } from '../../briefing/structure/prose.ts';
import { takeawayKey } from '../../briefing/text/wordsKey.ts';
import { findByKey } from '../../library/entryQueries.ts';
import { sectionsIn, takeawaysIn } from '../../library/items.ts';
import type { ReadState } from '../../library/tree/grouping.ts';
import type { PromptItem } from '../../share/promptText.ts';
import { proseForModel, takeawayForModel } from './items.ts';
import type { BriefingTool } from './tool.ts';

/** Reads one takeaway, or a whole briefing. */
export const readTool: BriefingTool = {
  async answer({ key }, { library, readingLog }) {
    if (typeof key !== 'string' || key === '')
      throw new Error('Give a key, as briefings_search and briefings_unread return them.');
    const found = findByKey(library.entries, key);
    const opened = found && (await library.open(found.uri));
    if (opened?.kind !== 'briefing')
      throw new Error(
        'No briefing or takeaway has this key. Call briefings_search or briefings_unread to get keys.',
      );
    const { briefing } = opened;
    const takeaway = takeawaysIn(briefing.sections).find((one) => takeawayKey(one) === key);
    return takeaway && key !== found?.outline.key
      ? {
          items: [takeawayForModel(takeaway, briefing, readingLog)],
          how: 'Call briefings_read with the briefingKey for the rest of its briefing.',
        }
      : { items: itemsOf(briefing, readingLog), how: 'Read its takeaways one by one, by their keys.' };
  },
  doing() {
    return vscode.l10n.t('Reading a briefing');
  },
  get allows() {
    return vscode.l10n.t('The assistant is given the text of a briefing, or of one of its takeaways.');
  },
};

/** All of a briefing in its order: takeaways, and prose. */
function itemsOf(briefing: Briefing, state: ReadState): PromptItem[] {
  const { lede, sections } = proseOf(briefing);
  const prose = (title: string, text: string) =>
    text === '' ? [] : [proseForModel(briefing, [title, text].filter(Boolean).join('\n'))];
  return [
    ...prose('', lede),
    ...sectionsIn(briefing.sections).flatMap((section) => [
      ...prose(section.title, sections.get(section.id) ?? ''),
      ...section.takeaways.map((takeaway) => takeawayForModel(takeaway, briefing, state)),
    ]),
  ];
}
