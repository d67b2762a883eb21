import fs from 'node:fs/promises';
import path from 'node:path';
import { Emitter } from '../../src/library/event.ts';
import type { Storage, StoredFile } from '../../src/library/ports.ts';

const TEMPORARY = 'tmp-';

/** A real folder. It does not tell of changes: who wants to know has to look. */
export class NodeStorage implements Storage {
  readonly #folder: string;
  readonly #removesFirst: boolean;
  readonly onDidChange = new Emitter<undefined>().event;

  /** `removesFirst`: writing is as in VS Code, whose `rename` removes the old file before it moves the new one there. */
  constructor(folder: string, removesFirst = false) {
    this.#folder = folder;
    this.#removesFirst = removesFirst;
  }

  async list(): Promise<readonly StoredFile[]> {
    const names = (await orMissing(fs.readdir(this.#folder))) ?? [];
    const files = await Promise.all(
      names
        .filter((name) => !name.startsWith(TEMPORARY))
        .map(async (name) => {
          const stat = await orMissing(fs.stat(this.#path(name)));
          return stat && { name, modified: stat.mtimeMs, size: stat.size };
        }),
    );
    const found = files.filter((file) => file !== undefined);
    // What has another name meanwhile is to be found under that.
    return found.length === files.length ? found : this.list();
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return orMissing(fs.readFile(this.#path(name)));
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await fs.mkdir(this.#folder, { recursive: true });
    const temporary = this.#path(`${TEMPORARY}${crypto.randomUUID()}`);
    await fs.writeFile(temporary, bytes);
    if (this.#removesFirst) await this.remove(name);
    await fs.rename(temporary, this.#path(name));
  }

  async rename(name: string, to: string): Promise<boolean> {
    const renamed = fs.rename(this.#path(name), this.#path(to)).then(() => true);
    return (await orMissing(renamed)) ?? false;
  }

  async remove(name: string): Promise<void> {
    await fs.rm(this.#path(name), { force: true });
  }

  #path(name: string): string {
    return path.join(this.#folder, name);
  }
}

/** Undefined in place of the error that there is no such file. */
async function orMissing<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
