import type { Entry, ReadableEntry } from '../entry.ts';
import type { Library } from '../library.ts';
import { copiedTogether } from './copied.ts';
import { arrange, type Day, type Group, type ReadState, type ViewOptions } from './grouping.ts';
import { isNew, NEW, type NewsLog } from './news.ts';

/** What the groups go by. */
export interface ArrangedBy {
  readonly options: ViewOptions;
  readonly today: Day;
  /** The folders that are open. */
  readonly folders: readonly string[];
  /** The URI of the briefing that is being read. */
  readonly kept: string | undefined;
  /** When all that had come was taken as seen. */
  readonly newsSeen: number;
}

interface Changes {
  /** The URIs of those that may stand elsewhere now; undefined where any may. */
  readonly only?: ReadonlySet<string> | undefined;
  /**
   * All that stands among the new ones stays there, so that no row moves away under the hand that has just opened it.
   * Else only the one that is being read does, until all is taken as seen.
   */
  readonly keepsNews: boolean;
}

/** The library in groups, arranged again as it changes with what is known from the time before. */
export class Arrangement {
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

  /** How many entries are shown. */
  get shown(): number {
    return this.#groups.reduce((sum, { entries }) => sum + entries.length, 0);
  }

  /** The group of what is new. */
  get news(): Group | undefined {
    return this.#groups.find(({ id }) => id === NEW);
  }

  /** Whether they go by something else than the time before. */
  arrange({ options, today, folders, kept, newsSeen }: ArrangedBy, { only, keepsNews }: Changes): boolean {
    const by = JSON.stringify([options, today, folders]);
    const isOther = by !== this.#by;
    this.#by = by;
    const isCopiedAnew = only === undefined && this.#lookForCopied();
    // Only by date, what was copied has a group of its own: elsewhere its place is another now.
    const before = isOther || (isCopiedAnew && options.grouping !== 'date') ? [] : this.#groups;
    const news = new Set(this.news?.entries.map(({ uri }) => uri));
    const stays = ({ uri, seen = 0 }: ReadableEntry) =>
      news.has(uri) && (keepsNews || (uri === kept && seen > newsSeen));
    // Another one of the news may have room now.
    const keepsOthers = only !== undefined && before === this.#groups && !this.news?.more;
    const entries: Iterable<Entry> = keepsOthers
      ? [...only].flatMap((uri) => this.#library.get(uri) ?? [])
      : this.#library.entries;
    this.#groups = arrange(entries, options, this.#log, today, {
      kept,
      folders,
      before,
      keepsOthers,
      copied: this.#copied,
      isNew: (entry) => stays(entry) || isNew(entry, newsSeen, this.#log),
    });
    return isOther;
  }

  /** Whether others were copied together than before. */
  #lookForCopied(): boolean {
    const before = this.#copied;
    this.#copied = copiedTogether(this.#library.entries);
    return before.size !== this.#copied.size || [...before].some((uri) => !this.#copied.has(uri));
  }
}
