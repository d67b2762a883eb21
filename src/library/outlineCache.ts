import { DAY } from '../base/durations.ts';
import { Hash } from '../base/hash.ts';
import { SOURCE_KEYS } from '../briefing/text/links/sourceKey.ts';
import { decodeOutline, encodeOutline, type Outline } from './outline.ts';
import type { Entry } from './entry.ts';
import type { FileState, Logger, Storage } from './ports.ts';
import { Slices } from '../base/async/slices.ts';

/** An outline, and the version of the file that it was read from. */
export interface KnownOutline extends FileState {
  readonly outline: Outline;
  /**
   * When its words were first seen, in ms since 1970; undefined if the first scan of their folder found them, and they
   * were not of that day.
   */
  readonly seen?: number;
}

/** How long the outlines of a folder are kept after their last change, in ms: half a year. */
const LIFETIME = 182 * DAY;

/** To be increased whenever the encoding or the meaning of an outline changes. */
const FORMAT = 9;

/**
 * Stores the outlines of each folder in one file, so that a start need not read the briefings. The first line is a
 * header with a checksum of the rest. A file that is damaged, foreign or of another version is ignored.
 */
export class OutlineCache {
  readonly #storage: Storage;
  readonly #logger: Logger;
  readonly #complete = new Set<string>();

  constructor(storage: Storage, logger: Logger) {
    this.#storage = storage;
    this.#logger = logger;
  }

  /** Loads the outlines of a folder, by URI. Empty if the file cannot be read or trusted. */
  async load(root: string): Promise<ReadonlyMap<string, KnownOutline>> {
    try {
      return await this.#read(root);
    } catch (error) {
      this.#logger.info(`Rebuilding the outlines of ${root}: ${String(error)}`);
      return new Map();
    }
  }

  /** Whether the folder had been scanned completely when the loaded outlines were saved. */
  isComplete(root: string): boolean {
    return this.#complete.has(root);
  }

  /**
   * Saves the outlines of a folder. Never rejects: without them, only the next start takes longer. If another window
   * saw the same words first, its time is kept. `isComplete`: whether the folder was scanned completely.
   */
  async save(
    root: string,
    outlines: Iterable<readonly [uri: string, known: KnownOutline]>,
    isComplete = true,
  ): Promise<void> {
    try {
      // A file that cannot be read is overwritten.
      const before = await this.#read(root).catch(() => new Map<string, KnownOutline>());
      const complete = isComplete || this.isComplete(root);
      const slices = new Slices();
      const lines: string[] = [];
      const checksum = checksumFor(complete);
      for (const [uri, known] of outlines) {
        await slices.turn();
        const { version, modified, outline } = known;
        const seen = earliestSeen(known, before.get(uri));
        const line = JSON.stringify([
          relativeUri(uri, root),
          version,
          modified,
          seen,
          encodeOutline(outline),
        ]);
        checksum.addText(line);
        lines.push(line);
      }
      const header = JSON.stringify({
        format: FORMAT,
        sources: SOURCE_KEYS,
        complete,
        root,
        checksum: checksum.toString(),
      });
      await this.#storage.write(
        outlinesFileName(root),
        new TextEncoder().encode([header, ...lines].join('\n')),
      );
    } catch (error) {
      this.#logger.warn(`The outlines of ${root} could not be saved: ${String(error)}`);
    }
  }

  async #read(root: string): Promise<ReadonlyMap<string, KnownOutline>> {
    const bytes = await this.#storage.read(outlinesFileName(root));
    if (!bytes) return new Map();
    const { outlines, isComplete } = await decode(root, new TextDecoder().decode(bytes));
    if (isComplete) this.#complete.add(root);
    return outlines;
  }

  /** Removes files that have not changed for a long time, mostly of folders that no longer exist. Never rejects. */
  async prune(now: number): Promise<void> {
    try {
      for (const { name, modified } of await this.#storage.list())
        if (modified < now - LIFETIME) await this.#storage.remove(name);
    } catch (error) {
      this.#logger.info(`Old outlines could not be removed: ${String(error)}`);
    }
  }
}

/** The outlines of a folder to save: those of files with a version, by which a later change is noticed. */
export function* outlinesIn(
  folder: string,
  entries: Iterable<Entry>,
  versions: ReadonlyMap<string, string>,
): Iterable<readonly [string, KnownOutline]> {
  // A copy, since entries come and go during the save.
  for (const entry of [...entries]) {
    const version = versions.get(entry.uri) ?? '';
    if (entry.kind !== 'briefing' || entry.root !== folder || version === '') continue;
    const { uri, outline, modified, seen } = entry;
    yield [uri, { outline, version, modified, ...(seen !== undefined && { seen }) }];
  }
}

/** A new checksum, which covers the header's `complete` as well. */
function checksumFor(isComplete: boolean): Hash {
  return new Hash().addText(String(isComplete));
}

/** When these words were first seen, by this window or another. */
function earliestSeen({ outline, seen = 0 }: KnownOutline, other: KnownOutline | undefined): number {
  return other?.outline.textHash === outline.textHash ? Math.min(seen, other.seen ?? 0) : seen;
}

interface Decoded {
  readonly outlines: ReadonlyMap<string, KnownOutline>;
  readonly isComplete: boolean;
}

async function decode(root: string, text: string): Promise<Decoded> {
  const [header = '', ...lines] = text.split('\n');
  const {
    format,
    sources,
    complete,
    root: of,
    checksum,
  } = JSON.parse(header) as Partial<Record<string, unknown>>;
  if (format !== FORMAT || sources !== SOURCE_KEYS || of !== root) throw new Error('wrong version');
  const slices = new Slices();
  const isComplete = complete === true;
  const found = checksumFor(isComplete);
  const outlines = new Map<string, KnownOutline>();
  for (const line of lines) {
    await slices.turn();
    found.addText(line);
    const [uri, version, modified, seen, encoded] = JSON.parse(line) as [
      string,
      string,
      number,
      number,
      string,
    ];
    const outline = decodeOutline(encoded);
    const known = outline && { version, modified, outline, ...(seen > 0 && { seen }) };
    if (known) outlines.set(uri.startsWith('/') ? root + uri : uri, known);
  }
  if (checksum !== found.toString()) throw new Error('checksum mismatch');
  return { outlines, isComplete };
}

/** `file:///a/b.md` in `file:///a` -> `/b.md`. */
function relativeUri(uri: string, root: string): string {
  return uri.startsWith(`${root}/`) ? uri.slice(root.length) : uri;
}

function outlinesFileName(root: string): string {
  return `outlines-${new Hash().addText(root).toString()}`;
}
