import { Sequencer } from '../../base/async/sequencer.ts';
import { HOUR } from '../../base/durations.ts';
import type { Disposable } from '../../base/event.ts';
import { compactLogs } from './logFiles.ts';
import { LogReader } from './logReader.ts';
import type { Mark } from './marks.ts';
import { OwnLog } from './ownLog.ts';
import type { Clock, Logger, Storage } from '../ports.ts';
import type { Saver } from './saver.ts';

/** The maximum number of old files of other windows that are not merged. */
const OLD_FILES = 4;

/** Receives the marks in the files. */
export interface MarksTarget {
  add(mark: Mark): void;
  /** Called after all new marks were added. */
  onRead(): void;
}

/**
 * The marks of all windows, in files that each of them reads. Each window writes only its own files, so that no window
 * can overwrite another's marks.
 */
export class WindowLogs implements Disposable {
  readonly #storage: Storage;
  readonly #logger: Logger;
  readonly #reader: LogReader;
  readonly #own: OwnLog;
  readonly #onRead: () => void;
  readonly #subscription: Disposable;
  /** The last read or merge that was started, and the read that waits for its turn. */
  readonly #tasks = new Sequencer();
  #queuedRead: Promise<void> | undefined;

  constructor(storage: Storage, clock: Clock, logger: Logger, windowId: string, target: MarksTarget) {
    this.#storage = storage;
    this.#logger = logger;
    this.#onRead = () => {
      target.onRead();
    };
    this.#reader = new LogReader(storage, clock, logger, {
      add: (mark) => {
        target.add(mark);
      },
      onFile: (name, file) => {
        if (this.#own.owns(name)) this.#own.checkFile(name, file);
      },
    });
    this.#own = new OwnLog(windowId, storage, logger, (name, size) => {
      this.#reader.recordWrite(name, size);
    });
    this.#subscription = storage.onDidChange(() => this.readChanges());
  }

  get saver(): Saver {
    return this.#own.saver;
  }

  /** Writes marks of this window within `delay` ms. Resolves when they are on disk. */
  write(marks: Iterable<Mark>, delay: number): Promise<void> {
    for (const mark of marks) this.#own.add(mark);
    return this.saver.save(delay);
  }

  /** Reads the files that have changed. Calls during a read share the next one. */
  readChanges(): Promise<void> {
    this.#queuedRead ??= this.#enqueue(() => {
      this.#queuedRead = undefined;
      return this.#readAndReport();
    });
    return this.#queuedRead;
  }

  /** Merges files of other windows if too many of them were last written more than an hour ago. */
  compact(now: number): Promise<void> {
    return this.#enqueue(async () => {
      const old = (await this.#reader.olderThan(now - HOUR)).filter((name) => !this.#own.owns(name));
      if (old.length > OLD_FILES) await compactLogs(this.#storage, old);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#own.dispose();
  }

  async #readAndReport(): Promise<void> {
    await this.#reader.readChanges();
    this.#onRead();
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    return this.#tasks.queue(work).catch((error: unknown) => {
      this.#logger.error(`The reading log failed: ${String(error)}`);
    });
  }
}
