import type { Disposable } from '../../base/event.ts';
import { uniqueName, type LogFile, writeLog } from './logFiles.ts';
import { type Mark, Marks } from './marks.ts';
import type { Logger, Storage } from '../ports.ts';
import { Saver } from './saver.ts';

/**
 * The marks of this window, and its two files, to which all of these marks are written alternately. So no mark is only in
 * a file that is being replaced: VS Code's `rename` removes the old file before it moves the new one.
 */
export class OwnLog implements Disposable {
  readonly #storage: Storage;
  readonly #onWrite: (name: string, size: number) => void;
  readonly #marks = new Marks();
  /** New names, so that files of an earlier window with the same id count as another window's. */
  readonly #names: [next: string, last: string];
  /** The sizes of the files when they were written, in bytes, by name. */
  readonly #sizes = new Map<string, number>();
  readonly saver: Saver;

  constructor(
    windowId: string,
    storage: Storage,
    logger: Logger,
    onWrite: (name: string, size: number) => void,
  ) {
    const name = uniqueName(`log-${windowId}`);
    this.#names = [`${name}-a`, `${name}-b`];
    this.#storage = storage;
    this.#onWrite = onWrite;
    this.saver = new Saver(() => this.#write(), logger);
  }

  owns(name: string): boolean {
    return this.#names.includes(name);
  }

  /** Adds a mark for the next write. */
  add(mark: Mark): void {
    this.#marks.add(mark);
  }

  /** To be called when one of its files was read. Rewrites it if it is damaged or truncated: all marks are in memory. */
  checkFile(name: string, file: LogFile): void {
    if (file.damaged > 0 || file.size < (this.#sizes.get(name) ?? 0)) void this.saver.save();
  }

  dispose(): void {
    this.saver.dispose();
  }

  async #write(): Promise<void> {
    const [name] = this.#names;
    const size = await writeLog(this.#storage, name, this.#marks);
    this.#names.reverse();
    this.#sizes.set(name, size);
    this.#onWrite(name, size);
  }
}
