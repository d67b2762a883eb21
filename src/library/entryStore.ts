import { ChangeBatcher } from '../base/async/changeBatcher.ts';
import { type Disposable, Emitter } from '../base/event.ts';
import type { Entry } from './entry.ts';
import { OutlineAutosave } from './outlineAutosave.ts';
import { type OutlineCache, outlinesIn } from './outlineCache.ts';

/** Each file's entry, with the version of the file that it was read from. Reports changes, and saves the outlines. */
export class EntryStore implements Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #versions = new Map<string, string>();
  readonly #autosave: OutlineAutosave;
  readonly #changed = new Emitter<ReadonlySet<string>>();
  readonly #batcher = new ChangeBatcher((uris) => {
    this.#changed.fire(uris);
  });

  /** `isComplete`: whether a folder was scanned completely. */
  constructor(cache: OutlineCache, isComplete: (root: string) => boolean) {
    this.#autosave = new OutlineAutosave((root) =>
      cache.save(root, outlinesIn(root, this.#entries.values(), this.#versions), isComplete(root)),
    );
  }

  /** Fires once for each batch of changes, with their URIs. */
  get onDidChange() {
    return this.#changed.event;
  }

  get entries(): Iterable<Entry> {
    return this.#entries.values();
  }

  get size(): number {
    return this.#entries.size;
  }

  get(uri: string): Entry | undefined {
    return this.#entries.get(uri);
  }

  /** Undefined if the file was not read, or could not be. */
  versionOf(uri: string): string | undefined {
    return this.#versions.get(uri);
  }

  /** Adds an entry that an earlier window saved. */
  restore(entry: Entry, version: string): void {
    this.#entries.set(entry.uri, entry);
    this.#versions.set(entry.uri, version);
    this.#batcher.add(entry.uri);
  }

  replace(entry: Entry): void {
    this.#entries.set(entry.uri, entry);
    this.#notify(entry);
  }

  /** Records that this version of the file was read. */
  recordVersion(uri: string, root: string, version: string): void {
    if (version !== this.#versions.get(uri)) this.markChanged(root);
    this.#versions.set(uri, version);
  }

  /** Makes the next read of the file a full one, whatever its version is. */
  forgetVersion(uri: string): void {
    this.#versions.delete(uri);
  }

  delete(uri: string): void {
    const entry = this.#entries.get(uri);
    this.#versions.delete(uri);
    this.#entries.delete(uri);
    if (entry) this.#notify(entry);
  }

  /** Records that the file now belongs to another folder. */
  move(uri: string, root: string): void {
    const entry = this.#entries.get(uri);
    if (!entry || entry.root === root) return;
    this.#notify(entry);
    this.replace({ ...entry, root });
  }

  /** Marks the saved outlines of a folder as out of date. */
  markChanged(root: string): void {
    this.#autosave.markChanged(root);
  }

  /** Notifies listeners that a scan has ended, even if no entry has changed. */
  notifyListed(): void {
    this.#batcher.add();
  }

  /** Notifies listeners of the changes so far, without delay. */
  flushChanges(): void {
    this.#batcher.flush();
  }

  /** Saves the outlines now. */
  saveOutlines(): Promise<void> {
    return this.#autosave.saveNow();
  }

  dispose(): void {
    this.#autosave.dispose();
    this.#batcher.dispose();
    this.#changed.dispose();
  }

  #notify({ uri, root }: Entry): void {
    this.#batcher.add(uri);
    this.#autosave.markChanged(root);
  }
}
