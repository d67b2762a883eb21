import type { FileContent, FileReader } from './ports.ts';
import { Slices } from '../base/async/slices.ts';

/** Reads files. If a file is read several times at once, only the latest result is used, and all reads resolve with it. */
export class LatestReads {
  readonly #files: FileReader;
  readonly #onContent: (uri: string, root: string, content: FileContent) => void;
  readonly #onError: (uri: string, error: unknown) => void;
  readonly #last = new Map<string, Promise<void>>();
  readonly #slices = new Slices();
  #closed = false;

  /** `onContent`: called in slices with each result that is still wanted. `onError`: called if it or the read throws. */
  constructor(
    files: FileReader,
    onContent: (uri: string, root: string, content: FileContent) => void,
    onError: (uri: string, error: unknown) => void,
  ) {
    this.#files = files;
    this.#onContent = onContent;
    this.#onError = onError;
  }

  /**
   * Resolves when the result was processed. Never rejects, because several callers wait for it. `root`: the folder that
   * the file was found in; `known`: a version that need not be read again.
   */
  read(uri: string, root: string, known: string | undefined): Promise<void> {
    const read: Promise<void> = this.#files
      .read(uri, root, known)
      .then(
        (content) => () => {
          this.#onContent(uri, root, content);
        },
        (error: unknown) => () => {
          this.#onError(uri, error);
        },
      )
      .then((take) => this.#finish(uri, read, take));
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

  /** Takes the result of a read, or waits for the latest one if that is another. */
  async #finish(uri: string, read: Promise<void>, take: () => void): Promise<void> {
    await this.#slices.turn();
    if (this.#closed) return undefined;
    const last = this.#last.get(uri);
    if (last !== read) return last;
    this.#last.delete(uri);
    try {
      take();
    } catch (error) {
      this.#onError(uri, error);
    }
    return undefined;
  }
}
