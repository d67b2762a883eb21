import { filesToRemove } from '../../intake/sources/keep.ts';
import { DAY } from '../../intake/sources/schedule.ts';
import type { WrittenFile } from '../../intake/files/writtenFile.ts';
import { isStarred } from '../../library/tree/grouping.ts';
import type { FeedParts } from './feeds.ts';
import type { SourceFolder } from './sourceFolder.ts';

/** The files of a source whose time is over. What the library does not know stays. */
export async function oldFiles(
  files: readonly WrittenFile[],
  folder: SourceFolder,
  days: number,
  { library, readingLog, unread }: Pick<FeedParts, 'library' | 'readingLog' | 'unread'>,
): Promise<readonly WrittenFile[]> {
  const now = Date.now();
  const old = files.filter(({ at }) => now - at > days * DAY);
  if (old.length === 0) return [];
  const there = await folder.names();
  const left = old.filter(({ name }) => there.has(name));
  return filesToRemove(left, days, now, async (name) => {
    const uri = folder.uriOf(name).toString();
    const entry = library.get(uri);
    const text = entry?.kind === 'briefing' ? await folder.read(name) : undefined;
    if (entry?.kind !== 'briefing' || text === undefined) return undefined;
    return { text, isStarred: isStarred(entry, readingLog), isUnread: unread.has(uri) };
  });
}
