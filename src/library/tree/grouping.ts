import { addToGroup } from '../../base/collections/groupBy.ts';
import { compareStrings } from '../../base/compareStrings.ts';
import { foldText } from '../../base/foldText.ts';
import { type Entry, entryName, type ReadableEntry } from '../entry.ts';
import { NEW, newsGroup } from './news.ts';
import { type Group, mergedGroup } from './group.ts';
import { byName, orderBy, type Sorting } from './sortEntries.ts';
import { type Calendar, calendarOf, type Day, dayOf } from '../days.ts';
import { isAllRead, isStarred, type ReadState } from '../readState.ts';

/** How the sidebar shows the library. */
export interface ViewOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly filter: Filter;
  /** Words that the title or a label has to contain; '' for none. */
  readonly words: string;
}

export type Grouping = 'date' | 'folder' | 'none';
export type Filter = 'all' | 'unread' | 'starred';

export const DEFAULT_OPTIONS: ViewOptions = { grouping: 'date', sorting: 'newest', filter: 'all', words: '' };

/** The id of the group of briefings without a day, which is the last group. */
export const NO_DATE = 'no-date';

export interface GroupingHints {
  /** The URI of the briefing that is being read: the filter `unread` does not hide it when its last item is read. */
  readonly kept?: string | undefined;
  /** The URIs of the open folders: grouped by folder, they and their subfolders come first, in this order. */
  readonly folders?: readonly string[];
  /**
   * Groups from an earlier run with the same options and day. They are reused, because sorting takes most of the time: a
   * group with the same members is returned unchanged.
   */
  readonly before?: readonly Group[];
  /** Whether only the given entries have changed, and all others stay as in `before`. */
  readonly keepsOthers?: boolean;
  /**
   * The URIs of briefings that were copied together, and so have no day. Unless grouped by date, they have to be the
   * same as for `before`.
   */
  readonly copied?: ReadonlySet<string>;
  /** Whether a briefing belongs to the group of new ones, if grouped by date. */
  readonly isNew?: (entry: ReadableEntry) => boolean;
}

/** Filters, groups and sorts entries by the options. `today`: the local day. */
export function groupEntries(
  entries: Iterable<Entry>,
  options: ViewOptions,
  state: ReadState,
  today: Day,
  hints: GroupingHints = {},
): readonly Group[] {
  const { kept, folders = [], before = [], keepsOthers = false, copied = new Set(), isNew } = hints;
  const groups = keepsOthers ? groupsWithout(before, entries) : new Map<string, Entry[]>();
  const calendar = calendarOf(today);
  const words = foldedWords(options.words);
  const news = groups.get(NEW) ?? [];
  groups.delete(NEW);
  const addToOwnGroup = (entry: Entry) => {
    addToGroup(groups, groupOf(entry, options.grouping, calendar, copied), entry);
  };
  for (const entry of entries) {
    const filter = entry.uri === kept && options.filter === 'unread' ? 'all' : options.filter;
    if (!isVisible(entry, filter, words, state)) continue;
    if (options.grouping === 'date' && entry.kind === 'briefing' && isNew?.(entry)) news.push(entry);
    else addToOwnGroup(entry);
  }
  const previous = new Map(before.map((group) => [group.id, group]));
  // Briefings without a day sort after all others.
  const order = orderBy(options.sorting, (entry) => (copied.has(entry.uri) ? '' : dayOf(entry, calendar)));
  const { group: newest, others } = newsGroup(news, order, previous.get(NEW));
  for (const entry of others) addToOwnGroup(entry);
  const sorted = [...groups].map(([id, members]) =>
    mergedGroup(order, members, previous.get(id) ?? { id, entries: [] }),
  );
  if (newest.entries.length > 0) sorted.push(newest);
  return options.grouping === 'date'
    ? sorted.sort((a, b) => compareStrings(rankOf(b.id), rankOf(a.id)))
    : sorted.sort((a, b) => byFolder(a.id, b.id, folders));
}

/** The entries of the groups by id, without some entries; groups that become empty are left out. */
function groupsWithout(groups: readonly Group[], entries: Iterable<Entry>): Map<string, Entry[]> {
  const uris = new Set<string>();
  for (const { uri } of entries) uris.add(uri);
  const left = groups.map(({ id, entries: all }) => [id, all.filter(({ uri }) => !uris.has(uri))] as const);
  return new Map(left.filter(([, { length }]) => length > 0));
}

function byFolder(a: string, b: string, first: readonly string[]): number {
  const rank = (id: string) => {
    const at = first.findIndex((folder) => id === folder || id.startsWith(`${folder}/`));
    return at < 0 ? first.length : at;
  };
  return rank(a) - rank(b) || byName(a, b);
}

/** Whether an entry passes the filter and has the words. Broken files pass only the filter `all`. */
function isVisible(entry: Entry, filter: Filter, words: readonly string[], state: ReadState): boolean {
  if (entry.kind === 'broken') return filter === 'all' && holds(entryName(entry), words);
  const { title, labels, headings } = entry.outline;
  if (filter === 'unread' && isAllRead(entry.outline, state)) return false;
  if (filter === 'starred' && !isStarred(entry, state)) return false;
  const haveIn = (lines: string) => lines.split('\n').some((line) => holds(line, words));
  return holds(title, words) || haveIn(headings) || haveIn(labels);
}

/** The words of the filter, folded. */
function foldedWords(search: string): readonly string[] {
  return foldText(search).split(/\s+/).filter(Boolean);
}

/** Whether a text contains all words, in any order. */
function holds(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = foldText(text);
  return words.every((word) => folded.includes(word));
}

/** `today`, `yesterday`, `this-week`, `last-week`, or the month: `2025-08`. Weeks begin on Monday. */
function timeOf(day: Day, { today, yesterday, monday, lastMonday }: Calendar): string {
  if (day >= today) return 'today';
  if (day === yesterday) return 'yesterday';
  if (day >= monday) return 'this-week';
  return day >= lastMonday ? 'last-week' : day.slice(0, 7);
}

function groupOf(entry: Entry, grouping: Grouping, calendar: Calendar, copied: ReadonlySet<string>): string {
  if (grouping === 'none') return '';
  if (grouping === 'folder') return folderIn(entry);
  return copied.has(entry.uri) ? NO_DATE : timeOf(dayOf(entry, calendar), calendar);
}

/** The URI of the folder that a file is in; the root of its source for a file that is not below it. */
function folderIn({ uri, root }: Entry): string {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return folder.startsWith(`${root}/`) ? folder : root;
}

const RECENT = ['last-week', 'this-week', 'yesterday', 'today'];

/** A string to sort groups by date: the latest is the greatest, as months like `2025-08` compare as text. */
function rankOf(id: string): string {
  if (id === NEW) return '2';
  if (id === NO_DATE) return '';
  const at = RECENT.indexOf(id);
  return at < 0 ? `0${id}` : `1${at}`;
}
