import fs from 'node:fs/promises';
import path from 'node:path';
import { Emitter } from '../../src/base/event.ts';
import { FolderStorage } from '../../src/library/files/folderStorage.ts';
import type { FileFolder, StoredFile } from '../../src/library/ports.ts';

/** How many bytes are written at a time. */
const PIECE = 10_000;

/** The storage that the extension ships, over a folder that Node reads and writes. */
export function nodeStorage(folder: string, removesFirst = false): FolderStorage {
  return new FolderStorage(new NodeFolder(folder, removesFirst));
}

/** A real folder. It does not report changes: callers have to list it again. */
class NodeFolder implements FileFolder {
  readonly #folder: string;
  readonly #removesFirst: boolean;
  readonly #changed = new Emitter<string>();
  readonly onDidChange = this.#changed.event;

  /** `removesFirst`: as in VS Code, whose `rename` removes the old file before it moves the new one there. */
  constructor(folder: string, removesFirst: boolean) {
    this.#folder = folder;
    this.#removesFirst = removesFirst;
  }

  async list(): Promise<readonly (StoredFile | undefined)[]> {
    const names = (await orMissing(fs.readdir(this.#folder))) ?? [];
    return Promise.all(
      names.map(async (name) => {
        const stat = await orMissing(fs.stat(this.#path(name)));
        return stat && { name, modified: stat.mtimeMs, size: stat.size };
      }),
    );
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return orMissing(fs.readFile(this.#path(name)));
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await fs.mkdir(this.#folder, { recursive: true });
    const file = await fs.open(this.#path(name), 'w');
    try {
      // In small pieces, as a disk might do it, so that the process may be killed in between.
      for (let from = 0; from < bytes.length; from += PIECE)
        await file.write(bytes.subarray(from, from + PIECE));
    } finally {
      await file.close();
    }
  }

  async rename(name: string, to: string): Promise<boolean> {
    if (this.#removesFirst && (await orMissing(fs.stat(this.#path(name))))) await this.remove(to);
    const renamed = fs.rename(this.#path(name), this.#path(to)).then(() => true);
    return (await orMissing(renamed)) ?? false;
  }

  async remove(name: string): Promise<void> {
    await fs.rm(this.#path(name), { force: true });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #path(name: string): string {
    return path.join(this.#folder, name);
  }
}

/** Resolves to undefined, instead of rejecting, if a file does not exist. */
async function orMissing<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
