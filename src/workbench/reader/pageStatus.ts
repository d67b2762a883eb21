import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { itemsIn } from '../../briefing/readingItems.ts';
import type { Group } from '../../library/tree/group.ts';
import type { CitationCounter } from '../../library/citationCounts.ts';
import { entryName } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import type { UnreadBriefings } from '../../library/progress/unreadBriefings.ts';
import { nextUnread } from '../../library/tree/nextUnread.ts';
import { keysOf } from '../../library/outline.ts';
import type { ReadingLog } from '../../library/log/readingLog.ts';
import type { PageStatus } from '../../reader/messages.ts';

/** The dependencies of {@link pageStatus}. */
export interface StatusParts {
  readonly library: Pick<Library, 'get'>;
  readonly readingLog: Pick<ReadingLog, 'isRead' | 'isStarred'>;
  readonly unread: Pick<UnreadBriefings, 'has'>;
  readonly citing: Pick<CitationCounter, 'countsOf'>;
}

/** Returns the status that a page shows of a briefing. `groups`: the sidebar's groups, in their order. */
export function pageStatus(
  uri: string,
  briefing: Briefing,
  { library, readingLog, unread, citing }: StatusParts,
  groups: readonly Group[],
): PageStatus {
  const items = itemsIn(briefing);
  // Searches after the last item: this briefing's own unread items are not a next briefing.
  const next = nextUnread(groups, readingLog, { uri, number: items.length }, (one) => unread.has(one));
  const fault = incompleteMessage(briefing);
  const entry = next && next.uri !== uri ? library.get(next.uri) : undefined;
  return {
    read: items.filter(({ key }) => readingLog.isRead(key)).map(({ id }) => id),
    starred: items.filter(({ key }) => readingLog.isStarred(key)).map(({ id }) => id),
    finished: keysOf(briefing).every((key) => readingLog.isRead(key)),
    cited: citing.countsOf(uri, briefing.references),
    ...(entry && { next: entryName(entry) }),
    ...(fault !== undefined && { fault }),
  };
}

/** Returns a message if a briefing ends before its text does. */
function incompleteMessage({ problems }: Briefing): string | undefined {
  const codes = problems.map(({ code }) => code);
  if (codes.includes('cut-json'))
    return vscode.l10n.t('The JSON ends too early, so only a part of the briefing is shown.');
  if (codes.includes('too-large'))
    return vscode.l10n.t('The text is too long, so only its first part is shown.');
  return undefined;
}
