import { groupEntries, DEFAULT_OPTIONS, type ViewOptions } from '../../../src/library/tree/grouping.ts';
import type { Group } from '../../../src/library/tree/group.ts';
import type { ReadState } from '../../../src/library/readState.ts';
import { type BrokenEntry, type Entry, entryName, type ReadableEntry } from '../../../src/library/entry.ts';
import { outlineOf } from '../../../src/library/outline.ts';
import { read } from '../../briefing/support/fixture.ts';

/** A local time in ms since 1970. */
export function at(year: number, month: number, day: number, hour = 12): number {
  return new Date(year, month - 1, day, hour).getTime();
}

/** The entry of a briefing with this title, date and takeaways. */
export function entryOf(
  title: string,
  more: {
    readonly uri?: string;
    readonly root?: string;
    readonly date?: string;
    readonly items?: readonly string[];
    readonly modified?: number;
    readonly seen?: number;
  } = {},
): ReadableEntry {
  const { uri = `file:///${title}.md`, root = 'file://', date, items = [], modified = 0, seen } = more;
  const list = items.length > 0 ? ['', '## Points', '', ...items.map((item) => `- ${item}`)] : [];
  const briefing = read(`# ${title}`, '', ...(date === undefined ? [] : [date, '']), ...list);
  return {
    kind: 'briefing',
    uri,
    root,
    outline: outlineOf(briefing, []),
    modified,
    ...(seen !== undefined && { seen }),
  };
}

export function brokenAt(uri: string, root = 'file://'): BrokenEntry {
  return { kind: 'broken', uri, root, problem: { kind: 'missing' } };
}

/** A reading log with these keys. */
export function stateOf(read: Iterable<string> = [], starred: Iterable<string> = []): ReadState {
  const [readKeys, starredKeys] = [new Set(read), new Set(starred)];
  return { isRead: (key) => readKeys.has(key), isStarred: (key) => starredKeys.has(key) };
}

/** A Thursday. */
export const TODAY = '2026-03-05';

export function options(more: Partial<ViewOptions> = {}): ViewOptions {
  return { ...DEFAULT_OPTIONS, ...more };
}

/** Groups as lines: `today: A, B`. */
export function drawn(groups: readonly Group[]): string[] {
  return groups.map(({ id, entries }) => `${id}: ${entries.map(entryName).join(', ')}`);
}

export function shown(
  entries: readonly Entry[],
  more: Partial<ViewOptions> = {},
  state = stateOf(),
): string[] {
  return drawn(groupEntries(entries, options({ grouping: 'none', ...more }), state, TODAY));
}
