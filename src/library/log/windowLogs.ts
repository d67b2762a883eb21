import type { Disposable } from '../../base/event.ts';
import { foldLogs } from './logFiles.ts';
import { LogReader } from './logReader.ts';
import type { Mark } from './marks.ts';
import { OwnLog } from './ownLog.ts';
import type { Clock, Logger, Storage } from '../ports.ts';
import type { Saver } from './saver.ts';

const HOUR = 3_600_000;
/** So many old files of others may lie there before they are made one. */
const OLD_FILES = 4;

/** What hears of the marks in the files. */
export interface MarksTarget {
  take(mark: Mark): void;
  /** All marks that were new have been taken, for now. */
  taken(): void;
}

/**
 * The marks of all windows, in files that each of them reads. Each window writes files of its own only, so none can
 * take back what another has written.
 */
export class WindowLogs implements Disposable {
  readonly #storage: Storage;
  readonly #logger: Logger;
  readonly #reader: LogReader;
  readonly #own: OwnLog;
  readonly #taken: () => void;
  readonly #subscription: Disposable;
  /** The reading under way, and the one that follows it. */
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

  /** Writes marks of this window, at the latest `delay` ms after. Resolves when they are on disk. */
  write(marks: Iterable<Mark>, delay: number): Promise<void> {
    for (const mark of marks) this.#own.add(mark);
    return this.saver.save(delay);
  }

  /** Reads what has changed since. Calls while this goes on are answered by one more reading. */
  follow(): Promise<void> {
    this.#next ??= this.#inTurn(() => {
      this.#next = undefined;
      return this.#catchUp();
    });
    return this.#next;
  }

  /** Makes one file of the others' where too many were last written more than an hour ago. */
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
