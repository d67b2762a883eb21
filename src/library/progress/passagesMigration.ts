import type { Disposable } from '../../base/event.ts';
import type { Library } from '../library.ts';
import type { Mark } from '../log/marks.ts';
import type { ReadingLog } from '../log/readingLog.ts';
import { itemKeys, type Outline } from '../outline.ts';
import type { UnreadBriefings } from './unreadBriefings.ts';

/**
 * The key of the mark whose stamp says since when passages are items. It cannot be the key of an item, which has 12
 * characters. If there are several machines, the one that was updated last counts.
 */
export const PASSAGES = 'passages';

/**
 * Keeps briefings finished that were finished before passages were items: at that time, a briefing was finished when its
 * takeaways were read, and one without takeaways was read as a whole. Whenever such a briefing is found, its other items
 * are marked as read, except those that the user has marked since. `restored`: resolves when the reading log is loaded.
 */
export function keepFinished(
  library: Pick<Library, 'entries' | 'get' | 'onDidChange'>,
  readingLog: ReadingLog,
  unread: Pick<UnreadBriefings, 'has' | 'onDidMark'>,
  restored: Promise<unknown>,
): Disposable {
  const markFinished = (uris: Iterable<string>) => {
    const since = readingLog.readMark(PASSAGES)?.stamp;
    if (since === undefined) return;
    const marks = [...uris].flatMap((uri) => {
      const entry = unread.has(uri) ? library.get(uri) : undefined;
      return entry?.kind === 'briefing' ? marksFor(entry.outline, readingLog, since) : [];
    });
    if (marks.length > 0) void readingLog.merge(marks);
  };
  void restored.then(() => {
    if (!readingLog.readMark(PASSAGES)) void readingLog.setPermanently(PASSAGES);
    markFinished([...library.entries].map(({ uri }) => uri));
  });
  const listeners = [library.onDidChange(markFinished), unread.onDidMark(markFinished)];
  return {
    dispose() {
      for (const listener of listeners) listener.dispose();
    },
  };
}

/** Returns the marks that keep a briefing finished, if it was finished before `since`, a stamp. */
export function marksFor(
  outline: Pick<Outline, 'keys' | 'kinds' | 'former'>,
  readingLog: Pick<ReadingLog, 'readMark'>,
  since: number,
): Mark[] {
  const { kinds, former } = outline;
  const keys = itemKeys(outline);
  const takeaways = keys.filter((_, i) => kinds[i] === 't');
  const stampOf = (some: readonly string[]): number | undefined => {
    let latest: number | undefined;
    for (const key of some) {
      const mark = readingLog.readMark(key);
      if (!mark?.value || mark.stamp >= since) return undefined;
      latest = Math.max(latest ?? 0, mark.stamp);
    }
    return latest;
  };
  const stamp = (former === '' ? undefined : stampOf([former])) ?? stampOf(takeaways);
  if (stamp === undefined) return [];
  return keys
    .filter((key) => !readingLog.readMark(key))
    .map((key) => ({ kind: 'read', key, value: true, stamp }));
}
