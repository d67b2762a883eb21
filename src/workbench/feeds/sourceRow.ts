import type { FeedSource } from '../../intake/feeds/feedSources.ts';
import type { FeedState } from '../../intake/feeds/feedState.ts';
import type { AskedRow } from './feeds.ts';
import { problemOf } from './problemOf.ts';

/** Returns a source's row. `now`: its state in this window. */
export function sourceRow(
  { url, host, name }: FeedSource,
  state: FeedState,
  now: Pick<AskedRow, 'folder' | 'isAsked'>,
): AskedRow {
  const { checked, title } = state;
  return { url, name: name ?? title ?? host, checked, problem: problemOf(state, Date.now()), ...now };
}
