import { type Disposable, Emitter } from '../base/event.ts';
import type { Library } from '../library/library.ts';
import type { Logger, Storage } from '../library/ports.ts';
import { Queue } from '../base/async/queue.ts';
import { Sequencer } from '../base/async/sequencer.ts';
import { Slices } from '../base/async/slices.ts';
import { Corpus } from './corpus.ts';
import { searchDocumentOf } from './searchDocument.ts';
import { packCorpus, unpackCorpus } from './snapshot.ts';
import { DatedEntries } from './datedEntries.ts';

const NAME = 'index.gz';

/** The number of briefings that are read in parallel. */
const READERS = 16;
/** The delay before listeners are notified of a change, in ms, because many changes come together. */
const NOTIFY_DELAY = 500;
/**
 * The delay before a changed index is saved, in ms. It is at least `SAVE_RATIO` times as long as the last save took: the
 * index is always written as a whole, and unsaved changes are quickly reread at the next start.
 */
const SAVE_DELAY = 10_000;
const SAVE_RATIO = 300;

/** The search index of all briefings of the library. Nothing is read or kept in memory before `start`. */
export class SearchIndex implements Disposable {
  readonly datedEntries: DatedEntries;
  readonly #library: Library;
  readonly #storage: Storage;
  readonly #logger: Logger;
  readonly #ready: Promise<unknown>;
  readonly #changed = new Emitter<undefined>();
  readonly #slices = new Slices();
  readonly #queue = new Queue(
    READERS,
    (uri) => this.#index(uri),
    (uri, error) => {
      this.#logger.error(`${uri} cannot be searched: ${String(error)}`);
    },
  );
  #corpus = new Corpus();
  #listener: Disposable | undefined;
  #started: Promise<void> | undefined;
  #loaded = false;
  #notifyTimer: ReturnType<typeof setTimeout> | undefined;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #saveDelay = SAVE_DELAY;
  /** Tasks that change the corpus, or need it unchanged, for more than one turn run one after the other. */
  readonly #changes = new Sequencer();
  #disposed = false;

  /** `ready`: resolves when the library has read all its files. */
  constructor(library: Library, storage: Storage, logger: Logger, ready: Promise<unknown>) {
    this.#library = library;
    this.#storage = storage;
    this.#logger = logger;
    this.#ready = ready;
    this.datedEntries = new DatedEntries(
      (uri) => library.get(uri),
      () => library.entries,
    );
  }

  /** Fires some time after the content of the index changed. */
  get onDidChange() {
    return this.#changed.event;
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  /** The number of briefings that are still to be read; undefined while the saved index is not loaded. */
  get pendingCount(): number | undefined {
    return this.#loaded ? this.#queue.length : undefined;
  }

  /** Resolves when the saved index can be searched; later changes are read after that. Never rejects. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  /** Resolves when all current briefings can be searched. Never rejects. */
  async complete(): Promise<void> {
    // Let the extension start first.
    await this.#ready;
    await this.start();
    // The library notifies its listeners with a delay.
    this.#queueAllChanged();
    await this.#queue.drained();
  }

  /** Saves the index for the next start. Never rejects: without it, only the next start takes longer. */
  async save(): Promise<void> {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    await this.#changes.queue(() => this.#write());
  }

  dispose(): void {
    this.#disposed = true;
    this.#listener?.dispose();
    this.#queue.close();
    clearTimeout(this.#notifyTimer);
    clearTimeout(this.#saveTimer);
    this.#changed.dispose();
  }

  async #start(): Promise<void> {
    try {
      const bytes = await this.#storage.read(NAME);
      if (bytes) this.#corpus = await unpackCorpus(bytes);
    } catch (error) {
      this.#reset(error);
    }
    if (this.#disposed) return;
    // A search before this has found no briefing, and that is cached.
    this.datedEntries.clear();
    this.#loaded = true;
    this.#listener = this.#library.onDidChange((uris) => {
      this.datedEntries.clear();
      for (const uri of uris) this.#queueIfChanged(uri);
    });
    for (const { uri } of this.#library.entries) this.#queueIfChanged(uri);
    void this.#materialize(this.#corpus);
    // Only then is it known which briefings no longer exist.
    void this.#ready.then(() => {
      this.#queueAllChanged();
    });
  }

  /** Fills the restored corpus before it is needed. If its data cannot be read, indexes everything again. */
  async #materialize(corpus: Corpus): Promise<void> {
    try {
      await this.#inSlices(corpus.materialize());
    } catch (error) {
      if (this.#disposed || corpus !== this.#corpus) return;
      this.#reset(error);
      this.#queueAllChanged();
      this.#notify();
    }
  }

  #reset(error: unknown): void {
    this.#logger.info(`Rebuilding the search index: ${String(error)}`);
    this.#corpus = new Corpus();
    this.datedEntries.clear();
  }

  #queueAllChanged(): void {
    if (this.#disposed) return;
    for (const uri of this.#corpus.uris) this.#queueIfChanged(uri);
    for (const { uri } of this.#library.entries) this.#queueIfChanged(uri);
  }

  /** Queues a briefing if its indexed version is not the current one. */
  #queueIfChanged(uri: string): void {
    const version = this.#corpus.get(uri)?.version;
    if (this.#versionOf(uri) !== version) this.#queue.add(uri);
  }

  /** The version of the current text; undefined if there is no briefing. */
  #versionOf(uri: string): string | undefined {
    const entry = this.#library.get(uri);
    return entry?.kind === 'briefing' ? entry.outline.textHash : undefined;
  }

  async #index(uri: string): Promise<void> {
    const version = this.#versionOf(uri);
    // It may have been queued again while it was being read.
    if (version !== undefined && version === this.#corpus.get(uri)?.version) return;
    const opened = version === undefined ? undefined : await this.#library.open(uri, { isKept: false });
    await this.#changes.queue(async () => {
      await this.#slices.turn();
      if (this.#disposed || this.#versionOf(uri) !== version) return;
      if (version === undefined) this.#corpus.remove(uri);
      else if (opened?.kind === 'briefing') this.#corpus.add(searchDocumentOf(uri, version, opened.briefing));
      else return;
      this.datedEntries.clear();
      this.#notify();
      if (this.#corpus.index.areCommonWordsDue) await this.#inSlices(this.#corpus.updateCommonWords());
    });
  }

  async #write(): Promise<void> {
    if (this.#disposed) return;
    const begun = performance.now();
    try {
      await this.#inSlices(this.#corpus.updateCommonWords());
      const bytes = await packCorpus(this.#corpus);
      // The packed corpus has new numbers without gaps.
      if (this.#corpus.isSparse) {
        this.#corpus = await unpackCorpus(bytes);
        void this.#materialize(this.#corpus);
      }
      await this.#storage.write(NAME, bytes);
    } catch (error) {
      this.#logger.warn(`The search index could not be saved: ${String(error)}`);
    }
    this.#saveDelay = Math.max(SAVE_DELAY, (performance.now() - begun) * SAVE_RATIO);
  }

  async #inSlices(work: Iterator<undefined, void>): Promise<void> {
    while (work.next().done !== true) await this.#slices.turn();
  }

  #notify(): void {
    this.#notifyTimer ??= setTimeout(() => {
      this.#notifyTimer = undefined;
      this.#changed.fire(undefined);
    }, NOTIFY_DELAY);
    this.#saveTimer ??= setTimeout(() => void this.#saveWhenIdle(), this.#saveDelay);
  }

  async #saveWhenIdle(): Promise<void> {
    await this.#queue.drained();
    await this.save();
  }
}
