import * as vscode from 'vscode';
import { startOf } from '../reader/startOf.ts';
import type { Command } from './context.ts';
import { openAt } from './openAt.ts';
import { activeFile, fileOf } from './target.ts';

/** Reads any text file as a briefing: the one it was called on, the active editor's, or one that is asked for. */
export const readAsBriefing: Command = async (context, argument) => {
  const uri = fileOf(argument) ?? activeFile() ?? (await pickFile());
  if (!uri) return;
  await openAt(context, uri, (briefing) => startOf(briefing, context.log));
};

async function pickFile(): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const picked = await vscode.window.showOpenDialog({
    title: t('Read as Briefing'),
    openLabel: t('Read'),
    filters: { [t('Briefings')]: ['md', 'markdown', 'txt'] },
  });
  return picked?.[0];
}
