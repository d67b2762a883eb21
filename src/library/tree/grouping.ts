import { type Entry, nameOf, type ReadableEntry } from '../entry.ts';
import { NEW, newsGroup } from './news.ts';
import { byName, compare, mergedGroup, orderBy } from './order.ts';
import { itemKeys } from '../outline.ts';

/** How the sidebar shows the library. */
export interface ViewOptions {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  readonly filter: Filter;
  /** Words that a title or a label has to hold, '' for none. */
  readonly words: string;
}

export type Grouping = 'date' | 'folder' | 'none';
export type Sorting = 'newest' | 'title';
export type Filter = 'all' | 'unread' | 'starred';

export const DEFAULT_OPTIONS: ViewOptions = { grouping: 'date', sorting: 'newest', filter: 'all', words: '' };

/** What the reading log says of keys. */
export interface ReadState {
  isRead(key: string): boolean;
  isStarred(key: string): boolean;
}

/** The entries that are shown, in their order. */
export interface Group {
  /** `today`, `2025-08`, a folder's URI; '' where there are no groups. */
  readonly id: string;
  readonly entries: readonly Entry[];
  /** How many more would stand there, if it had room for them. */
  readonly more?: number;
}

/** A local day, `YYYY-MM-DD`. */
export type Day = string;

/** The group of those that go by no day, which is the last one. */
export const NO_DATE = 'no-date';

export interface ArrangeHints {
  /** The URI of a briefing that stays among the unread, because it is being read: its last item does not hide it. */
  readonly kept?: string | undefined;
  /** The URIs of folders that come before all others, with those in them, in this order: those that a person has open. */
  readonly folders?: readonly string[];
  /**
   * Groups that were made with the same options on the same day. What stood there is in order already, and a group with
   * the same members is given again as it is: sorting would take most of the time.
   */
  readonly before?: readonly Group[];
  /** Only the entries given are looked at: all others stay as they were before. */
  readonly keepsOthers?: boolean;
  /** The URIs of those that were copied together: they go by no day. The same as when `before` was made, unless grouped by date. */
  readonly copied?: ReadonlySet<string>;
  /** Whether a briefing stands among the new ones, where they are grouped by date. */
  readonly isNew?: (entry: ReadableEntry) => boolean;
}

/** Puts the entries that the options let through into groups and in order. `today`: the local day. */
export function arrange(
  entries: Iterable<Entry>,
  options: ViewOptions,
  state: ReadState,
  today: Day,
  hints: ArrangeHints = {},
): readonly Group[] {
  const { kept, folders = [], before = [], keepsOthers = false, copied = new Set(), isNew } = hints;
  const groups = keepsOthers ? without(before, entries) : new Map<string, Entry[]>();
  const calendar = calendarOf(today);
  const words = foldedWords(options.words);
  const news = groups.get(NEW) ?? [];
  groups.delete(NEW);
  const put = (entry: Entry) => {
    const id = groupOf(entry, options.grouping, calendar, copied);
    const group = groups.get(id);
    if (group) group.push(entry);
    else groups.set(id, [entry]);
  };
  for (const entry of entries) {
    const filter = entry.uri === kept && options.filter === 'unread' ? 'all' : options.filter;
    if (!isShown(entry, filter, words, state)) continue;
    if (options.grouping === 'date' && entry.kind === 'briefing' && isNew?.(entry)) news.push(entry);
    else put(entry);
  }
  const known = new Map(before.map((group) => [group.id, group]));
  const { group: newest, others } = newsGroup(news, known.get(NEW));
  for (const entry of others) put(entry);
  // What goes by no day comes after all that does.
  const order = orderBy(options.sorting, (entry) => (copied.has(entry.uri) ? '' : dayOf(entry, calendar)));
  const sorted = [...groups].map(([id, members]) =>
    mergedGroup(order, members, known.get(id) ?? { id, entries: [] }),
  );
  if (newest.entries.length > 0) sorted.push(newest);
  return options.grouping === 'date'
    ? sorted.sort((a, b) => compare(rankOf(b.id), rankOf(a.id)))
    : sorted.sort((a, b) => byFolder(a.id, b.id, folders));
}

/** The groups as they were, but for some entries. */
function without(groups: readonly Group[], entries: Iterable<Entry>): Map<string, Entry[]> {
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

/** Whether a filter lets an entry through. What is not a briefing is shown where nothing is asked for. */
function isShown(entry: Entry, filter: Filter, words: readonly string[], state: ReadState): boolean {
  if (entry.kind === 'broken') return filter === 'all' && holds(nameOf(entry), words);
  const { title, labels } = entry.outline;
  if (filter === 'unread' && itemKeys(entry.outline).every((key) => state.isRead(key))) return false;
  if (filter === 'starred' && !isStarred(entry, state)) return false;
  return holds(title, words) || labels.split('\n').some((label) => holds(label, words));
}

/** Whether it has a star itself, or on one of its items. */
export function isStarred({ outline }: ReadableEntry, state: ReadState): boolean {
  return state.isStarred(outline.key) || itemKeys(outline).some((key) => state.isStarred(key));
}

export function readCount({ outline }: ReadableEntry, state: ReadState): number {
  return itemKeys(outline).filter((key) => state.isRead(key)).length;
}

/** The words of a search: without regard to case and accents. */
function foldedWords(search: string): readonly string[] {
  return fold(search).split(/\s+/).filter(Boolean);
}

/** Whether a text has every word, in any order. */
function holds(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}

function fold(text: string): string {
  return (/^[ -~]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
}

/** Days by which the others are told apart. */
interface Calendar {
  readonly today: Day;
  readonly tomorrow: Day;
  readonly yesterday: Day;
  /** Of this week, and of the last. */
  readonly monday: Day;
  readonly lastMonday: Day;
}

function calendarOf(today: Day): Calendar {
  const sinceMonday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  return {
    today,
    tomorrow: addDays(today, 1),
    yesterday: addDays(today, -1),
    monday: addDays(today, -sinceMonday),
    lastMonday: addDays(today, -sinceMonday - 7),
  };
}

/**
 * The day that a briefing is of: its date, or else the one on which its file was written. A date that is still to come
 * would stand above all others until then: it is not a date.
 */
function dayOf(entry: Entry, { today, tomorrow }: Pick<Calendar, 'today' | 'tomorrow'>): Day {
  if (entry.kind === 'broken') return today;
  const { date } = entry.outline;
  if (date !== undefined && date <= tomorrow) return date;
  const written = localDay(new Date(entry.modified));
  return written < today ? written : today;
}

/** The same for one alone. `today`: the local day. */
export function dayOfEntry(entry: Entry, today: Day): Day {
  return dayOf(entry, { today, tomorrow: addDays(today, 1) });
}

/** `today`, `yesterday`, `this-week`, `last-week`, or the month: `2025-08`. Weeks begin on Monday. */
function timeOf(day: Day, { today, yesterday, monday, lastMonday }: Calendar): string {
  if (day >= today) return 'today';
  if (day === yesterday) return 'yesterday';
  if (day >= monday) return 'this-week';
  return day >= lastMonday ? 'last-week' : day.slice(0, 7);
}

export function localDay(date: Date): Day {
  if (Number.isNaN(date.getTime())) return '1970-01-01';
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function groupOf(entry: Entry, grouping: Grouping, calendar: Calendar, copied: ReadonlySet<string>): string {
  if (grouping === 'none') return '';
  if (grouping === 'folder') return folderIn(entry);
  return copied.has(entry.uri) ? NO_DATE : timeOf(dayOf(entry, calendar), calendar);
}

/** The folder that a file lies in. What is in none of its source's goes by the source. */
function folderIn({ uri, root }: Entry): string {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return folder.startsWith(`${root}/`) ? folder : root;
}

const RECENT = ['last-week', 'this-week', 'yesterday', 'today'];

/** The latest is the greatest: months are written so that they compare as text. */
function rankOf(id: string): string {
  if (id === NEW) return '2';
  if (id === NO_DATE) return '';
  const at = RECENT.indexOf(id);
  return at < 0 ? `0${id}` : `1${at}`;
}
