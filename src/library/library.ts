import { decodeBytes } from '../briefing/decodeBytes.ts';
import type { Briefing, Problem } from '../briefing/model.ts';
import { parseBriefing } from '../briefing/parseBriefing.ts';
import { tidy } from '../briefing/plainTokens.ts';
import { isSerious } from '../briefing/problems.ts';
import { type Disposable, Emitter } from './event.ts';
import { fileNameOf } from './fileName.ts';
import type { BriefingSource, FileContent, FileReader, Logger } from './ports.ts';

/** One briefing of the library, or a file that could have been one. Replaced as a whole when the file changes. */
export type Entry = ReadableEntry | BrokenEntry;

export interface ReadableEntry {
  readonly kind: 'briefing';
  readonly uri: string;
  readonly briefing: Briefing;
  /** The file's and the text's. */
  readonly problems: readonly Problem[];
}

export interface BrokenEntry {
  readonly kind: 'broken';
  readonly uri: string;
  readonly problem: FileProblem;
}

/** Why a file is no briefing. */
export type FileProblem = Exclude<FileContent, { kind: 'text' | 'bytes' }> | { readonly kind: 'binary' };

/** How many files are read at a time: enough to hide a slow disk, few enough to leave the extension host free. */
const READERS = 8;
/** Changes this close together (in ms) are told as one. */
const COALESCE = 25;

/** What one source has said. Times are the library's own, counted: a late answer does not undo newer ones. */
interface Announced {
  /** The URIs that are there, and since when. */
  present: Map<string, number>;
  /** Those that went, and when: a listing that was begun before may not know. */
  readonly gone: Map<string, number>;
  /** When the listing was begun that counts. */
  listed: number;
}

/** The briefings that there are now, from all sources. The only owner of what has been read. */
export class Library implements Disposable {
  readonly #sources: ReadonlyMap<BriefingSource, Announced>;
  readonly #files: FileReader;
  readonly #log: Logger;
  readonly #entries = new Map<string, Entry>();
  /** For each URI, the last read that was begun: only that one may answer, and all before it end with it. */
  readonly #reads = new Map<string, Promise<void>>();
  readonly #changed = new Emitter<undefined>();
  readonly #disposables: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #clock = 0;

  constructor(sources: readonly BriefingSource[], files: FileReader, log: Logger) {
    this.#sources = new Map(
      sources.map((source) => [source, { present: new Map(), gone: new Map(), listed: 0 }]),
    );
    this.#files = files;
    this.#log = log;
    this.#disposables = sources.map((source) =>
      source.onDidChange((change) => {
        if (change.kind === 'relist') void this.#relist(source);
        else if (change.kind === 'deleted') this.#withdraw(source, change.uri);
        else void this.#follow(source, change.uri);
      }),
    );
  }

  /** Fires once for all changes that come close together. */
  get onDidChange() {
    return this.#changed.event;
  }

  /** Newest first, those without a date last, by title. */
  get entries(): readonly Entry[] {
    return [...this.#entries.values()].sort(byDateThenTitle);
  }

  get(uri: string): Entry | undefined {
    return this.#entries.get(uri);
  }

  /** Asks every source anew and reads every file again. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#sources.keys()].map((source) => this.#relist(source)));
  }

  /** Takes a file in on behalf of a source, and reads it. */
  async add(source: BriefingSource, uri: string): Promise<Entry | undefined> {
    await this.#announce(source, uri);
    return this.#entries.get(uri);
  }

  /** Reads one file again, if it is in the library. */
  async update(uri: string): Promise<void> {
    if (this.#isAnnounced(uri)) await this.#read(uri);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
    this.#changed.dispose();
  }

  async #relist(source: BriefingSource): Promise<void> {
    const begun = ++this.#clock;
    let listed: readonly string[];
    try {
      listed = await source.list();
    } catch (error) {
      this.#log.error(`Could not list briefings: ${String(error)}`);
      return;
    }
    const announced = this.#announcedBy(source);
    // A listing that was begun later has answered before.
    if (announced.listed > begun) return;
    announced.listed = begun;
    const uris = listed.filter((uri) => (announced.gone.get(uri) ?? 0) < begun);
    const before = [...announced.present];
    const meanwhile = before.filter(([, since]) => since > begun);
    announced.present = new Map([...uris.map((uri) => [uri, begun] as const), ...meanwhile]);
    for (const [uri] of before) this.#forgetIfGone(uri);
    const queue = [...new Set(uris)];
    await Promise.all(
      Array.from({ length: READERS }, async () => {
        for (let uri = queue.shift(); uri !== undefined; uri = queue.shift()) await this.#read(uri);
      }),
    );
    // A library without briefings is news too.
    this.#fire();
  }

  /** A file that changed and is no longer there when it is read has only come and gone. */
  async #follow(source: BriefingSource, uri: string): Promise<void> {
    await this.#announce(source, uri);
    const entry = this.#entries.get(uri);
    if (entry?.kind === 'broken' && entry.problem.kind === 'missing') this.#withdraw(source, uri);
  }

  async #announce(source: BriefingSource, uri: string): Promise<void> {
    const { present, gone } = this.#announcedBy(source);
    present.set(uri, ++this.#clock);
    gone.delete(uri);
    await this.#read(uri);
  }

  #withdraw(source: BriefingSource, uri: string): void {
    const { present, gone } = this.#announcedBy(source);
    present.delete(uri);
    gone.set(uri, ++this.#clock);
    this.#forgetIfGone(uri);
  }

  #isAnnounced(uri: string): boolean {
    return [...this.#sources.values()].some(({ present }) => present.has(uri));
  }

  #announcedBy(source: BriefingSource): Announced {
    const announced = this.#sources.get(source);
    if (!announced) throw new Error('This is none of the sources of the library.');
    return announced;
  }

  #forgetIfGone(uri: string): void {
    if (this.#isAnnounced(uri)) return;
    this.#reads.delete(uri);
    if (this.#entries.delete(uri)) this.#fire();
  }

  #read(uri: string): Promise<void> {
    const read: Promise<void> = this.#files.read(uri).then((content) => {
      const newest = this.#reads.get(uri);
      if (newest !== read) return newest;
      this.#keep(uri, content);
      return undefined;
    });
    this.#reads.set(uri, read);
    return read;
  }

  #keep(uri: string, content: FileContent): void {
    const entry = entryOf(uri, content);
    if (entry.kind === 'broken') this.#log.warn(`${uri}: ${describe(entry.problem)}`);
    else
      for (const { code, range } of entry.problems.filter(isSerious))
        this.#log.warn(`${uri}:${range.start.line + 1}: ${code}`);
    const known = this.#entries.get(uri);
    if (known && saysTheSame(known, entry)) return;
    this.#entries.set(uri, entry);
    this.#fire();
  }

  #fire(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#changed.fire(undefined);
    }, COALESCE);
  }
}

function entryOf(uri: string, content: FileContent): Entry {
  if (content.kind !== 'text' && content.kind !== 'bytes') return { kind: 'broken', uri, problem: content };
  const decoded =
    content.kind === 'bytes'
      ? decodeBytes(content.bytes)
      : { kind: 'text' as const, text: content.text, problems: [] };
  if (decoded.kind === 'binary') return { kind: 'broken', uri, problem: decoded };
  const briefing = parseBriefing(decoded.text, fileNameOf(uri));
  return { kind: 'briefing', uri, briefing, problems: [...decoded.problems, ...briefing.problems] };
}

function saysTheSame(one: Entry, other: Entry): boolean {
  if (one.kind !== 'briefing' || other.kind !== 'briefing') return false;
  // The same words may have been mended in their encoding.
  return one.briefing.text === other.briefing.text && one.problems.length === other.problems.length;
}

function describe(problem: FileProblem): string {
  if (problem.kind === 'unreadable') return `${problem.kind}: ${problem.reason}`;
  return problem.kind === 'tooLarge' ? `${problem.kind}: ${problem.size} bytes` : problem.kind;
}

function byDateThenTitle(a: Entry, b: Entry): number {
  return (
    dateOf(b).localeCompare(dateOf(a)) || nameOf(a).localeCompare(nameOf(b)) || a.uri.localeCompare(b.uri)
  );
}

function dateOf(entry: Entry): string {
  return entry.kind === 'briefing' ? (entry.briefing.date ?? '') : '';
}

/** What a person calls an entry: the briefing's title, or the file's name. */
export function nameOf(entry: Entry): string {
  return entry.kind === 'briefing' ? entry.briefing.title : tidy(fileNameOf(entry.uri));
}
