import { groupBy } from '../../base/collections/groupBy.ts';
import { ellipsizeStart } from '../../base/shorten.ts';
import { tidy } from '../../base/tidy.ts';
import { uniqueIn } from '../../base/unique.ts';
import type { Entry, ReadableEntry } from '../entry.ts';
import { fileNameOf, folderNameOf } from '../files/fileName.ts';

/**
 * What precedes a title in its row, if several briefings have that title. A number is a folder's name: 1 is the file's
 * folder, 2 the one around that.
 */
export type RowPrefix = 'date' | 'file' | number;

/** Folders further up are not looked at. */
const MAX_LEVEL = 8;

/**
 * The maximum length of a file's name before a title, which needs room, too. The end of the name is kept, since files
 * with the same title differ there.
 */
const FILE_NAME_LENGTH = 24;

/**
 * The prefixes of briefings whose title is not unique: the date if it is unique among them, else the file's name if that
 * is unique, else the name of the first folder above it that is unique. `Aug 19 · not much happened today`
 */
export function rowPrefixesOf(entries: readonly Entry[]): ReadonlyMap<Entry, RowPrefix> {
  const prefixes = new Map<Entry, RowPrefix>();
  const briefings = entries.filter((entry): entry is ReadableEntry => entry.kind === 'briefing');
  for (const same of groupBy(briefings, ({ outline }) => outline.title).values()) {
    if (same.length === 1) continue;
    const hasDateAlone = uniqueIn(same, ({ outline }) => outline.date);
    const undated = same.filter((entry) => entry.outline.date === undefined || !hasDateAlone(entry));
    const hasNameAlone = uniqueIn(undated, ({ uri }) => fileNameOf(uri));
    for (const entry of same) prefixes.set(entry, 'date');
    const namesakes = undated.filter((entry) => !hasNameAlone(entry));
    for (const entry of undated) prefixes.set(entry, 'file');
    for (const [entry, level] of folderLevels(namesakes)) prefixes.set(entry, level);
  }
  return prefixes;
}

/** Returns the name of a briefing's file, or of that file's folder, if its row begins with it. */
export function filePrefix(prefix: RowPrefix | undefined, uri: string): string | undefined {
  const name =
    prefix === 'file' ? fileNameOf(uri) : typeof prefix === 'number' ? folderNameOf(uri, prefix) : undefined;
  return name && ellipsizeStart(tidy(name), FILE_NAME_LENGTH);
}

/** Returns how far up the first folder is whose name none of the others has there; 1 if there is none. */
function folderLevels(entries: readonly ReadableEntry[]): ReadonlyMap<ReadableEntry, number> {
  const levels = new Map(entries.map((entry) => [entry, 1]));
  let left = entries;
  for (let level = 1; level <= MAX_LEVEL && left.length > 0; level++) {
    const isAlone = uniqueIn(entries, ({ uri }) => folderNameOf(uri, level));
    for (const entry of left) if (isAlone(entry)) levels.set(entry, level);
    left = left.filter((entry) => !isAlone(entry));
  }
  return levels;
}
