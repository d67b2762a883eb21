import * as vscode from 'vscode';
import type { OpenedBriefing } from '../../library/entry.ts';
import { takeawaysIn } from '../../library/items.ts';
import { HumanError } from '../humanError.ts';
import { withoutIcons } from '../inert.ts';
import type { Command, CommandContext } from './context.ts';
import { briefingAt, nodeOf } from './target.ts';

/** How many briefings' takeaways are there to choose from: those at the top of the sidebar. */
const BRIEFINGS = 20;

/** Opens a takeaway in the reader; asks which where it is not said, those of the briefing that is read first. */
export const openTakeaway: Command = async (context, argument) => {
  const node = nodeOf(argument);
  const target = node?.kind === 'takeaway' ? { uri: node.uri, id: node.takeaway.id } : await pick(context);
  if (!target) return;
  const briefing = await briefingAt(context, vscode.Uri.parse(target.uri));
  context.readers.open(target.uri, briefing, { id: target.id });
};

interface TakeawayItem extends vscode.QuickPickItem {
  readonly uri: string;
  readonly id: string;
}

async function pick({ library, readers, tree }: CommandContext): Promise<TakeawayItem | undefined> {
  const here = readers.place?.uri;
  const shown = tree.groups.flatMap(({ entries }) => entries).map(({ uri }) => uri);
  const uris = [...new Set([...(here === undefined ? [] : [here]), ...shown])].slice(0, BRIEFINGS);
  const opened = await Promise.all(uris.map((uri) => library.open(uri)));
  const items = opened.flatMap((one) => (one?.kind === 'briefing' ? itemsOf(one) : []));
  if (items.length === 0) throw new HumanError(vscode.l10n.t('No briefing has a takeaway yet.'));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Open a takeaway'),
    matchOnDescription: true,
  });
  return picked && 'id' in picked ? (picked as TakeawayItem) : undefined;
}

function itemsOf({ uri, briefing }: OpenedBriefing): vscode.QuickPickItem[] {
  const items = takeawaysIn(briefing.sections).map(({ id, label, text, emoji }): TakeawayItem => {
    const words = text.replaceAll('\n', ' ');
    const description = [emoji, label === undefined ? undefined : words].filter(Boolean).join(' ');
    return {
      label: withoutIcons(label ?? words),
      description: withoutIcons(description),
      uri,
      id,
    };
  });
  const separator = { label: briefing.title, kind: vscode.QuickPickItemKind.Separator };
  return items.length > 0 ? [separator, ...items] : [];
}
