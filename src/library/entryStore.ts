import { ChangeBatcher } from '../base/async/changeBatcher.ts';
import { type Disposable, Emitter } from '../base/event.ts';
import type { Entry } from './entry.ts';
import { OutlineAutosave } from './outlineAutosave.ts';
import { type OutlineCache, outlinesIn } from './outlineCache.ts';

/** What is known of each file: its entry, and the version of the file that it is of. Tells of changes, and keeps them. */
export class EntryStore implements Disposable {
  readonly #entries = new Map<string, Entry>();
  readonly #versions = new Map<string, string>();
  readonly #autosave: OutlineAutosave;
  readonly #changed = new Emitter<ReadonlySet<string>>();
  readonly #batcher = new ChangeBatcher((uris) => {
    this.#changed.fire(uris);
  });

  /** `isComplete`: whether all of a folder was looked at. */
  constructor(cache: OutlineCache, isComplete: (root: string) => boolean) {
    this.#autosave = new OutlineAutosave((root) =>
      cache.save(root, outlinesIn(root, this.#entries.values(), this.#versions), isComplete(root)),
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

  get(uri: string): Entry | undefined {
    return this.#entries.get(uri);
  }

  /** Undefined where a file was not read, or could not be. */
  versionOf(uri: string): string | undefined {
    return this.#versions.get(uri);
  }

  /** Takes in what was kept by an earlier window. */
  restore(entry: Entry, version: string): void {
    this.#entries.set(entry.uri, entry);
    this.#versions.set(entry.uri, version);
    this.#batcher.add(entry.uri);
  }

  replace(entry: Entry): void {
    this.#entries.set(entry.uri, entry);
    this.#tell(entry);
  }

  /** The file was read in this version. */
  read(uri: string, root: string, version: string): void {
    if (version !== this.#versions.get(uri)) this.changed(root);
    this.#versions.set(uri, version);
  }

  /** The file has to be read again, whatever its version is. */
  forgetVersion(uri: string): void {
    this.#versions.delete(uri);
  }

  delete(uri: string): void {
    const entry = this.#entries.get(uri);
    this.#versions.delete(uri);
    this.#entries.delete(uri);
    if (entry) this.#tell(entry);
  }

  /** The file belongs to another folder now. */
  move(uri: string, root: string): void {
    const entry = this.#entries.get(uri);
    if (!entry || entry.root === root) return;
    this.#tell(entry);
    this.replace({ ...entry, root });
  }

  /** What is kept of a folder is no longer what is known. */
  changed(root: string): void {
    this.#autosave.changed(root);
  }

  /** All was looked at: news also where no entry has changed. */
  tellOfLook(): void {
    this.#batcher.add();
  }

  /** Tells now of what has changed until now. */
  tell(): void {
    this.#batcher.flush();
  }

  /** Keeps the outlines now. */
  keep(): Promise<void> {
    return this.#autosave.keep();
  }

  dispose(): void {
    this.#autosave.dispose();
    this.#batcher.dispose();
    this.#changed.dispose();
  }

  #tell({ uri, root }: Entry): void {
    this.#batcher.add(uri);
    this.#autosave.changed(root);
  }
}
