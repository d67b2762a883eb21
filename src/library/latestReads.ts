import type { FileContent, FileReader } from './ports.ts';
import { Slices } from '../base/async/slices.ts';

/** Reads of files, of which only the last that was begun of each may answer: all before it end with it. */
export class LatestReads {
  readonly #files: FileReader;
  readonly #take: (uri: string, root: string, content: FileContent) => void;
  readonly #failed: (uri: string, error: unknown) => void;
  readonly #last = new Map<string, Promise<void>>();
  readonly #slices = new Slices();
  #closed = false;

  /** `take`: an answer that is still wanted. What it does is done in slices. `failed`: it threw, or the reading did. */
  constructor(
    files: FileReader,
    take: (uri: string, root: string, content: FileContent) => void,
    failed: (uri: string, error: unknown) => void,
  ) {
    this.#files = files;
    this.#take = take;
    this.#failed = failed;
  }

  /**
   * Resolves when the answer has been taken. Never rejects: others wait for it too. `root`: the folder that it was found
   * in; `known`: the version that need not be read again.
   */
  read(uri: string, root: string, known: string | undefined): Promise<void> {
    const answer = async (take: () => void) => {
      await this.#slices.turn();
      if (this.#closed) return undefined;
      const last = this.#last.get(uri);
      if (last !== read) return last;
      this.#last.delete(uri);
      try {
        take();
      } catch (error) {
        this.#failed(uri, error);
      }
      return undefined;
    };
    const read: Promise<void> = this.#files.read(uri, root, known).then(
      (content) =>
        answer(() => {
          this.#take(uri, root, content);
        }),
      (error: unknown) =>
        answer(() => {
          this.#failed(uri, error);
        }),
    );
    this.#last.set(uri, read);
    return read;
  }

  /** Nobody waits for it any more. */
  forget(uri: string): void {
    this.#last.delete(uri);
  }

  close(): void {
    this.#closed = true;
    this.#last.clear();
  }
}
