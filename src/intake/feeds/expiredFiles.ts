import { DAY } from '../../base/durations.ts';
import { isUntouched, type WrittenFile } from '../files/writtenFile.ts';

/** The library's state of a file in the inbox. */
export interface FileInLibrary {
  readonly text: string;
  readonly isStarred: boolean;
  readonly isUnread: boolean;
}

const WEEK = 7 * DAY;

/**
 * The files to remove because they arrived more than `days` days ago: only those that this extension wrote, and that are
 * unchanged. Starred files are kept, and unread ones for at least a week. `read` is called only for files that are old
 * enough.
 */
export async function expiredFiles(
  files: readonly WrittenFile[],
  days: number,
  now: number,
  read: (name: string) => Promise<FileInLibrary | undefined>,
): Promise<readonly WrittenFile[]> {
  const expired: WrittenFile[] = [];
  // An invalid number of days removes nothing.
  if (!(days > 0)) return expired;
  for (const file of files) {
    const age = now - file.at;
    if (age <= days * DAY) continue;
    const known = await read(file.name);
    if (!known || known.isStarred || (known.isUnread && age <= WEEK)) continue;
    if (isUntouched(file, known.text)) expired.push(file);
  }
  return expired;
}
