import { isAllRead, isStarred, type ReadState } from '../library/readState.ts';
import type { ReadableEntry } from '../library/entry.ts';
import type { NumberedItem } from './corpus.ts';
import type { DatedEntry } from './datedEntries.ts';
import type { Filters } from './query.ts';
import { isReadingItem } from './searchDocument.ts';
import { itemKeys } from '../library/outline.ts';

/** Whether a briefing can contain matches, judged without its items. */
export function passesBriefing(
  { starred, folders, after, before }: Filters,
  dated: DatedEntry,
  state: ReadState,
): boolean {
  const { entry, day } = dated;
  if ((after !== undefined && day < after) || (before !== undefined && day >= before)) return false;
  if (starred === true && !isStarred(entry, state)) return false;
  return folders.length === 0 || folders.every((folder) => pathOf(entry).includes(folder));
}

/** Whether an item passes the filters. Its briefing has to pass {@link passesBriefing}. */
export function passesItem(
  { read, starred, sites }: Filters,
  placed: NumberedItem,
  dated: DatedEntry,
  state: ReadState,
): boolean {
  const { entry } = dated;
  if (starred === true && !isItemStarred(placed, entry, state)) return false;
  if (sites.length > 0 && !sites.every((site) => citesSite(placed, site))) return false;
  return read === undefined || isItemRead(placed, entry, state) === read;
}

function citesSite({ item, document }: NumberedItem, site: string): boolean {
  return item.references.some((number) => {
    const host = document.references[number]?.host;
    return host !== undefined && (host === site || host.endsWith(`.${site}`));
  });
}

/** Whether an item is read. A briefing, section or reference is read if all items of its briefing are. */
function isItemRead({ item }: NumberedItem, { outline }: ReadableEntry, state: ReadState): boolean {
  return isReadingItem(item) ? state.isRead(item.key) : isAllRead(outline, state);
}

function isItemStarred({ item }: NumberedItem, { outline }: ReadableEntry, state: ReadState): boolean {
  if (isReadingItem(item)) return state.isStarred(item.key);
  const keys = itemKeys(outline);
  const areAllStarred = keys.length > 0 && keys.every((key) => state.isStarred(key));
  return item.kind === 'briefing' && (state.isStarred(outline.key) || areAllStarred);
}

/** `file:///home/ann/my%20notes/a.md` -> `/home/ann/my notes/a.md`, in lowercase. */
function pathOf({ uri }: ReadableEntry): string {
  const path = uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*/i, '');
  try {
    return decodeURIComponent(path).toLowerCase();
  } catch {
    return path.toLowerCase();
  }
}
