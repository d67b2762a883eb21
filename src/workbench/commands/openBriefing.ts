import * as vscode from 'vscode';
import { type Entry, nameOf } from '../../library/library.ts';
import { takeawaysIn } from '../../library/outline.ts';
import { dateLabel, fileProblemMessage, placeOf } from '../convert.ts';
import { HumanError } from '../humanError.ts';
import { withoutIcons } from '../inert.ts';
import type { Command } from './context.ts';
import { briefingAt, fileOf, nodeOf } from './target.ts';

/** Opens a briefing, or a section of it, in the reader; asks which where it is not said. */
export const openBriefing: Command = async (context, argument) => {
  const node = nodeOf(argument);
  const uri = fileOf(argument) ?? (node ? vscode.Uri.parse(node.uri) : await pick(context.library.entries));
  if (!uri) return;
  const id = node?.kind === 'section' ? node.section.id : undefined;
  context.reader.open(uri.toString(), await briefingAt(context, uri), id);
};

async function pick(entries: readonly Entry[]): Promise<vscode.Uri | undefined> {
  if (entries.length === 0) {
    throw new HumanError(vscode.l10n.t('There are no briefings yet. Read a file as a briefing to begin.'));
  }
  const picked = await vscode.window.showQuickPick(
    entries.map((entry) => ({
      label: withoutIcons(nameOf(entry)),
      description: withoutIcons(descriptionOf(entry)),
      detail: withoutIcons(placeOf(vscode.Uri.parse(entry.uri))),
      uri: entry.uri,
    })),
    { placeHolder: vscode.l10n.t('Open a briefing'), matchOnDescription: true, matchOnDetail: true },
  );
  return picked && vscode.Uri.parse(picked.uri);
}

function descriptionOf(entry: Entry): string {
  if (entry.kind === 'broken') return fileProblemMessage(entry.problem);
  const { date, sections } = entry.briefing;
  const count = takeawaysIn(sections).length;
  return [date && dateLabel(date), count > 0 && vscode.l10n.t('{0} takeaways', count)]
    .filter(Boolean)
    .join(' · ');
}
