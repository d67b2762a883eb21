import type { Event } from '../../base/event.ts';
import type { Clock, FileFolder, Storage, StoredFile } from '../ports.ts';

/** The prefix of files that are still being written. They are not listed. */
const TEMPORARY = 'tmp-';

const DAY = 86_400_000;
/** How many times a folder is listed at most, if its files change meanwhile. */
const LISTINGS = 3;

/** Keeps files whole on any file system: each is written under a temporary name, which is then renamed. */
export class FolderStorage implements Storage {
  readonly #folder: FileFolder;
  readonly #clock: Clock;

  constructor(folder: FileFolder, clock: Clock = Date) {
    this.#folder = folder;
    this.#clock = clock;
  }

  readonly onDidChange: Event<undefined> = (listener) =>
    this.#folder.onDidChange((name) => {
      if (!name.startsWith(TEMPORARY)) listener(undefined);
    });

  async list(): Promise<readonly StoredFile[]> {
    for (let attempt = 1; ; attempt++) {
      const found = await this.#folder.list();
      const files = found.filter((file) => file !== undefined);
      // Another window has just renamed a file, and the new name may be missing in this list.
      if (files.length === found.length || attempt === LISTINGS)
        return files.filter((file) => !this.#isTemporary(file));
    }
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return this.#folder.read(name);
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    const temporary = `${TEMPORARY}${crypto.randomUUID()}`;
    try {
      await this.#folder.write(temporary, bytes);
      if (!(await this.#folder.rename(temporary, name))) throw new Error(`${temporary} is gone.`);
    } catch (error) {
      await this.#folder.remove(temporary).catch(() => undefined);
      throw error;
    }
  }

  rename(name: string, to: string): Promise<boolean> {
    return this.#folder.rename(name, to);
  }

  remove(name: string): Promise<void> {
    return this.#folder.remove(name);
  }

  dispose(): void {
    this.#folder.dispose();
  }

  /** Whether a file is temporary. Removes one that is older than a day: it was left behind by a killed window. */
  #isTemporary({ name, modified }: StoredFile): boolean {
    if (!name.startsWith(TEMPORARY)) return false;
    if (modified < this.#clock.now() - DAY) void this.remove(name).catch(() => undefined);
    return true;
  }
}
