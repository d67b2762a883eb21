import type { Disposable } from '../../base/event.ts';
import { freshName, type LogFile, writeLog } from './logFiles.ts';
import { type Mark, Marks } from './marks.ts';
import type { Logger, Storage } from '../ports.ts';
import { Saver } from './saver.ts';

/**
 * The marks that this window made, and its two files, to which it writes all of these marks in turn. So no mark is only
 * in a file that is just being replaced: VS Code's `rename` removes the old file before it moves the new one there.
 */
export class OwnLog implements Disposable {
  readonly #storage: Storage;
  readonly #wrote: (name: string, size: number) => void;
  readonly #marks = new Marks();
  /** New names, so that files of an earlier window with the same id are treated like those of any other window. */
  readonly #names: [next: string, last: string];
  /** The sizes of the files when they were written, in bytes, by name. */
  readonly #sizes = new Map<string, number>();
  readonly saver: Saver;

  constructor(
    windowId: string,
    storage: Storage,
    logger: Logger,
    wrote: (name: string, size: number) => void,
  ) {
    const name = freshName(`log-${windowId}`);
    this.#names = [`${name}-a`, `${name}-b`];
    this.#storage = storage;
    this.#wrote = wrote;
    this.saver = new Saver(() => this.#write(), logger);
  }

  owns(name: string): boolean {
    return this.#names.includes(name);
  }

  /** Adds a mark, which goes with the next write. */
  add(mark: Mark): void {
    this.#marks.add(mark);
  }

  /** To be called when one of its files was read. Writes again if it is damaged or cut off: all marks are in memory. */
  found(name: string, file: LogFile): void {
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
    this.#wrote(name, size);
  }
}
