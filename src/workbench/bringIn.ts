import * as vscode from 'vscode';
import { fileNameOf, isBriefingName } from '../library/fileName.ts';
import { reasonOf } from './fileErrors.ts';
import type { Inbox } from './sources/inbox.ts';

/** What became of files that were dropped: copies in the inbox, and what could not be copied, with the reason. */
export interface BroughtIn {
  readonly copies: readonly vscode.Uri[];
  readonly failed: readonly { readonly name: string; readonly reason: string }[];
}

/** Copies files into the inbox; they stay where they are. */
export async function bringIn(
  inbox: Inbox,
  uris: readonly vscode.Uri[],
  loose: readonly vscode.DataTransferFile[],
): Promise<BroughtIn> {
  const copies: vscode.Uri[] = [];
  const failed: { name: string; reason: string }[] = [];
  const attempt = async (name: string, copy: () => Promise<vscode.Uri>) => {
    if (!isBriefingName(name)) {
      failed.push({ name, reason: vscode.l10n.t('a briefing is a .md, .markdown or .txt file') });
      return;
    }
    try {
      copies.push(await copy());
    } catch (error) {
      failed.push({ name, reason: reasonOf(error) });
    }
  };
  // One after the other: two of the same name must not take the same free one.
  for (const uri of uris) await attempt(fileNameOf(uri.toString()), () => inbox.copy(uri));
  for (const file of loose) await attempt(file.name, async () => inbox.add(file.name, await file.data()));
  return { copies, failed };
}
