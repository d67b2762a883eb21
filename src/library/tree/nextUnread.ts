import type { Group } from './group.ts';
import type { ReadState } from '../readState.ts';
import { itemKeys } from '../outline.ts';

/** An item, given by its index in its briefing. */
export interface ItemAt {
  readonly uri: string;
  readonly number: number;
}

/**
 * The next unread item in the order of the sidebar: after `from`, then in the briefings below, then from the top.
 * Undefined if all items are read. `isUnread`: a quick check whether a briefing has unread items, to skip the others.
 */
export function nextUnread(
  groups: readonly Group[],
  state: ReadState,
  from?: ItemAt,
  isUnread: (uri: string) => boolean = () => true,
): ItemAt | undefined {
  const entries = groups.flatMap((group) => group.entries);
  const start = Math.max(
    entries.findIndex(({ kind, uri }) => kind === 'briefing' && uri === from?.uri),
    0,
  );
  for (let i = 0; i <= entries.length; i++) {
    const entry = entries[(start + i) % entries.length];
    if (entry?.kind !== 'briefing' || !isUnread(entry.uri)) continue;
    const isHere = i === 0 && entry.uri === from?.uri;
    const first = isHere ? from.number + 1 : 0;
    const at = itemKeys(entry.outline)
      .slice(first)
      .findIndex((key) => !state.isRead(key));
    if (at >= 0) return { uri: entry.uri, number: first + at };
  }
  return undefined;
}
