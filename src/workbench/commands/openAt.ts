import type * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import type { Opening } from '../reader/readers.ts';
import type { CommandContext } from './commandContext.ts';
import { briefingAt } from './resolveArguments.ts';

/**
 * Reads a file and opens it in the reader, unless the person opens something else meanwhile. `where` is called once the
 * file is read. Returns undefined if it was not opened.
 */
export async function openAt(
  context: CommandContext,
  uri: vscode.Uri,
  where: (briefing: Briefing) => Opening,
): Promise<Briefing | undefined> {
  const { readers } = context;
  const key = uri.toString();
  const briefing = await readers.stillWanted(key, briefingAt(context, uri));
  if (briefing) readers.open(key, briefing, where(briefing));
  return briefing;
}
