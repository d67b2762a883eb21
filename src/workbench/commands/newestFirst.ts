import type * as vscode from 'vscode';
import type { ReadableEntry } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import { dayOfEntry, localDay } from '../../library/days.ts';
import { orderBy } from '../../library/tree/sortEntries.ts';

/** Returns the briefings in some folders, at any depth, in the sidebar's order. */
export function newestFirst(
  { entries }: Pick<Library, 'entries'>,
  folders: readonly vscode.Uri[],
): readonly ReadableEntry[] {
  const today = localDay(new Date());
  const roots = folders.map((folder) => `${folder.toString().replace(/\/$/, '')}/`);
  return [...entries]
    .filter((entry) => entry.kind === 'briefing')
    .filter(({ uri }) => roots.some((root) => uri.startsWith(root)))
    .sort(orderBy('newest', (entry) => dayOfEntry(entry, today)));
}
