import * as vscode from 'vscode';
import { HumanError } from '../humanError.ts';
import { startOf } from '../reader/startOf.ts';
import type { Command, CommandContext } from './context.ts';
import { openAt } from './openAt.ts';

/** The briefing below the one that is read, in the order that the sidebar shows. */
export const nextBriefing: Command = async (context) => {
  if (!(await openOther(context, 1)))
    throw new HumanError(vscode.l10n.t('This is the last briefing that the sidebar shows.'));
};

/** The one above it. */
export const previousBriefing: Command = async (context) => {
  if (!(await openOther(context, -1)))
    throw new HumanError(vscode.l10n.t('This is the first briefing that the sidebar shows.'));
};

/** From a briefing that the sidebar does not show, to the first one. False where there is none. */
async function openOther(context: CommandContext, step: 1 | -1): Promise<boolean> {
  const { tree, readers, log } = context;
  const shown = tree.groups.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'briefing');
  const at = shown.findIndex(({ uri }) => uri === readers.heading);
  const other = shown[at < 0 ? 0 : at + step];
  if (!other) return false;
  await openAt(context, vscode.Uri.parse(other.uri), (briefing) => startOf(briefing, log));
  return true;
}
