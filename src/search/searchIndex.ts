import { type Disposable, Emitter } from '../base/event.ts';
import type { Library } from '../library/library.ts';
import type { Logger, Storage } from '../library/ports.ts';
import { Queue } from '../base/async/queue.ts';
import { Slices } from '../base/async/slices.ts';
import { Corpus } from './corpus.ts';
import { searchDocumentOf } from './searchDocument.ts';
import { packCorpus, unpackCorpus } from './snapshot.ts';
import { DatedEntries } from './datedEntries.ts';

const NAME = 'index.gz';

/** How many briefings are read in parallel. */
const READERS = 16;
/** The delay before listeners are notified of a change, in ms, as many changes come together. */
const NOTIFY_DELAY = 500;
/**
 * How long after a change the index is saved, in ms. The wait is at least `SAVE_RATIO` times as long as the last save took:
 * the index is always written as a whole, and changes that were not saved are quickly read again at the next start.
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
  #wait = SAVE_DELAY;
  /** The last task that changes the corpus, or needs it unchanged, for more than one turn: they run one at a time. */
  #last = Promise.resolve();
  #disposed = false;

  /** `ready`: resolves when the library has looked at all its files. */
  constructor(library: Library, storage: Storage, logger: Logger, ready: Promise<unknown>) {
    this.#library = library;
    this.#storage = storage;
    this.#logger = logger;
    this.#ready = ready;
    this.datedEntries = new DatedEntries((uri) => library.get(uri));
  }

  /** Fires some time after the content of the index has changed. */
  get onDidChange() {
    return this.#changed.event;
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  get isStarted(): boolean {
    return this.#started !== undefined;
  }

  /** The number of briefings that are still to be read; undefined while the saved index is not loaded. */
  get waiting(): number | undefined {
    return this.#loaded ? this.#queue.length : undefined;
  }

  /** Resolves when the saved index can be searched; what has changed since is read after that. Never rejects. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  /** Resolves when all current briefings can be searched. Never rejects. */
  async complete(): Promise<void> {
    // Let the extension start first.
    await this.#ready;
    await this.start();
    // The library notifies its listeners of the last changes with a delay.
    this.#lookAtAll();
    await this.#queue.drained();
  }

  /** Saves the index for the next start. Never rejects: without it, only the next start takes longer. */
  async keep(): Promise<void> {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    await this.#exclusively(() => this.#pack());
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
    this.#loaded = true;
    this.#listener = this.#library.onDidChange((uris) => {
      this.datedEntries.forget();
      for (const uri of uris) this.#look(uri);
    });
    for (const { uri } of this.#library.entries) this.#look(uri);
    void this.#make(this.#corpus);
    // Only then are briefings that are not in the library known to be gone.
    void this.#ready.then(() => {
      this.#lookAtAll();
    });
  }

  /** Fills the restored corpus before it is needed. If its data cannot be read, indexes everything again. */
  async #make(corpus: Corpus): Promise<void> {
    try {
      const making = corpus.make();
      while (making.next().done !== true) await this.#slices.turn();
    } catch (error) {
      if (this.#disposed || corpus !== this.#corpus) return;
      this.#reset(error);
      this.#lookAtAll();
      this.#notify();
    }
  }

  #reset(error: unknown): void {
    this.#logger.info(`Rebuilding the search index: ${String(error)}`);
    this.#corpus = new Corpus();
    this.datedEntries.forget();
  }

  #lookAtAll(): void {
    if (this.#disposed) return;
    for (const uri of this.#corpus.uris) this.#look(uri);
    for (const { uri } of this.#library.entries) this.#look(uri);
  }

  /** Queues a briefing if its indexed version is not the current one. */
  #look(uri: string): void {
    const version = this.#corpus.get(uri)?.version;
    if (this.#versionOf(uri) !== version) this.#queue.add(uri);
  }

  /** The version of the current text; undefined if there is no briefing. */
  #versionOf(uri: string): string | undefined {
    const entry = this.#library.get(uri);
    return entry?.kind === 'briefing' ? entry.outline.text : undefined;
  }

  async #index(uri: string): Promise<void> {
    const version = this.#versionOf(uri);
    // It may have been queued again while it was read.
    if (version !== undefined && version === this.#corpus.get(uri)?.version) return;
    const opened = version === undefined ? undefined : await this.#library.open(uri, { isKept: false });
    await this.#exclusively(async () => {
      await this.#slices.turn();
      if (this.#disposed || this.#versionOf(uri) !== version) return;
      if (version === undefined) this.#corpus.remove(uri);
      else if (opened?.kind === 'briefing') this.#corpus.add(searchDocumentOf(uri, version, opened.briefing));
      else return;
      this.datedEntries.forget();
      this.#notify();
      if (this.#corpus.index.isSiftDue) await this.#sift();
    });
  }

  #exclusively(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #pack(): Promise<void> {
    if (this.#disposed) return;
    const begun = performance.now();
    try {
      await this.#sift();
      const bytes = await packCorpus(this.#corpus);
      // The packed corpus has new numbers without gaps.
      if (this.#corpus.isSparse) {
        this.#corpus = await unpackCorpus(bytes);
        void this.#make(this.#corpus);
      }
      await this.#storage.write(NAME, bytes);
    } catch (error) {
      this.#logger.warn(`The index of the search could not be kept: ${String(error)}`);
    }
    this.#wait = Math.max(SAVE_DELAY, (performance.now() - begun) * SAVE_RATIO);
  }

  async #sift(): Promise<void> {
    const sifting = this.#corpus.sift();
    while (sifting.next().done !== true) await this.#slices.turn();
  }

  #notify(): void {
    this.#notifyTimer ??= setTimeout(() => {
      this.#notifyTimer = undefined;
      this.#changed.fire(undefined);
    }, NOTIFY_DELAY);
    this.#saveTimer ??= setTimeout(() => void this.#keepWhenDone(), this.#wait);
  }

  async #keepWhenDone(): Promise<void> {
    await this.#queue.drained();
    await this.keep();
  }
}
