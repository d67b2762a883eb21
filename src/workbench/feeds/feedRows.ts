import type { Source } from '../../intake/sources/settings.ts';
import type { SourceState } from '../../intake/sources/sourceState.ts';
import type { UncountedRow } from './feeds.ts';
import { problemOf } from './feedProblems.ts';

/** Returns a source's row. `now`: its state in this window. */
export function feedRow(
  { url, host, name }: Source,
  state: SourceState,
  now: Pick<UncountedRow, 'folder' | 'isAsked'>,
): UncountedRow {
  const { checked, title } = state;
  return { url, name: name ?? title ?? host, checked, problem: problemOf(state, Date.now()), ...now };
}
