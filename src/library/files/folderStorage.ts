import { DAY } from '../../base/durations.ts';
import type { Event } from '../../base/event.ts';
import type { Clock, FileFolder, Storage, StoredFile } from '../ports.ts';

/** The prefix of files that are still being written. They are not listed. */
const TEMPORARY = 'tmp-';

/** Maximum number of attempts to list a folder whose files are changing. */
const LISTINGS = 3;

/** Writes files atomically on any file system: each gets a temporary name, and is then renamed. */
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

  /** Whether a file is temporary. Removes it if it is older than a day: a killed window left it behind. */
  #isTemporary({ name, modified }: StoredFile): boolean {
    if (!name.startsWith(TEMPORARY)) return false;
    if (modified < this.#clock.now() - DAY) void this.remove(name).catch(() => undefined);
    return true;
  }
}
