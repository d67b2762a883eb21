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

/** How many briefings are read at a time. */
const READERS = 16;
/** How long after a change it is told of, in ms: many come together. */
const TELL = 500;
/**
 * How long after a change the index is kept, in ms, and how much of the time may go into that: one part in so many. It
 * is written whole, and what has changed since is soon read again.
 */
const KEEP = 10_000;
const SHARE = 300;

/** All briefings of the library, ready to be searched. Nothing is read and kept in memory before it is started. */
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
  #telling: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #wait = KEEP;
  /** What changes the corpus, or needs it to stay as it is, for longer than one turn: one after the other. */
  #last = Promise.resolve();
  #disposed = false;

  /** `listed`: when the library knows of all its briefings. */
  constructor(library: Library, storage: Storage, logger: Logger, ready: Promise<unknown>) {
    this.#library = library;
    this.#storage = storage;
    this.#logger = logger;
    this.#ready = ready;
    this.datedEntries = new DatedEntries((uri) => library.get(uri));
  }

  /** Fires some time after other things are found than before. */
  get onDidChange() {
    return this.#changed.event;
  }

  get corpus(): Corpus {
    return this.#corpus;
  }

  get isStarted(): boolean {
    return this.#started !== undefined;
  }

  /** How many briefings are still to be read; undefined while not even what was kept is there. */
  get waiting(): number | undefined {
    return this.#loaded ? this.#queue.length : undefined;
  }

  /** Resolves when what was kept can be searched; what has changed since comes after. Never rejects. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  /** Resolves when every briefing that there is now can be searched. Never rejects. */
  async complete(): Promise<void> {
    // A start of the extension has other things to do first.
    await this.#ready;
    await this.start();
    // What has been listed last is told of a moment later.
    this.#lookAtAll();
    await this.#queue.drained();
  }

  /** Keeps the index as it is, for the next start. Never rejects: without it, that takes longer. */
  async keep(): Promise<void> {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    await this.#alone(() => this.#pack());
  }

  dispose(): void {
    this.#disposed = true;
    this.#listener?.dispose();
    this.#queue.close();
    clearTimeout(this.#telling);
    clearTimeout(this.#keeping);
    this.#changed.dispose();
  }

  async #start(): Promise<void> {
    try {
      const bytes = await this.#storage.read(NAME);
      if (bytes) this.#corpus = await unpackCorpus(bytes);
    } catch (error) {
      this.#makeAnew(error);
    }
    if (this.#disposed) return;
    this.#loaded = true;
    this.#listener = this.#library.onDidChange((uris) => {
      this.datedEntries.forget();
      for (const uri of uris) this.#look(uri);
    });
    for (const { uri } of this.#library.entries) this.#look(uri);
    void this.#make(this.#corpus);
    // Until then, what is not there may only not have been found yet.
    void this.#ready.then(() => {
      this.#lookAtAll();
    });
  }

  /** What was brought back is made before somebody waits for it. Where that cannot be read, all is indexed anew. */
  async #make(corpus: Corpus): Promise<void> {
    try {
      const making = corpus.make();
      while (making.next().done !== true) await this.#slices.turn();
    } catch (error) {
      if (this.#disposed || corpus !== this.#corpus) return;
      this.#makeAnew(error);
      this.#lookAtAll();
      this.#tell();
    }
  }

  #makeAnew(error: unknown): void {
    this.#logger.info(`Rebuilding the search index: ${String(error)}`);
    this.#corpus = new Corpus();
    this.datedEntries.forget();
  }

  #lookAtAll(): void {
    if (this.#disposed) return;
    for (const uri of this.#corpus.uris) this.#look(uri);
    for (const { uri } of this.#library.entries) this.#look(uri);
  }

  /** Has a briefing read, if what is known of it is not what it is. */
  #look(uri: string): void {
    const version = this.#corpus.get(uri)?.version;
    if (this.#versionOf(uri) !== version) this.#queue.add(uri);
  }

  /** Of the text that there is now; undefined where there is no briefing. */
  #versionOf(uri: string): string | undefined {
    const entry = this.#library.get(uri);
    return entry?.kind === 'briefing' ? entry.outline.text : undefined;
  }

  async #index(uri: string): Promise<void> {
    const version = this.#versionOf(uri);
    // It may have been named again while it was read.
    if (version !== undefined && version === this.#corpus.get(uri)?.version) return;
    const opened = version === undefined ? undefined : await this.#library.open(uri, { isKept: false });
    await this.#alone(async () => {
      await this.#slices.turn();
      if (this.#disposed || this.#versionOf(uri) !== version) return;
      if (version === undefined) this.#corpus.remove(uri);
      else if (opened?.kind === 'briefing') this.#corpus.add(searchDocumentOf(uri, version, opened.briefing));
      else return;
      this.datedEntries.forget();
      this.#tell();
      if (this.#corpus.index.isSiftDue) await this.#sift();
    });
  }

  #alone(work: () => Promise<void>): Promise<void> {
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
      // What is kept has new numbers.
      if (this.#corpus.isSparse) {
        this.#corpus = await unpackCorpus(bytes);
        void this.#make(this.#corpus);
      }
      await this.#storage.write(NAME, bytes);
    } catch (error) {
      this.#logger.warn(`The index of the search could not be kept: ${String(error)}`);
    }
    this.#wait = Math.max(KEEP, (performance.now() - begun) * SHARE);
  }

  async #sift(): Promise<void> {
    const sifting = this.#corpus.sift();
    while (sifting.next().done !== true) await this.#slices.turn();
  }

  #tell(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#changed.fire(undefined);
    }, TELL);
    this.#keeping ??= setTimeout(() => void this.#keepWhenDone(), this.#wait);
  }

  async #keepWhenDone(): Promise<void> {
    await this.#queue.drained();
    await this.keep();
  }
}
