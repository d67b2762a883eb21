import type { Briefing } from '../briefing/model.ts';
import { SourceIndex } from './sourceIndex.ts';
import { EmptyFileGrace } from './emptyFileGrace.ts';
import type { BrokenEntry, Entry, OpenedBriefing } from './entry.ts';
import type { Disposable } from '../base/event.ts';
import { EntryStore } from './entryStore.ts';
import { EntryUpdater } from './entryUpdater.ts';
import { FirstSeen, FROM_THE_START } from './firstSeen.ts';
import { FolderFaults } from './folderFaults.ts';
import { LatestReads } from './latestReads.ts';
import { OpenedBriefings } from './openedBriefings.ts';
import type { OutlineCache } from './outlineCache.ts';
import type { BriefingSource, Clock, FileContent, FileReader, Logger, SourceChange } from './ports.ts';
import { Queue } from '../base/async/queue.ts';
import { BurstDetector } from '../base/async/burstDetector.ts';

/**
 * How many files are read in parallel. A read by VS Code's file system goes through its main thread and back, which
 * takes far longer than the disk does. Parsing is done in slices, so that many reads do not block other work.
 */
const READERS = 64;

/** All current briefings, from all sources. The only owner of what has been read. */
export class Library implements Disposable {
  readonly #announced: SourceIndex;
  readonly #cache: OutlineCache;
  readonly #logger: Logger;
  readonly #store: EntryStore;
  readonly #seen: FirstSeen;
  readonly #reads: LatestReads;
  readonly #updater: EntryUpdater;
  readonly #opened = new OpenedBriefings();
  readonly #failed = (uri: string, error: unknown) => {
    this.#breakBy(uri, error);
  };
  readonly #queue = new Queue(READERS, (uri) => this.#look(uri), this.#failed);
  /** After a storm of events, all files are looked at: a watcher may have dropped some of the events. */
  readonly #bursts = new BurstDetector(() => void this.refresh());
  /** Files that an event announced. If such a file is missing when it is read, it was only temporary. */
  readonly #followed = new Set<string>();
  /** The sources that have not been listed yet. */
  readonly #unlisted: Set<BriefingSource>;
  readonly #emptyFiles = new EmptyFileGrace((uri) => {
    this.#queue.add(uri);
  });
  readonly #faults = new FolderFaults();
  readonly #listeners: readonly Disposable[];
  #disposed = false;

  /** `clock`: for the time at which a briefing is seen first. */
  constructor(
    sources: readonly BriefingSource[],
    files: FileReader,
    cache: OutlineCache,
    logger: Logger,
    clock: Clock = Date,
  ) {
    this.#announced = new SourceIndex(sources);
    this.#unlisted = new Set(sources);
    this.#seen = new FirstSeen(clock);
    this.#store = new EntryStore(cache, (root) => this.#seen.knows(root));
    this.#updater = new EntryUpdater(this.#store, this.#seen, this.#opened, this.#emptyFiles, logger);
    const take = (uri: string, root: string, content: FileContent) => {
      this.#take(uri, root, content);
    };
    this.#reads = new LatestReads(files, take, this.#failed);
    this.#cache = cache;
    this.#logger = logger;
    this.#listeners = sources.map((source) =>
      source.onDidChange((change) => {
        this.#hear(source, change);
      }),
    );
  }

  /** Fires once for each batch of changes, with their URIs. */
  get onDidChange() {
    return this.#store.onDidChange;
  }

  get entries(): Iterable<Entry> {
    return this.#store.entries;
  }

  get size(): number {
    return this.#store.size;
  }

  /** Whether every source was listed once: before that, an empty library does not mean that there are no briefings. */
  get hasLooked(): boolean {
    return this.#unlisted.size === 0;
  }

  /** The number of files that are still to be looked at. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** The latest time at which a briefing was seen for the first time. */
  get latestSeen(): number {
    return this.#seen.latest;
  }

  get(uri: string): Entry | undefined {
    return this.#store.get(uri);
  }

  /** Adds the cached outlines of the folders, without reading any of their files. */
  async restore(): Promise<void> {
    for (const source of this.#announced.sources) {
      for (const root of this.#rootsOf(source)) {
        const remembered = await this.#cache.load(root);
        if (this.#disposed) return;
        if (this.#cache.isComplete(root)) this.#seen.looked(root);
        for (const [uri, { version, ...known }] of remembered) {
          this.#seen.remember(known.outline, known.seen ?? FROM_THE_START);
          if (this.#store.get(uri)) continue;
          this.#announced.remember(source, uri, root);
          this.#store.restore({ kind: 'briefing', uri, root, ...known }, version);
        }
      }
    }
  }

  /** Lists every source again, and reads the files that have changed. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#announced.sources].map((source) => this.#relist(source, true)));
  }

  /** Adds a file on behalf of a source, and opens it. */
  async add(
    source: BriefingSource,
    uri: string,
    root: string,
  ): Promise<OpenedBriefing | BrokenEntry | undefined> {
    this.#announced.announce(source, uri, root);
    return this.open(uri);
  }

  /** Looks at one file again, if it is in the library. */
  async update(uri: string): Promise<void> {
    if (this.#announced.rootOf(uri) !== undefined) await this.#read(uri);
  }

  /**
   * Returns the whole briefing of an entry, or what is wrong with its file; undefined if it is not in the library.
   * `isKept`: keep it in memory, as a briefing that is shown; false for one of many that are only processed in passing.
   */
  async open(uri: string, { isKept = true } = {}): Promise<OpenedBriefing | BrokenEntry | undefined> {
    const opened = this.#opened.get(uri);
    if (opened) return opened;
    while (this.#announced.rootOf(uri) !== undefined && !this.#disposed) {
      const read = await this.#opened.from(() => this.#read(uri), uri, isKept);
      const found = read ?? this.#brokenAt(uri);
      if (found) return found;
      await this.#emptyFiles.wait(uri);
    }
    return this.#brokenAt(uri);
  }

  /** The whole briefing of an entry, if it is in memory: one of the few that were opened last. */
  opened(uri: string): Briefing | undefined {
    return this.#opened.get(uri)?.briefing;
  }

  /** Notifies listeners now of the changes so far. */
  flushChanges(): void {
    this.#store.flushChanges();
  }

  /** Saves the outlines now. */
  keep(): Promise<void> {
    return this.#store.keep();
  }

  dispose(): void {
    this.#disposed = true;
    this.#emptyFiles.dispose();
    this.#bursts.dispose();
    this.#queue.close();
    this.#reads.close();
    for (const listener of this.#listeners) listener.dispose();
    this.#store.dispose();
  }

  /** Empty if the source throws: listing it will report the error. */
  #rootsOf(source: BriefingSource): readonly string[] {
    try {
      return source.roots();
    } catch (error) {
      this.#logger.error(`Could not tell the folders of briefings: ${String(error)}`);
      return [];
    }
  }

  #brokenAt(uri: string): BrokenEntry | undefined {
    const entry = this.#store.get(uri);
    return entry?.kind === 'broken' ? entry : undefined;
  }

  #hear(source: BriefingSource, change: SourceChange): void {
    this.#bursts.add();
    switch (change.kind) {
      case 'relist':
        void this.#relist(source, false);
        return;
      case 'deleted':
        this.#withdraw(source, change.uri);
        return;
      case 'changed':
        this.#announced.announce(source, change.uri, change.root);
        this.#followed.add(change.uri);
        this.#queue.add(change.uri);
    }
  }

  /** `all`: look at known files as well, not only at those without a known version. */
  async #relist(source: BriefingSource, all: boolean): Promise<void> {
    try {
      const queued = new Set<string>();
      const read = (uris: readonly string[]) => {
        for (const uri of uris) {
          if (queued.has(uri) || (!all && this.#store.versionOf(uri) !== undefined)) continue;
          queued.add(uri);
          this.#queue.add(uri);
        }
      };
      // A folder that is slow, or never answers, does not hold up the others.
      const taken = await this.#announced.list(source, read);
      if (!taken || this.#disposed) return;
      for (const uri of [...taken.left, ...taken.listed]) this.#settle(uri);
      const faults = this.#faults.take(source, taken.listings);
      for (const root of faults.mended) this.#settle(root);
      for (const entry of faults.broken) this.#updater.break(entry);
      read(taken.listed);
      await this.#queue.drained();
      // An empty folder is saved too: what is added to it later is new.
      for (const { root, fault } of taken.listings)
        if (fault === undefined && this.#seen.looked(root)) this.#store.changed(root);
    } catch (error) {
      this.#logger.error(`Could not list briefings: ${String(error)}`);
    }
    this.#unlisted.delete(source);
    // Listeners need to know, too, that there are no briefings.
    this.#store.notifyListed();
  }

  async #look(uri: string): Promise<void> {
    await this.#read(uri);
    const entry = this.#store.get(uri);
    const isFollowed = this.#followed.delete(uri);
    if (isFollowed && entry?.kind === 'broken' && entry.problem.kind === 'missing')
      for (const source of this.#announced.sources) this.#withdraw(source, uri);
  }

  #withdraw(source: BriefingSource, uri: string): void {
    this.#announced.withdraw(source, uri);
    this.#settle(uri);
  }

  /** Withdraws a file from a folder that it turned out not to be in. It may still be in another source's folder. */
  #leave(uri: string, root: string): void {
    this.#announced.withdrawFrom(root, uri);
    this.#settle(uri);
    if (this.#announced.rootOf(uri) !== undefined) this.#queue.add(uri);
  }

  /** Records an unexpected error, so that a bug affects only the file that it occurred with. */
  #breakBy(uri: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#logger.error(`${uri}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
    const root = this.#announced.rootOf(uri);
    if (root === undefined || this.#disposed) return;
    this.#updater.break({ kind: 'broken', uri, root, problem: { kind: 'unreadable', reason } });
  }

  /** Removes a file that no source announces any more; moves one that is announced in another folder. */
  #settle(uri: string): void {
    const root = this.#announced.rootOf(uri);
    if (root !== undefined) {
      this.#store.move(uri, root);
      return;
    }
    this.#reads.forget(uri);
    this.#opened.delete(uri);
    this.#emptyFiles.forget(uri);
    this.#store.delete(uri);
  }

  async #read(uri: string): Promise<void> {
    const root = this.#announced.rootOf(uri);
    if (root === undefined) return;
    await this.#reads.read(uri, root, this.#opened.isWanted(uri) ? undefined : this.#store.versionOf(uri));
  }

  /** `readIn`: the folder that the file was expected in when it was read. */
  #take(uri: string, readIn: string, content: FileContent): void {
    if (content.kind === 'outside') this.#leave(uri, readIn);
    else this.#updater.take(uri, this.#announced.rootOf(uri), content);
  }
}
