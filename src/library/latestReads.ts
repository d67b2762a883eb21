import type { FileContent, FileReader } from './ports.ts';
import { Slices } from './slices.ts';

/** Reads of files, of which only the last that was begun of each may answer: all before it end with it. */
export class LatestReads {
  readonly #files: FileReader;
  readonly #take: (uri: string, content: FileContent) => void;
  readonly #last = new Map<string, Promise<void>>();
  readonly #slices = new Slices();
  #closed = false;

  /** `take`: an answer that is still wanted. What it does is done in slices. */
  constructor(files: FileReader, take: (uri: string, content: FileContent) => void) {
    this.#files = files;
    this.#take = take;
  }

  /** Resolves when the answer has been taken. `known`: the version that need not be read again. */
  read(uri: string, known: string | undefined): Promise<void> {
    const read: Promise<void> = this.#files.read(uri, known).then(async (content) => {
      await this.#slices.turn();
      if (this.#closed) return undefined;
      const last = this.#last.get(uri);
      if (last !== read) return last;
      this.#last.delete(uri);
      this.#take(uri, content);
      return undefined;
    });
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
