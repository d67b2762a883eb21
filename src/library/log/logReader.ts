import { isLogName, type LogFile, readLog, setAside } from './logFiles.ts';
import type { Mark } from './marks.ts';
import type { Clock, Logger, Storage, StoredFile } from '../ports.ts';

/** What hears of all that is read. */
export interface LogTarget {
  take(mark: Mark): void;
  /** A file was read to its end, and set aside if it was damaged. */
  found(name: string, file: LogFile): void;
}

/** A file as it was when it was read. */
interface Seen {
  readonly size: number;
  /** Undefined for a file that this window wrote itself: its time is not known until it is listed. */
  readonly modified: number | undefined;
  /** Whether a change of it would show in its time or size. */
  readonly settled: boolean;
  /** No line is damaged or newer. */
  readonly clean: boolean;
}

/** How often it is listed anew when files vanish meanwhile. The next call goes on. */
const ROUNDS = 5;
/** Clocks of file systems tick as slowly as every 2 s: what changes twice in a tick looks the same. */
const TICK = 2000;

/** Reads the files of all windows, each again when it has changed. */
export class LogReader {
  readonly #storage: Storage;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #target: LogTarget;
  #seen = new Map<string, Seen>();
  /** What was logged about a file is not logged again each time that it is tried. */
  readonly #told = new Set<string>();

  constructor(storage: Storage, clock: Clock, logger: Logger, target: LogTarget) {
    this.#storage = storage;
    this.#clock = clock;
    this.#logger = logger;
    this.#target = target;
  }

  /** Reads what is new or has changed. Never rejects: what cannot be read is logged, and tried again by the next call. */
  async catchUp(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      const files = await this.#list();
      if (!files) return;
      const names = new Set(files.map(({ name }) => name));
      this.#seen = new Map([...this.#seen].filter(([name]) => names.has(name)));
      let complete = true;
      for (const file of files) if (this.#hasChanged(file) && !(await this.#follow(file))) complete = false;
      if (complete) return;
    }
  }

  /** This window has written a file itself: it need not be read. */
  wrote(name: string, size: number): void {
    this.#seen.set(name, { size, modified: undefined, settled: true, clean: true });
  }

  /** The clean files that were last written before that time, and are still as they were read. */
  async olderThan(time: number): Promise<readonly string[]> {
    const files = (await this.#list()) ?? [];
    return files
      .filter((file) => file.modified < time && !this.#hasChanged(file))
      .map(({ name }) => name)
      .filter((name) => this.#seen.get(name)?.clean);
  }

  async #list(): Promise<readonly StoredFile[] | undefined> {
    try {
      const files = await this.#storage.list();
      this.#told.delete('list');
      return files.filter(({ name }) => isLogName(name));
    } catch (error) {
      if (this.#isNews('list')) this.#logger.error(`The reading log cannot be listed: ${String(error)}`);
      return undefined;
    }
  }

  #hasChanged({ name, size, modified }: StoredFile): boolean {
    const seen = this.#seen.get(name);
    if (seen?.size !== size) return true;
    if (seen.modified !== undefined) return seen.modified !== modified || !seen.settled;
    this.#seen.set(name, { ...seen, modified });
    return false;
  }

  /** False where the files have to be listed anew: its marks stand, or also stand, in a file with another name. */
  async #follow({ name, size, modified }: StoredFile): Promise<boolean> {
    const settled = this.#clock.now() - modified > TICK;
    try {
      const file = await this.#read(name);
      if (!file) return false;
      const [damaged, newer] = [file.damaged > 0, file.newer > 0];
      this.#seen.set(name, { size, modified, settled: settled || damaged, clean: !damaged && !newer });
      this.#told.delete(name);
      return !damaged || newer;
    } catch (error) {
      if (this.#isNews(name)) this.#logger.error(`${name}: ${String(error)}`);
      return true;
    }
  }

  /** Reads a file, and sets it aside if it is damaged. Undefined where it is not there. */
  async #read(name: string): Promise<LogFile | undefined> {
    const file = await readLog(this.#storage, name, (mark) => {
      this.#target.take(mark);
    });
    if (!file) return undefined;
    if (file.newer > 0) {
      const lines = `${file.newer} lines are of a later version of this extension`;
      if (this.#isNews(`newer ${name}`)) this.#logger.warn(`${name}: ${lines}. It is left as it is.`);
    } else if (file.damaged > 0) await this.#setAside(name);
    this.#target.found(name, file);
    return file;
  }

  /**
   * Tried once, until the file changes again: what may have been written by then is a change of the folder, and a
   * window that tried at each change would write for ever.
   */
  async #setAside(name: string): Promise<void> {
    try {
      await setAside(this.#storage, this.#logger, name, this.#clock.now());
    } catch (error) {
      this.#logger.error(`${name} is damaged, and cannot be set aside: ${String(error)}`);
    }
  }

  #isNews(about: string): boolean {
    const known = this.#told.has(about);
    this.#told.add(about);
    return !known;
  }
}
