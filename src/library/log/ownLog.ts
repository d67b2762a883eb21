import type { Disposable } from '../../base/event.ts';
import { freshName, type LogFile, writeLog } from './logFiles.ts';
import { type Mark, Marks } from './marks.ts';
import type { Logger, Storage } from '../ports.ts';
import { Saver } from './saver.ts';

/**
 * The marks that this window made, and the files that only it writes: by turns one of two, each time all of its
 * marks. A file that is there is thus never all that holds a mark while it is written: VS Code's `rename` removes
 * what stands in its way, and only then moves the new file there.
 */
export class OwnLog implements Disposable {
  readonly #storage: Storage;
  readonly #wrote: (name: string, size: number) => void;
  readonly #marks = new Marks();
  /** Names that no file had before: what an earlier window of the same id wrote is as good as that of another. */
  readonly #names: [next: string, last: string];
  /** Of the files, as they were written. */
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

  /** A mark that goes with the next write. */
  add(mark: Mark): void {
    this.#marks.add(mark);
  }

  /** One of the files was read. If someone has damaged or cut it: this window still has all that stood in it. */
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
