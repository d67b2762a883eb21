import * as vscode from 'vscode';
import { arrange, DEFAULT_OPTIONS, localDay } from '../../library/arrangement.ts';
import { type Entry, nameOf } from '../../library/entry.ts';
import { dateLabel, fileProblemMessage, placeOf } from '../convert.ts';
import { HumanError } from '../humanError.ts';
import { withoutIcons } from '../inert.ts';
import type { CommandContext } from './context.ts';

/** Asks for a briefing of the library, and gives the URI of its file. */
export async function pickBriefing(
  { library, log }: CommandContext,
  placeHolder: string,
): Promise<vscode.Uri | undefined> {
  const options = { ...DEFAULT_OPTIONS, grouping: 'none' } as const;
  const entries = arrange(library.entries, options, log, localDay(new Date())).flatMap(
    (group) => group.entries,
  );
  if (entries.length === 0)
    throw new HumanError(vscode.l10n.t('There are no briefings yet. Read a file as a briefing to begin.'));
  const picked = await vscode.window.showQuickPick(
    entries.map((entry) => ({
      label: withoutIcons(nameOf(entry)),
      description: withoutIcons(descriptionOf(entry)),
      detail: withoutIcons(placeOf(vscode.Uri.parse(entry.uri))),
      uri: entry.uri,
    })),
    { placeHolder, matchOnDescription: true, matchOnDetail: true },
  );
  return picked && vscode.Uri.parse(picked.uri);
}

function descriptionOf(entry: Entry): string {
  if (entry.kind === 'broken') return fileProblemMessage(entry.problem);
  const { date, takeaways: count } = entry.outline;
  return [date && dateLabel(date), count > 0 && vscode.l10n.t('{0} takeaways', count)]
    .filter(Boolean)
    .join(' · ');
}
