import * as vscode from 'vscode';
import { takeawayKey } from '../../briefing/wordsKey.ts';
import { relatedTo } from '../../search/related.ts';
import { HumanError } from '../humanError.ts';
import { withoutIcons } from '../inert.ts';
import { pickFound, searchable, shownOf } from '../search/pickFound.ts';
import type { Command } from './context.ts';
import { nodeInFile, takeawayOf } from './target.ts';

/** How many are worth a look. */
const SHOWN = 20;

/** Lists the takeaways of other briefings that tell of the same, the newest first: the story so far. */
export const showRelated: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const takeaway = takeawayOf(context, argument);
  const { label = '', text } = takeaway;
  const uri = nodeInFile(argument)?.uri ?? context.readers.place?.uri ?? '';
  if (!(await searchable(context))) return;
  const { corpus } = context.searches.finder.index;
  const related = relatedTo({ key: takeawayKey(takeaway), title: label, text }, uri, corpus, SHOWN);
  const items = shownOf(
    context,
    related.map(({ placed }) => placed),
  );
  if (items.length === 0) throw new HumanError(t('No other briefing tells of this.'));
  await pickFound(
    context,
    [{ name: '', items }],
    t('Related to “{0}”', withoutIcons(label || text.slice(0, 60))),
  );
};
