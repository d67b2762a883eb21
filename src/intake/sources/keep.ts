import { DAY } from './schedule.ts';
import { isUntouched, type WrittenFile } from '../files/writtenFile.ts';

/** What the library knows of a file of the inbox. */
export interface FileInLibrary {
  readonly text: string;
  readonly isStarred: boolean;
  readonly isUnread: boolean;
}

const WEEK = 7 * DAY;

/**
 * Which files may go, since they came in more than so many days ago: of those that this extension wrote, and that are as
 * it left them. What is starred stays, and what came this week and is unread does too, however few the days are. `read`
 * is asked only about what is old enough.
 */
export async function filesToRemove(
  files: readonly WrittenFile[],
  days: number,
  now: number,
  read: (name: string) => Promise<FileInLibrary | undefined>,
): Promise<readonly WrittenFile[]> {
  const gone: WrittenFile[] = [];
  // A number of days that says nothing removes nothing.
  if (!(days > 0)) return gone;
  for (const file of files) {
    const age = now - file.at;
    if (age <= days * DAY) continue;
    const known = await read(file.name);
    if (!known || known.isStarred || (known.isUnread && age <= WEEK)) continue;
    if (isUntouched(file, known.text)) gone.push(file);
  }
  return gone;
}
