import { expiredFiles } from '../../intake/feeds/expiredFiles.ts';
import { DAY } from '../../base/durations.ts';
import type { WrittenFile } from '../../intake/files/writtenFile.ts';
import { isStarred } from '../../library/readState.ts';
import { reasonOf } from '../errors.ts';
import { settings } from '../settings.ts';
import type { FeedParts } from './feeds.ts';
import type { FeedFolder } from './feedFolder.ts';

type Parts = Pick<FeedParts, 'library' | 'readingLog' | 'unread' | 'logger'>;

/**
 * Deletes a source's files that are older than the setting allows. Returns whether there were any. A file that cannot
 * be deleted stays.
 */
export async function removeOldFiles(
  files: readonly WrittenFile[],
  folder: FeedFolder,
  parts: Parts,
): Promise<boolean> {
  try {
    const old = await oldFiles(files, folder, settings().sourcesKeep, parts);
    for (const { name } of old) await folder.remove(name);
    return old.length > 0;
  } catch (error) {
    parts.logger.warn(`Old briefings were not deleted: ${reasonOf(error)}`);
    return true;
  }
}

/** Returns the files to delete. A file that the library does not know stays. */
async function oldFiles(
  files: readonly WrittenFile[],
  folder: FeedFolder,
  days: number,
  { library, readingLog, unread }: Parts,
): Promise<readonly WrittenFile[]> {
  const now = Date.now();
  const old = files.filter(({ at }) => now - at > days * DAY);
  if (old.length === 0) return [];
  const existing = await folder.names();
  const left = old.filter(({ name }) => existing.has(name));
  return expiredFiles(left, days, now, async (name) => {
    const uri = folder.uriOf(name).toString();
    const entry = library.get(uri);
    const text = entry?.kind === 'briefing' ? await folder.read(name) : undefined;
    if (entry?.kind !== 'briefing' || text === undefined) return undefined;
    return { text, isStarred: isStarred(entry, readingLog), isUnread: unread.has(uri) };
  });
}
