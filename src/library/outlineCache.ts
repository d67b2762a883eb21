import { Hash } from '../base/hash.ts';
import { SOURCE_KEYS } from '../briefing/text/sourceKey.ts';
import { decodeOutline, encodeOutline, type Outline } from './outline.ts';
import type { FileState, Logger, Storage } from './ports.ts';
import { Slices } from '../base/slices.ts';

/** An outline, and the version of the file that it was read from. */
export interface KnownOutline extends FileState {
  readonly outline: Outline;
}

/** How long the outlines of a folder are kept after they changed last, in ms: half a year. */
const LIFETIME = 182 * 86_400_000;

/** Another number whenever an outline of this version of the extension is no longer what it was. */
const FORMAT = 5;

/**
 * The outlines of each folder in a file of the storage, so that a start reads none of the briefings. The first line
 * says what the rest is, and its checksum: a file that is damaged, foreign or of another version is as good as none.
 */
export class OutlineCache {
  readonly #storage: Storage;
  readonly #logger: Logger;

  constructor(storage: Storage, logger: Logger) {
    this.#storage = storage;
    this.#logger = logger;
  }

  /** What is remembered of a folder, by URI. Nothing where that is not to be trusted. */
  async load(root: string): Promise<ReadonlyMap<string, KnownOutline>> {
    try {
      const bytes = await this.#storage.read(nameOf(root));
      if (bytes) return await decode(root, new TextDecoder().decode(bytes));
    } catch (error) {
      this.#logger.info(`The outlines of ${root} are read anew: ${String(error)}`);
    }
    return new Map();
  }

  /** Never rejects: without it, the next start takes longer. */
  async save(root: string, outlines: Iterable<readonly [uri: string, known: KnownOutline]>): Promise<void> {
    try {
      const slices = new Slices();
      const lines: string[] = [];
      const checksum = new Hash();
      for (const [uri, { version, modified, outline }] of outlines) {
        await slices.turn();
        const line = JSON.stringify([shorten(uri, root), version, modified, encodeOutline(outline)]);
        checksum.addText(line);
        lines.push(line);
      }
      const header = JSON.stringify({
        format: FORMAT,
        sources: SOURCE_KEYS,
        root,
        checksum: checksum.toString(),
      });
      await this.#storage.write(nameOf(root), new TextEncoder().encode([header, ...lines].join('\n')));
    } catch (error) {
      this.#logger.warn(`The outlines of ${root} could not be kept: ${String(error)}`);
    }
  }

  /** Removes what nobody has changed for long: of folders that are gone, most of it. Never rejects. */
  async prune(now: number): Promise<void> {
    try {
      for (const { name, modified } of await this.#storage.list())
        if (modified < now - LIFETIME) await this.#storage.remove(name);
    } catch (error) {
      this.#logger.info(`Old outlines could not be removed: ${String(error)}`);
    }
  }
}

async function decode(root: string, text: string): Promise<Map<string, KnownOutline>> {
  const [header = '', ...lines] = text.split('\n');
  const { format, sources, root: of, checksum } = JSON.parse(header) as Partial<Record<string, unknown>>;
  if (format !== FORMAT || sources !== SOURCE_KEYS || of !== root)
    throw new Error('they are of another version');
  const slices = new Slices();
  const found = new Hash();
  const outlines = new Map<string, KnownOutline>();
  for (const line of lines) {
    await slices.turn();
    found.addText(line);
    const [uri, version, modified, encoded] = JSON.parse(line) as [string, string, number, string];
    const outline = decodeOutline(encoded);
    if (outline) outlines.set(uri.startsWith('/') ? root + uri : uri, { version, modified, outline });
  }
  if (checksum !== found.toString()) throw new Error('they are damaged');
  return outlines;
}

/** `file:///a/b.md` in `file:///a` -> `/b.md`. */
function shorten(uri: string, root: string): string {
  return uri.startsWith(`${root}/`) ? uri.slice(root.length) : uri;
}

function nameOf(root: string): string {
  return `outlines-${new Hash().addText(root).toString()}`;
}
