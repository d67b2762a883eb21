import type { Source } from '../../intake/feeds/feedSources.ts';
import type { SourceState } from '../../intake/feeds/feedState.ts';
import type { AskedRow } from './feeds.ts';
import { problemOf } from './problemOf.ts';

/** Returns a source's row. `now`: its state in this window. */
export function sourceRow(
  { url, host, name }: Source,
  state: SourceState,
  now: Pick<AskedRow, 'folder' | 'isAsked'>,
): AskedRow {
  const { checked, title } = state;
  return { url, name: name ?? title ?? host, checked, problem: problemOf(state, Date.now()), ...now };
}
