import type * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import type { TabOpenOptions } from '../reader/readers.ts';
import type { CommandContext } from './commandContext.ts';
import { readBriefing } from './resolveArguments.ts';

/**
 * Reads a file and opens it in the reader, unless the user opens something else in the meantime. `where` is called once
 * the file is read. Returns undefined if it was not opened.
 */
export async function openAt(
  context: CommandContext,
  uri: vscode.Uri,
  where: (briefing: Briefing) => TabOpenOptions,
): Promise<Briefing | undefined> {
  const { readers } = context;
  const key = uri.toString();
  const briefing = await readers.ifStillWanted(key, readBriefing(context, uri));
  if (briefing) readers.open(key, briefing, where(briefing));
  return briefing;
}
