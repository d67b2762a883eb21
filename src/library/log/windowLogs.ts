import type { Disposable } from '../../base/event.ts';
import { foldLogs } from './logFiles.ts';
import { LogReader } from './logReader.ts';
import type { Mark } from './marks.ts';
import { OwnLog } from './ownLog.ts';
import type { Clock, Logger, Storage } from '../ports.ts';
import type { Saver } from './saver.ts';

const HOUR = 3_600_000;
/** How many old files of other windows there may be before they are merged. */
const OLD_FILES = 4;

/** Receives the marks in the files. */
export interface MarksTarget {
  take(mark: Mark): void;
  /** Called when all new marks have been taken, for now. */
  taken(): void;
}

/**
 * The marks of all windows, in files that each of them reads. Each window writes only files of its own, so that no
 * window can overwrite another's marks.
 */
export class WindowLogs implements Disposable {
  readonly #storage: Storage;
  readonly #logger: Logger;
  readonly #reader: LogReader;
  readonly #own: OwnLog;
  readonly #taken: () => void;
  readonly #subscription: Disposable;
  /** The last read or merge that was started, and the read that waits for its turn. */
  #reading: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(storage: Storage, clock: Clock, logger: Logger, windowId: string, target: MarksTarget) {
    this.#storage = storage;
    this.#logger = logger;
    this.#taken = () => {
      target.taken();
    };
    this.#reader = new LogReader(storage, clock, logger, {
      take: (mark) => {
        target.take(mark);
      },
      found: (name, file) => {
        if (this.#own.owns(name)) this.#own.found(name, file);
      },
    });
    this.#own = new OwnLog(windowId, storage, logger, (name, size) => {
      this.#reader.wrote(name, size);
    });
    this.#subscription = storage.onDidChange(() => this.follow());
  }

  get saver(): Saver {
    return this.#own.saver;
  }

  /** Writes marks of this window within `delay` ms. Resolves when they are on disk. */
  write(marks: Iterable<Mark>, delay: number): Promise<void> {
    for (const mark of marks) this.#own.add(mark);
    return this.saver.save(delay);
  }

  /** Reads the files that have changed. All calls while this runs share one more read. */
  follow(): Promise<void> {
    this.#next ??= this.#inTurn(() => {
      this.#next = undefined;
      return this.#catchUp();
    });
    return this.#next;
  }

  /** Merges files of other windows if too many of them were last written more than an hour ago. */
  fold(now: number): Promise<void> {
    return this.#inTurn(async () => {
      const old = (await this.#reader.olderThan(now - HOUR)).filter((name) => !this.#own.owns(name));
      if (old.length > OLD_FILES) await foldLogs(this.#storage, old);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#own.dispose();
  }

  async #catchUp(): Promise<void> {
    await this.#reader.catchUp();
    this.#taken();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#reading = this.#reading.then(work).catch((error: unknown) => {
      this.#logger.error(`The reading log: ${String(error)}`);
    });
    return this.#reading;
  }
}
