import * as vscode from 'vscode';
import type { Entry } from '../../library/library.ts';
import { takeawaysIn } from '../../library/outline.ts';
import { HumanError } from '../humanError.ts';
import { withoutIcons } from '../inert.ts';
import type { Command, CommandContext } from './context.ts';
import { briefingAt, nodeOf } from './target.ts';

/** Opens a takeaway in the reader; asks which where it is not said, those of the briefing that is read first. */
export const openTakeaway: Command = async (context, argument) => {
  const node = nodeOf(argument);
  const target = node?.kind === 'takeaway' ? { uri: node.uri, id: node.takeaway.id } : await pick(context);
  if (!target) return;
  const briefing = await briefingAt(context, vscode.Uri.parse(target.uri));
  context.reader.open(target.uri, briefing, target.id);
};

interface TakeawayItem extends vscode.QuickPickItem {
  readonly uri: string;
  readonly id: string;
}

async function pick({ library, reader }: CommandContext): Promise<TakeawayItem | undefined> {
  const here = reader.place?.uri;
  const entries = [...library.entries].sort((a, b) => Number(b.uri === here) - Number(a.uri === here));
  const items = entries.flatMap(itemsOf);
  if (items.length === 0) throw new HumanError(vscode.l10n.t('No briefing has a takeaway yet.'));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Open a takeaway'),
    matchOnDescription: true,
  });
  return picked && 'id' in picked ? (picked as TakeawayItem) : undefined;
}

function itemsOf(entry: Entry): vscode.QuickPickItem[] {
  if (entry.kind === 'broken') return [];
  const { title, sections } = entry.briefing;
  const items = takeawaysIn(sections).map(({ id, label, text, emoji }): TakeawayItem => {
    const words = text.replaceAll('\n', ' ');
    const description = [emoji, label === undefined ? undefined : words].filter(Boolean).join(' ');
    return {
      label: withoutIcons(label ?? words),
      description: withoutIcons(description),
      uri: entry.uri,
      id,
    };
  });
  const separator = { label: title, kind: vscode.QuickPickItemKind.Separator };
  return items.length > 0 ? [separator, ...items] : [];
}
