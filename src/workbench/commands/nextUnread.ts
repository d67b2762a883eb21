import * as vscode from 'vscode';
import { takeawaysIn } from '../../library/items.ts';
import { nextUnread as nextUnreadIn, type TakeawayAt } from '../../library/nextUnread.ts';
import type { Readers } from '../reader/readers.ts';
import { HumanError } from '../humanError.ts';
import type { Command } from './context.ts';
import { openAt } from './openAt.ts';

/** The next takeaway that was not read yet, across briefings, in the order that the sidebar shows. */
export const nextUnread: Command = async (context) => {
  const { tree, log, readers } = context;
  const next = nextUnreadIn(tree.groups, log, placeOf(readers));
  if (!next) throw new HumanError(vscode.l10n.t('Everything that the sidebar shows is read.'));
  await openAt(context, vscode.Uri.parse(next.uri), ({ sections }) => ({
    id: takeawaysIn(sections)[next.number]?.id,
  }));
};

/** From a section, the takeaways in it are still to come. What has none is one thing to read itself. */
function placeOf({ shown }: Readers): TakeawayAt | undefined {
  if (!shown) return undefined;
  const { uri, briefing, item, isEnd } = shown;
  const takeaways = takeawaysIn(briefing.sections);
  if (takeaways.length === 0 || isEnd) return { uri, number: takeaways.length };
  const line = item?.kind === 'section' ? item.section.range.start.line : -1;
  const number =
    item?.kind === 'takeaway'
      ? takeaways.findIndex(({ id }) => id === item.id)
      : takeaways.filter(({ range }) => range.start.line < line).length - 1;
  return { uri, number };
}
