import { sumOf } from '../../base/sumOf.ts';
import type { Entry, ReadableEntry } from '../entry.ts';
import type { Library } from '../library.ts';
import { copiedTogether } from './copiedTogether.ts';
import { groupEntries, type ViewOptions } from './grouping.ts';
import type { Group } from './group.ts';
import type { Day } from '../days.ts';
import type { ReadState } from '../readState.ts';
import { isNew, NEW, type NewsLog } from './news.ts';

/** The input of the groups, besides the entries. */
export interface GroupingInput {
  readonly options: ViewOptions;
  readonly today: Day;
  /** The URIs of the open workspace folders. */
  readonly folders: readonly string[];
  /** The URI of the briefing that is being read. */
  readonly kept: string | undefined;
  /** When all new briefings were last marked as seen, in ms since 1970. */
  readonly newsSeen: number;
}

interface Changes {
  /** The URIs of the entries whose position may have changed; undefined for all. */
  readonly only?: ReadonlySet<string> | undefined;
  /**
   * Whether all rows stay in the group of new briefings, so that no row moves away while the user is clicking on it. If
   * false, only the one that is being read stays, until all new briefings are marked as seen.
   */
  readonly keepsNews: boolean;
}

/** The groups of the library. Each update reuses the previous groups as far as they are still valid. */
export class GroupCache {
  readonly #library: Pick<Library, 'entries' | 'get'>;
  readonly #log: ReadState & NewsLog;
  #groups: readonly Group[] = [];
  #by = '';
  #copied: ReadonlySet<string> = new Set();

  constructor(library: Pick<Library, 'entries' | 'get'>, log: ReadState & NewsLog) {
    this.#library = library;
    this.#log = log;
  }

  get groups(): readonly Group[] {
    return this.#groups;
  }

  /** The number of entries in the groups. */
  get visibleCount(): number {
    return sumOf(this.#groups, ({ entries }) => entries.length);
  }

  /** The group of new briefings. */
  get news(): Group | undefined {
    return this.#groups.find(({ id }) => id === NEW);
  }

  /** Updates the groups. Returns whether the options, the day or the folders differ from the last time. */
  update({ options, today, folders, kept, newsSeen }: GroupingInput, { only, keepsNews }: Changes): boolean {
    const by = JSON.stringify([options, today, folders]);
    const isRegrouped = by !== this.#by;
    this.#by = by;
    const didCopiedChange = only === undefined && this.#updateCopied();
    // Grouped by date, copied briefings have their own group; otherwise they move within theirs, which is sorted again.
    const before = isRegrouped || (didCopiedChange && options.grouping !== 'date') ? [] : this.#groups;
    const news = new Set(this.news?.entries.map(({ uri }) => uri));
    const stays = ({ uri, seen = 0 }: ReadableEntry) =>
      news.has(uri) && (keepsNews || (uri === kept && seen > newsSeen));
    // If there were more new briefings than the group shows, others may now have room.
    const keepsOthers = only !== undefined && before === this.#groups && !this.news?.more;
    const entries: Iterable<Entry> = keepsOthers
      ? [...only].flatMap((uri) => this.#library.get(uri) ?? [])
      : this.#library.entries;
    this.#groups = groupEntries(entries, options, this.#log, today, {
      kept,
      folders,
      before,
      keepsOthers,
      copied: this.#copied,
      isNew: (entry) => stays(entry) || isNew(entry, newsSeen, this.#log),
    });
    return isRegrouped;
  }

  /** Finds the briefings that were copied together. Returns whether they have changed. */
  #updateCopied(): boolean {
    const before = this.#copied;
    this.#copied = copiedTogether(this.#library.entries);
    return before.size !== this.#copied.size || [...before].some((uri) => !this.#copied.has(uri));
  }
}
