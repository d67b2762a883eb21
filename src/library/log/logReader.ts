import { isLogName, type LogFile, readLog, setAside } from './logFiles.ts';
import type { Mark } from './marks.ts';
import type { Clock, Logger, Storage, StoredFile } from '../ports.ts';

/** Receives the marks and files that are read. */
export interface LogTarget {
  add(mark: Mark): void;
  /** Called after a file was read to its end, and set aside if it was damaged. */
  onFile(name: string, file: LogFile): void;
}

/** The state of a file when it was read. */
interface SeenFile {
  readonly size: number;
  /** Undefined for a file that this window wrote: its time is unknown until it is listed. */
  readonly modified: number | undefined;
  /** Whether any later change is visible in its time or size. */
  readonly isSettled: boolean;
  /** Whether no line is damaged or newer. */
  readonly clean: boolean;
}

/** Maximum number of times the folder is listed if files vanish in the meantime. The next call continues from there. */
const ROUNDS = 5;
/** The coarsest resolution of file times, in ms: two changes within it may have the same time. */
const TICK = 2000;

/** Reads the files of all windows, and rereads each when it has changed. */
export class LogReader {
  readonly #storage: Storage;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #target: LogTarget;
  #seen = new Map<string, SeenFile>();
  /** The problems that were already logged, so that a retry does not log them again. */
  readonly #logged = new Set<string>();

  constructor(storage: Storage, clock: Clock, logger: Logger, target: LogTarget) {
    this.#storage = storage;
    this.#clock = clock;
    this.#logger = logger;
    this.#target = target;
  }

  /** Reads the files that are new or have changed. Never rejects: errors are logged, and the next call retries. */
  async readChanges(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      const files = await this.#list();
      if (!files) return;
      const names = new Set(files.map(({ name }) => name));
      this.#seen = new Map([...this.#seen].filter(([name]) => names.has(name)));
      let complete = true;
      for (const file of files) if (this.#hasChanged(file) && !(await this.#readFile(file))) complete = false;
      if (complete) return;
    }
  }

  /** Records that this window wrote a file, so that it need not be read. `size`: in bytes. */
  recordWrite(name: string, size: number): void {
    this.#seen.set(name, { size, modified: undefined, isSettled: true, clean: true });
  }

  /** The clean files that were last written before `time`, and have not changed since they were read. */
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
      this.#logged.delete('list');
      return files.filter(({ name }) => isLogName(name));
    } catch (error) {
      if (this.#isUnlogged('list')) this.#logger.error(`The reading log cannot be listed: ${String(error)}`);
      return undefined;
    }
  }

  #hasChanged({ name, size, modified }: StoredFile): boolean {
    const seen = this.#seen.get(name);
    if (seen?.size !== size) return true;
    if (seen.modified !== undefined) return seen.modified !== modified || !seen.isSettled;
    this.#seen.set(name, { ...seen, modified });
    return false;
  }

  /** Reads a file. False if the folder has to be listed again, because its marks may now be in a file of another name. */
  async #readFile({ name, size, modified }: StoredFile): Promise<boolean> {
    const settled = this.#clock.now() - modified > TICK;
    try {
      const file = await this.#read(name);
      if (!file) return false;
      const [damaged, newer] = [file.damaged > 0, file.newer > 0];
      this.#seen.set(name, { size, modified, isSettled: settled || damaged, clean: !damaged && !newer });
      this.#logged.delete(name);
      return !damaged || newer;
    } catch (error) {
      if (this.#isUnlogged(name)) this.#logger.error(`${name}: ${String(error)}`);
      return true;
    }
  }

  /** Reads a file, and sets it aside if it is damaged. Undefined if it does not exist. */
  async #read(name: string): Promise<LogFile | undefined> {
    const file = await readLog(this.#storage, name, (mark) => {
      this.#target.add(mark);
    });
    if (!file) return undefined;
    if (file.newer > 0) {
      const lines = `${file.newer} lines are of a later version of this extension`;
      if (this.#isUnlogged(`newer ${name}`)) this.#logger.warn(`${name}: ${lines}. It is left as it is.`);
    } else if (file.damaged > 0) await this.#setAside(name);
    this.#target.onFile(name, file);
    return file;
  }

  /**
   * After an error, does not retry until the file changes: a failed attempt may have changed the folder, and retrying at
   * each change of the folder would never end.
   */
  async #setAside(name: string): Promise<void> {
    try {
      await setAside(this.#storage, this.#logger, name, this.#clock.now());
    } catch (error) {
      this.#logger.error(`${name} is damaged, and cannot be set aside: ${String(error)}`);
    }
  }

  #isUnlogged(about: string): boolean {
    const known = this.#logged.has(about);
    this.#logged.add(about);
    return !known;
  }
}
