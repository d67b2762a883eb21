import * as vscode from 'vscode';
import { placeIn } from '../../library/place.ts';
import { HumanError } from '../humanError.ts';
import type { Command } from './context.ts';
import { openAt } from './openAt.ts';

/** Back to where reading stopped last, in this window or another, wherever the file is now. */
export const continueReading: Command = async (context) => {
  const { t } = vscode.l10n;
  const last = context.log.lastPlace();
  if (!last) throw new HumanError(t('Nothing has been read yet. Open a briefing to begin.'));
  if (uriOf(context, last.briefing) === undefined) await context.ready;
  const uri = uriOf(context, last.briefing);
  if (uri === undefined)
    throw new HumanError(t('The briefing that was read last is not in the library any more.'));
  await openAt(context, vscode.Uri.parse(uri), (briefing) => {
    const { item, offset } = placeIn(briefing, last.place);
    return { id: item?.id ?? '', offset };
  });
};

/** The file that is read already, if it is one of those that hold the briefing. */
function uriOf({ library, readers }: Parameters<Command>[0], key: string): string | undefined {
  const found: string[] = [];
  for (const entry of library.entries)
    if (entry.kind === 'briefing' && entry.outline.key === key) found.push(entry.uri);
  return found.find((uri) => uri === readers.place?.uri) ?? found[0];
}
