import type { FeedSource } from '../../intake/feeds/feedSources.ts';
import type { FeedState } from '../../intake/feeds/feedState.ts';
import type { UncountedRow } from './feeds.ts';
import { problemOf } from './feedProblems.ts';

/** Returns a source's row. `now`: its state in this window. */
export function feedRow(
  { url, host, name }: FeedSource,
  state: FeedState,
  now: Pick<UncountedRow, 'folder' | 'isChecking'>,
): UncountedRow {
  const { checked, title } = state;
  return { url, name: name ?? title ?? host, checked, problem: problemOf(state, Date.now()), ...now };
}
