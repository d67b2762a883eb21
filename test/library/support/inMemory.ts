import { Hash } from '../../../src/base/hash.ts';
import { Emitter } from '../../../src/base/event.ts';
import type { Entry } from '../../../src/library/entry.ts';
import { Library } from '../../../src/library/library.ts';
import { OutlineCache } from '../../../src/library/outlineCache.ts';
import type {
  BriefingSource,
  Clock,
  FileContent,
  FileReader,
  Listing,
  Logger,
  Storage,
  SourceChange,
} from '../../../src/library/ports.ts';
import { MemoryStorage } from './memoryStorage.ts';

/** Files by URI: a string is an open document, bytes are a file, and any other URI is missing. */
export class MemoryFiles implements FileReader {
  readonly contents = new Map<string, string | Uint8Array | FileContent>();
  readonly reads: string[] = [];
  /** The files that were read, and not only looked at. */
  readonly fetched: string[] = [];
  /** If a file has gates, each read waits for the next one: tests decide which read ends first. */
  readonly gates = new Map<string, Promise<unknown>[]>();

  /** Errors that reads of these files are rejected with, though a reader should never reject. */
  readonly faults = new Map<string, Error>();

  async read(uri: string, _root: string, known?: string): Promise<FileContent> {
    this.reads.push(uri);
    const content = this.contents.get(uri) ?? { kind: 'missing' };
    await this.gates.get(uri)?.shift();
    const fault = this.faults.get(uri);
    if (fault) throw fault;
    if (typeof content === 'string') return { kind: 'text', text: content, version: '', modified: WRITTEN };
    if (!(content instanceof Uint8Array)) return content;
    const version = new Hash().addText(String(content)).toString();
    if (version === known) return { kind: 'unchanged' };
    this.fetched.push(uri);
    return { kind: 'bytes', bytes: content, version, modified: WRITTEN };
  }
}

/** The modification time of every file in memory. */
export const WRITTEN = Date.UTC(2026, 2, 4, 12);

/** The folder of every file in memory. */
export const ROOT = 'file://';

export class MemorySource implements BriefingSource {
  readonly #changed = new Emitter<SourceChange>();
  uris: string[] = [];
  /** The folder that it lists, or undefined for none. */
  root: string | undefined = ROOT;
  /** Why its folder cannot be listed. */
  fault: string | undefined;
  /** Replacements for the next listings, for example one that is late or fails. */
  nextLists: (() => Promise<readonly string[]>)[] = [];
  /** Listings that are returned before the whole list is. */
  early: readonly Listing[] = [];

  readonly onDidChange = this.#changed.event;

  roots(): readonly string[] {
    return this.root === undefined ? [] : [this.root];
  }

  async list(found?: (listing: Listing) => void): Promise<readonly Listing[]> {
    for (const listing of this.early) found?.(listing);
    const uris = (await this.nextLists.shift()?.()) ?? [...this.uris];
    const { fault } = this;
    return this.roots().map((root) => ({ root, uris, ...(fault !== undefined && { fault }) }));
  }

  changed(uri: string): void {
    this.#changed.fire({ kind: 'changed', uri, root: this.root ?? ROOT });
  }

  deleted(uri: string): void {
    this.#changed.fire({ kind: 'deleted', uri });
  }

  relist(): void {
    this.#changed.fire({ kind: 'relist' });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

export class MemoryLog implements Logger {
  readonly lines: string[] = [];

  info(message: string): void {
    this.lines.push(`info ${message}`);
  }

  warn(message: string): void {
    this.lines.push(`warn ${message}`);
  }

  error(message: string): void {
    this.lines.push(`error ${message}`);
  }
}

/** A library with files in memory, and one source that lists them all. */
export function memoryLibrary(
  files: Readonly<Record<string, string | Uint8Array | FileContent>> = {},
  storage: Storage = new MemoryStorage(),
  clock: Clock = Date,
) {
  const source = new MemorySource();
  const reader = new MemoryFiles();
  const logger = new MemoryLog();
  for (const [uri, content] of Object.entries(files)) reader.contents.set(uri, content);
  source.uris = Object.keys(files);
  const library = new Library([source], reader, new OutlineCache(storage, logger), logger, clock);
  let changes = 0;
  library.onDidChange(() => changes++);
  return { library, source, files: reader, logger, changes: () => changes };
}

/** A library that has read these files. */
export async function filledLibrary(...args: Parameters<typeof memoryLibrary>) {
  const memory = memoryLibrary(...args);
  await memory.library.refresh();
  return memory;
}

/** A library with two sources, which have the same folder unless a test changes that. */
export function libraryOfTwo(contents: Readonly<Record<string, string | Uint8Array>> = {}) {
  const [one, two, files] = [new MemorySource(), new MemorySource(), new MemoryFiles()];
  const [logger, storage] = [new MemoryLog(), new MemoryStorage()];
  for (const [uri, content] of Object.entries(contents)) files.contents.set(uri, content);
  const cache = new OutlineCache(storage, logger);
  return { library: new Library([one, two], files, cache, logger), one, two, files, logger, storage, cache };
}

export function entriesOf({ entries }: Library): ReadonlyMap<string, Entry> {
  return new Map([...entries].map((entry) => [entry.uri, entry]));
}

/** The title of a briefing, or the problem of a file. */
export function titleOf(entry: Entry | undefined): string | undefined {
  return entry?.kind === 'briefing' ? entry.outline.title : entry?.problem.kind;
}

export function titles({ entries }: Library): (string | undefined)[] {
  return [...entries].map(titleOf).sort();
}

/** A file that waits to be read until it is let through, and whose later reads do not wait. */
export function heldBack(files: MemoryFiles, uri: string): () => void {
  const { closed, open } = gate();
  files.gates.set(uri, [closed]);
  return open;
}

/** The entries without the time when each was first seen, which a new library cannot know. */
export function withoutTimes(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  return new Map(
    [...entries].map(([uri, entry]): [string, Entry] => {
      if (entry.kind === 'broken') return [uri, entry];
      const { kind, root, outline, modified } = entry;
      return [uri, { kind, uri, root, outline, modified }];
    }),
  );
}

/** A storage in which a library has stored these files. */
export async function keptIn(files: Readonly<Record<string, Uint8Array>>): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  const { library } = memoryLibrary(files, storage);
  await library.refresh();
  await library.saveOutlines();
  library.dispose();
  return storage;
}

/** The UTF-8 bytes of a text. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * Waits longer than changes are batched and reads from memory take, in steps because the machine may be
 * busy.
 */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setTimeout(resolve, 15));
}

/** Waits until a condition is true, which may take long on a busy machine. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(`Never true: ${isTrue.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A promise, and the function that resolves it. */
export function gate(): { readonly closed: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open };
}
