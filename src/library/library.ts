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
 * The number of files that are read in parallel. A read by VS Code's file system goes through its main thread, which
 * takes far longer than the disk. Parsing is done in slices, so many reads do not block other work.
 */
const READERS = 64;

/** All current briefings, from all sources. The only owner of their entries. */
export class Library implements Disposable {
  readonly #index: SourceIndex;
  readonly #cache: OutlineCache;
  readonly #logger: Logger;
  readonly #store: EntryStore;
  readonly #seen: FirstSeen;
  readonly #reads: LatestReads;
  readonly #updater: EntryUpdater;
  readonly #opened = new OpenedBriefings();
  readonly #onError = (uri: string, error: unknown) => {
    this.#recordError(uri, error);
  };
  readonly #queue = new Queue(READERS, (uri) => this.#readQueued(uri), this.#onError);
  /** After a burst of events, all files are checked, because a watcher may have dropped some of the events. */
  readonly #bursts = new BurstDetector(() => void this.refresh());
  /** Files that were added by an event. If such a file is missing when it is read, it was only temporary. */
  readonly #fromEvents = new Set<string>();
  /** The sources that have not been listed yet. */
  readonly #unlisted: Set<BriefingSource>;
  readonly #emptyFiles = new EmptyFileGrace((uri) => {
    this.#queue.add(uri);
  });
  readonly #faults = new FolderFaults();
  readonly #listeners: readonly Disposable[];
  #disposed = false;

  /** `clock`: for the times at which briefings are first seen. */
  constructor(
    sources: readonly BriefingSource[],
    files: FileReader,
    cache: OutlineCache,
    logger: Logger,
    clock: Clock = Date,
  ) {
    this.#index = new SourceIndex(sources);
    this.#unlisted = new Set(sources);
    this.#seen = new FirstSeen(clock);
    this.#store = new EntryStore(cache, (root) => this.#seen.hasScanned(root));
    this.#updater = new EntryUpdater(this.#store, this.#seen, this.#opened, this.#emptyFiles, logger);
    const take = (uri: string, root: string, content: FileContent) => {
      this.#handleContent(uri, root, content);
    };
    this.#reads = new LatestReads(files, take, this.#onError);
    this.#cache = cache;
    this.#logger = logger;
    this.#listeners = sources.map((source) =>
      source.onDidChange((change) => {
        this.#onSourceChange(source, change);
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

  /** Whether every source was listed once. Before that, an empty library does not mean that there are no briefings. */
  get hasListedAll(): boolean {
    return this.#unlisted.size === 0;
  }

  /** The number of files that are still to be read. */
  get pendingCount(): number {
    return this.#queue.length;
  }

  /** The latest time at which any briefing was first seen. */
  get latestSeen(): number {
    return this.#seen.latest;
  }

  get(uri: string): Entry | undefined {
    return this.#store.get(uri);
  }

  /** Adds the cached outlines of the folders, without reading any of their files. */
  async restore(): Promise<void> {
    for (const source of this.#index.sources) {
      for (const root of this.#rootsOf(source)) {
        const remembered = await this.#cache.load(root);
        if (this.#disposed) return;
        if (this.#cache.isComplete(root)) this.#seen.recordScan(root);
        for (const [uri, { version, ...known }] of remembered) {
          this.#seen.record(known.outline, known.seen ?? FROM_THE_START);
          if (this.#store.get(uri)) continue;
          this.#index.restore(source, uri, root);
          this.#store.restore({ kind: 'briefing', uri, root, ...known }, version);
        }
      }
    }
  }

  /** Lists every source again, and reads the files that have changed. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#index.sources].map((source) => this.#relist(source, true)));
  }

  /** Adds a file on behalf of a source, and opens it. */
  async add(
    source: BriefingSource,
    uri: string,
    root: string,
  ): Promise<OpenedBriefing | BrokenEntry | undefined> {
    this.#index.add(source, uri, root);
    return this.open(uri);
  }

  /** Rereads one file, if it is in the library. */
  async update(uri: string): Promise<void> {
    if (this.#index.rootOf(uri) !== undefined) await this.#read(uri);
  }

  /**
   * Returns the whole briefing of an entry, or an entry with the fault of its file; undefined if it is not in the
   * library. `isKept`: whether to keep it in memory, as a briefing that is shown; false if many are processed in turn.
   */
  async open(uri: string, { isKept = true } = {}): Promise<OpenedBriefing | BrokenEntry | undefined> {
    const opened = this.#opened.get(uri);
    if (opened) return opened;
    while (this.#index.rootOf(uri) !== undefined && !this.#disposed) {
      const read = await this.#opened.readFor(() => this.#read(uri), uri, isKept);
      const found = read ?? this.#brokenAt(uri);
      if (found) return found;
      await this.#emptyFiles.wait(uri);
    }
    return this.#brokenAt(uri);
  }

  /** The whole briefing of an entry, if it is one of the few that are in memory. */
  opened(uri: string): Briefing | undefined {
    return this.#opened.get(uri)?.briefing;
  }

  /** Notifies listeners of the changes so far, without delay. */
  flushChanges(): void {
    this.#store.flushChanges();
  }

  /** Saves the outlines now. */
  saveOutlines(): Promise<void> {
    return this.#store.saveOutlines();
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
      this.#logger.error(`Could not determine the briefing folders: ${String(error)}`);
      return [];
    }
  }

  #brokenAt(uri: string): BrokenEntry | undefined {
    const entry = this.#store.get(uri);
    return entry?.kind === 'broken' ? entry : undefined;
  }

  #onSourceChange(source: BriefingSource, change: SourceChange): void {
    this.#bursts.add();
    switch (change.kind) {
      case 'relist':
        void this.#relist(source, false);
        return;
      case 'deleted':
        this.#remove(source, change.uri);
        return;
      case 'changed':
        this.#index.add(source, change.uri, change.root);
        this.#fromEvents.add(change.uri);
        this.#queue.add(change.uri);
    }
  }

  /** `all`: check known files as well, not only those without a known version. */
  async #relist(source: BriefingSource, all: boolean): Promise<void> {
    try {
      const queued = new Set<string>();
      const enqueue = (uris: readonly string[]) => {
        for (const uri of uris) {
          if (queued.has(uri) || (!all && this.#store.versionOf(uri) !== undefined)) continue;
          queued.add(uri);
          this.#queue.add(uri);
        }
      };
      // A folder that is slow, or never answers, does not hold up the others.
      const result = await this.#index.list(source, enqueue);
      if (!result || this.#disposed) return;
      for (const uri of [...result.removed, ...result.listed]) this.#removeOrMove(uri);
      const faults = this.#faults.update(source, result.listings);
      for (const root of faults.resolved) this.#removeOrMove(root);
      for (const entry of faults.broken) this.#updater.markBroken(entry);
      enqueue(result.listed);
      await this.#queue.drained();
      // An empty folder is saved as well, so that files added to it later are new.
      for (const { root, fault } of result.listings)
        if (fault === undefined && this.#seen.recordScan(root)) this.#store.markChanged(root);
    } catch (error) {
      this.#logger.error(`Could not list briefings: ${String(error)}`);
    }
    this.#unlisted.delete(source);
    // Even if there are no briefings, listeners need to know it.
    this.#store.notifyListed();
  }

  async #readQueued(uri: string): Promise<void> {
    await this.#read(uri);
    const entry = this.#store.get(uri);
    const isFromEvent = this.#fromEvents.delete(uri);
    if (isFromEvent && entry?.kind === 'broken' && entry.problem.kind === 'missing')
      for (const source of this.#index.sources) this.#remove(source, uri);
  }

  #remove(source: BriefingSource, uri: string): void {
    this.#index.remove(source, uri);
    this.#removeOrMove(uri);
  }

  /** Removes a file from a folder that it turned out not to be in. It may still be in another source's folder. */
  #removeFromRoot(uri: string, root: string): void {
    this.#index.removeFromRoot(root, uri);
    this.#removeOrMove(uri);
    if (this.#index.rootOf(uri) !== undefined) this.#queue.add(uri);
  }

  /** Records an unexpected error, so that a bug affects only the file with which it occurred. */
  #recordError(uri: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#logger.error(`${uri}: ${error instanceof Error ? (error.stack ?? reason) : reason}`);
    const root = this.#index.rootOf(uri);
    if (root === undefined || this.#disposed) return;
    this.#updater.markBroken({ kind: 'broken', uri, root, problem: { kind: 'unreadable', reason } });
  }

  /** Removes a file that no source has any more, or moves one that is now in another folder. */
  #removeOrMove(uri: string): void {
    const root = this.#index.rootOf(uri);
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
    const root = this.#index.rootOf(uri);
    if (root === undefined) return;
    await this.#reads.read(uri, root, this.#opened.isWanted(uri) ? undefined : this.#store.versionOf(uri));
  }

  /** `readIn`: the folder in which the file was expected when it was read. */
  #handleContent(uri: string, readIn: string, content: FileContent): void {
    if (content.kind === 'outside') this.#removeFromRoot(uri, readIn);
    else this.#updater.update(uri, this.#index.rootOf(uri), content);
  }
}
