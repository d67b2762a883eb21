import { Hash } from '../briefing/hash.ts';
import { isSerious } from '../briefing/problems.ts';
import { AnnouncedFiles } from './announcedFiles.ts';
import { Emptied } from './emptied.ts';
import { type BrokenEntry, describe, type Entry, type OpenedBriefing, readContent } from './entry.ts';
import { type Disposable, Emitter } from './event.ts';
import { FolderFaults } from './folderFaults.ts';
import { Keeper } from './keeper.ts';
import { LatestReads } from './latestReads.ts';
import { encodeOutline, outlineOf } from './outline.ts';
import type { KnownOutline, OutlineCache } from './outlineCache.ts';
import type { BriefingSource, FileContent, FileReader, Logger, SourceChange } from './ports.ts';
import { Queue } from './queue.ts';
import { Recent } from './recent.ts';
import { Storm } from './storm.ts';
import { Telling } from './telling.ts';

/**
 * How many files are read at a time. Where VS Code has to be asked, each read goes through its main thread and back,
 * which takes far longer than the disk does; what is read is parsed in slices, so that many keep nobody waiting.
 */
const READERS = 64;
/** How many briefings are kept whole: those that are looked at. */
const OPENED = 12;
/** What the outline of an empty file has for its text. */
const NO_TEXT = new Hash().toString();

/** The briefings that there are now, from all sources. The only owner of what has been read. */
export class Library implements Disposable {
  readonly #announced: AnnouncedFiles;
  readonly #cache: OutlineCache;
  readonly #log: Logger;
  readonly #entries = new Map<string, Entry>();
  readonly #versions = new Map<string, string>();
  readonly #reads: LatestReads;
  readonly #opened = new Recent<OpenedBriefing>(OPENED);
  /** Somebody waits for the briefing itself: what is read of these is read whole, also of a version that is known. */
  readonly #wanted = new Set<string>();
  readonly #queue = new Queue(READERS, (uri) => this.#look(uri));
  /** A look at all files finds what the events that were dropped would have told. */
  readonly #storm = new Storm(() => void this.refresh());
  /** Named by an event: one that is not there when it is looked at has only come and gone. */
  readonly #followed = new Set<string>();
  readonly #emptied = new Emptied((uri) => {
    this.#queue.add(uri);
  });
  readonly #faults = new FolderFaults();
  readonly #keeper: Keeper;
  readonly #changed = new Emitter<ReadonlySet<string>>();
  readonly #telling = new Telling((uris) => {
    this.#changed.fire(uris);
  });
  readonly #listeners: readonly Disposable[];
  #disposed = false;

  constructor(sources: readonly BriefingSource[], files: FileReader, cache: OutlineCache, log: Logger) {
    this.#announced = new AnnouncedFiles(sources);
    this.#keeper = new Keeper(cache, (root) => this.#outlinesIn(root));
    this.#reads = new LatestReads(files, (uri, content) => {
      this.#take(uri, content);
    });
    this.#cache = cache;
    this.#log = log;
    this.#listeners = sources.map((source) =>
      source.onDidChange((change) => {
        this.#hear(source, change);
      }),
    );
  }

  /** Fires once for all changes that come close together, with their URIs. */
  get onDidChange() {
    return this.#changed.event;
  }

  get entries(): Iterable<Entry> {
    return this.#entries.values();
  }

  get size(): number {
    return this.#entries.size;
  }

  /** How many files are still to be looked at. */
  get waiting(): number {
    return this.#queue.length;
  }

  get(uri: string): Entry | undefined {
    return this.#entries.get(uri);
  }

  /** Shows what is remembered of the folders, without reading any of their files. */
  async restore(): Promise<void> {
    for (const source of this.#announced.sources) {
      for (const root of source.roots()) {
        const remembered = await this.#cache.load(root);
        if (this.#disposed) return;
        for (const [uri, { outline, version, modified }] of remembered) {
          if (this.#entries.has(uri)) continue;
          this.#announced.remember(source, uri, root);
          this.#versions.set(uri, version);
          this.#entries.set(uri, { kind: 'briefing', uri, root, outline, modified });
          this.#telling.add(uri);
        }
      }
    }
  }

  /** Asks every source anew, and reads what has changed. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#announced.sources].map((source) => this.#relist(source, true)));
  }

  /** Takes a file in on behalf of a source, and opens it. */
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

  /** The whole briefing of an entry, or what is wrong with its file; undefined for what is not in the library. */
  async open(uri: string): Promise<OpenedBriefing | BrokenEntry | undefined> {
    const opened = this.#opened.get(uri);
    if (opened) return opened;
    while (this.#announced.rootOf(uri) !== undefined && !this.#disposed) {
      this.#wanted.add(uri);
      await this.#read(uri);
      const found = this.#opened.get(uri) ?? this.#brokenAt(uri);
      this.#wanted.delete(uri);
      if (found) return found;
      await this.#emptied.wait(uri);
    }
    return this.#brokenAt(uri);
  }

  /** Keeps the outlines now. */
  keep(): Promise<void> {
    return this.#keeper.keep();
  }

  dispose(): void {
    this.#disposed = true;
    this.#emptied.dispose();
    this.#keeper.dispose();
    this.#storm.dispose();
    this.#queue.close();
    this.#reads.close();
    this.#telling.dispose();
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  #brokenAt(uri: string): BrokenEntry | undefined {
    const entry = this.#entries.get(uri);
    return entry?.kind === 'broken' ? entry : undefined;
  }

  #hear(source: BriefingSource, change: SourceChange): void {
    this.#storm.hear();
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

  /** `all`: files that are known are looked at as well. */
  async #relist(source: BriefingSource, all: boolean): Promise<void> {
    try {
      const taken = await this.#announced.list(source);
      if (!taken || this.#disposed) return;
      for (const uri of [...taken.left, ...taken.listed]) this.#settle(uri);
      const faults = this.#faults.take(source, taken.listings);
      for (const root of faults.mended) this.#settle(root);
      for (const entry of faults.broken) this.#break(entry);
      for (const uri of taken.listed) if (all || !this.#versions.has(uri)) this.#queue.add(uri);
    } catch (error) {
      this.#log.error(`Could not list briefings: ${String(error)}`);
      return;
    }
    await this.#queue.drained();
    // A library without briefings is news too.
    this.#telling.add();
  }

  async #look(uri: string): Promise<void> {
    await this.#read(uri);
    const entry = this.#entries.get(uri);
    const isFollowed = this.#followed.delete(uri);
    if (isFollowed && entry?.kind === 'broken' && entry.problem.kind === 'missing')
      for (const source of this.#announced.sources) this.#withdraw(source, uri);
  }

  #withdraw(source: BriefingSource, uri: string): void {
    this.#announced.withdraw(source, uri);
    this.#settle(uri);
  }

  /** What no source announces any more is forgotten; what is announced in another folder belongs to that one. */
  #settle(uri: string): void {
    const root = this.#announced.rootOf(uri);
    const entry = this.#entries.get(uri);
    if (root === undefined) {
      this.#reads.forget(uri);
      this.#versions.delete(uri);
      this.#opened.delete(uri);
      this.#emptied.forget(uri);
      this.#entries.delete(uri);
    }
    if (!entry || entry.root === root) return;
    this.#tell(entry);
    if (root !== undefined) this.#replace({ ...entry, root });
  }

  #read(uri: string): Promise<void> {
    return this.#reads.read(uri, this.#wanted.has(uri) ? undefined : this.#versions.get(uri));
  }

  #take(uri: string, content: FileContent): void {
    const root = this.#announced.rootOf(uri);
    if (!isEmpty(content)) this.#emptied.forget(uri);
    if (root === undefined || content.kind === 'unchanged') return;
    if (content.kind !== 'text' && content.kind !== 'bytes') {
      this.#break({ kind: 'broken', uri, root, problem: content });
      return;
    }
    const known = this.#entries.get(uri);
    const isEmptied = isEmpty(content) && known?.kind === 'briefing' && known.outline.text !== NO_TEXT;
    if (isEmptied && !this.#emptied.hasWaited(uri)) return;
    this.#emptied.forget(uri);
    const opened = readContent(uri, content);
    if (opened.kind === 'binary') {
      this.#break({ kind: 'broken', uri, root, problem: opened });
      return;
    }
    const outline = outlineOf(opened.briefing, opened.problems);
    if (content.version !== this.#versions.get(uri)) this.#keeper.changed(root);
    this.#versions.set(uri, content.version);
    const isSame = known?.kind === 'briefing' && encodeOutline(known.outline) === encodeOutline(outline);
    // The same words stay the same briefing, so that whoever shows it has nothing to do.
    const isOpened = this.#opened.has(uri);
    if (isOpened ? !isSame : this.#wanted.has(uri)) this.#opened.set(uri, opened);
    if (isSame) {
      // Written anew: where a briefing has no date, that is what it has in place of one.
      if (content.kind === 'bytes' && content.modified !== known.modified)
        this.#replace({ ...known, modified: content.modified });
      return;
    }
    for (const { code, range } of opened.problems.filter(isSerious))
      this.#log.warn(`${uri}:${range.start.line + 1}: ${code}`);
    this.#replace({ kind: 'briefing', uri, root, outline, modified: content.modified });
  }

  #break(entry: BrokenEntry): void {
    const { uri, problem } = entry;
    const known = this.#entries.get(uri);
    if (known?.kind === 'broken' && describe(known.problem) === describe(problem)) return;
    this.#log.warn(`${uri}: ${describe(problem)}`);
    this.#versions.delete(uri);
    this.#opened.delete(uri);
    this.#replace(entry);
  }

  #replace(entry: Entry): void {
    this.#entries.set(entry.uri, entry);
    this.#tell(entry);
  }

  #tell({ uri, root }: Entry): void {
    this.#telling.add(uri);
    this.#keeper.changed(root);
  }

  *#outlinesIn(folder: string): Iterable<readonly [string, KnownOutline]> {
    for (const entry of [...this.#entries.values()]) {
      const version = this.#versions.get(entry.uri) ?? '';
      if (entry.kind === 'briefing' && entry.root === folder && version !== '')
        yield [entry.uri, { outline: entry.outline, version, modified: entry.modified }];
    }
  }
}

function isEmpty(content: FileContent): boolean {
  return content.kind === 'bytes' && content.bytes.length === 0;
}
