import type { Group, ReadState } from './arrangement.ts';

/** A takeaway by its number in its briefing. */
export interface TakeawayAt {
  readonly uri: string;
  readonly number: number;
}

/**
 * The next takeaway that is not read, in the order shown: behind `from`, then in the briefings below, then from the top.
 * Undefined where all of them are read.
 */
export function nextUnread(
  groups: readonly Group[],
  state: ReadState,
  from?: TakeawayAt,
): TakeawayAt | undefined {
  const outlines = groups
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => (entry.kind === 'briefing' ? [{ uri: entry.uri, keys: entry.outline.keys }] : []));
  const start = Math.max(
    outlines.findIndex(({ uri }) => uri === from?.uri),
    0,
  );
  const isUnread = (key: string) => !state.isRead(key);
  for (let i = 0; i <= outlines.length; i++) {
    const outline = outlines[(start + i) % outlines.length];
    if (!outline) return undefined;
    const isHere = i === 0 && outline.uri === from?.uri;
    const first = isHere ? from.number + 1 : 0;
    const at = outline.keys.slice(first).findIndex(isUnread);
    if (at >= 0) return { uri: outline.uri, number: first + at };
  }
  return undefined;
}
