import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import type { CommandContext } from './context.ts';
import { pickBriefing } from './pickBriefing.ts';
import { briefingAt, fileOf, nodeInFile } from './target.ts';

/** A briefing, and the file that it was read from. */
export interface BriefingMeant {
  readonly uri: vscode.Uri;
  readonly briefing: Briefing;
}

/** The briefing that a command was called on, or the one that is read; asks which where there is none. */
export async function briefingMeant(
  context: CommandContext,
  argument: unknown,
  placeHolder: string,
): Promise<BriefingMeant | undefined> {
  const { shown } = context.readers;
  const node = nodeInFile(argument);
  const file = fileOf(argument);
  if (!node && !file && shown) return { uri: vscode.Uri.parse(shown.uri), briefing: shown.briefing };
  const uri = file ?? (node ? vscode.Uri.parse(node.uri) : await pickBriefing(context, placeHolder));
  return uri && { uri, briefing: await briefingAt(context, uri) };
}
