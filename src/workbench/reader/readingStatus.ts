import type { Briefing } from '../../briefing/model.ts';
import { takeawayKey } from '../../briefing/wordsKey.ts';
import type { Group } from '../../library/arrangement.ts';
import { countCiting } from '../../library/citing.ts';
import { nameOf } from '../../library/entry.ts';
import { takeawaysIn } from '../../library/items.ts';
import type { Library } from '../../library/library.ts';
import { nextUnread } from '../../library/nextUnread.ts';
import { keysOf } from '../../library/outline.ts';
import type { ReadingLog } from '../../library/readingLog.ts';
import type { ReadingStatus } from '../../reader/messages.ts';

/** What is known of a briefing beyond its text. `groups`: what the sidebar shows, in its order. */
export function readingStatus(
  uri: string,
  briefing: Briefing,
  library: Pick<Library, 'entries' | 'get'>,
  log: Pick<ReadingLog, 'isRead' | 'isStarred'>,
  groups: readonly Group[],
): ReadingStatus {
  const takeaways = takeawaysIn(briefing.sections).map((takeaway) => ({
    id: takeaway.id,
    key: takeawayKey(takeaway),
  }));
  // From behind its last takeaway: what is unread in it is no next briefing.
  const next = nextUnread(groups, log, { uri, number: takeaways.length });
  const entry = next && next.uri !== uri ? library.get(next.uri) : undefined;
  return {
    read: takeaways.filter(({ key }) => log.isRead(key)).map(({ id }) => id),
    starred: takeaways.filter(({ key }) => log.isStarred(key)).map(({ id }) => id),
    finished: keysOf(briefing).every((key) => log.isRead(key)),
    cited: countCiting(library.entries, uri, briefing.references),
    ...(entry && { next: nameOf(entry) }),
  };
}
