import type { FileContent, FileReader } from './ports.ts';
import { Slices } from '../base/async/slices.ts';

/** Reads files. Of several reads of one file, only the latest is used; the earlier ones resolve with it. */
export class LatestReads {
  readonly #files: FileReader;
  readonly #take: (uri: string, root: string, content: FileContent) => void;
  readonly #failed: (uri: string, error: unknown) => void;
  readonly #last = new Map<string, Promise<void>>();
  readonly #slices = new Slices();
  #closed = false;

  /** `take`: called in slices with each result that is still wanted. `failed`: called if it or the read has thrown. */
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
   * Resolves when the result has been taken. Never rejects, since several callers wait for it. `root`: the folder that
   * the file was found in; `known`: a version that need not be read again.
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

  /** Ignores the results of pending reads of a file. */
  forget(uri: string): void {
    this.#last.delete(uri);
  }

  close(): void {
    this.#closed = true;
    this.#last.clear();
  }
}
