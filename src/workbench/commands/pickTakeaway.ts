import * as vscode from 'vscode';
import type { OpenedBriefing } from '../../library/entry.ts';
import { takeawaysIn } from '../../library/items.ts';
import { HumanError } from '../humanError.ts';
import { withoutIcons } from '../inert.ts';
import type { CommandContext } from './context.ts';

/** How many briefings' takeaways are there to choose from: those at the top of the sidebar. */
const BRIEFINGS = 20;

/** A takeaway, by its briefing's file and its own id. */
interface PickedTakeaway {
  readonly uri: string;
  readonly id: string;
}

type TakeawayItem = vscode.QuickPickItem & PickedTakeaway;

/** Asks for a takeaway: those of the briefing that is read come first. */
export async function pickTakeaway(
  { library, readers, tree }: CommandContext,
  placeHolder: string,
): Promise<PickedTakeaway | undefined> {
  const here = readers.place?.uri;
  const shown = tree.groups.flatMap(({ entries }) => entries).map(({ uri }) => uri);
  const uris = [...new Set([...(here === undefined ? [] : [here]), ...shown])].slice(0, BRIEFINGS);
  const opened = await Promise.all(uris.map((uri) => library.open(uri)));
  const items = opened.flatMap((one) => (one?.kind === 'briefing' ? itemsOf(one) : []));
  if (items.length === 0) throw new HumanError(vscode.l10n.t('No briefing has a takeaway yet.'));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
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
