import { Hash } from '../../base/hash.ts';
import {
  decodeState,
  encodeState,
  mergeStates,
  NEW_FEED,
  type FeedState,
} from '../../intake/feeds/feedState.ts';
import type { Storage } from '../../library/ports.ts';

/**
 * The suffixes of a state's two files, which are written alternately: a file may be missing while it is being written.
 */
const SUFFIXES = ['a', 'b'] as const;

/** Stores the states of the sources, in a folder shared by all windows. */
export class FeedStates {
  readonly #storage: Storage;
  /** The name of the file with a source’s latest state, by the source's URL. */
  readonly #newest = new Map<string, string>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Reads the states from the disk: another window may have checked a moment ago. */
  async read(urls: readonly string[]): Promise<ReadonlyMap<string, FeedState>> {
    const modified = new Map((await this.#storage.list()).map(({ name, modified }) => [name, modified]));
    const states = await Promise.all(
      urls.map(async (url) => {
        const names = namesOf(url).filter((name) => modified.has(name));
        names.sort((a, b) => (modified.get(a) ?? 0) - (modified.get(b) ?? 0));
        this.#newest.set(url, names.at(-1) ?? '');
        const texts = await Promise.all(names.map((name) => this.#storage.read(name)));
        const found = texts.flatMap((bytes) => (bytes ? decodeState(new TextDecoder().decode(bytes)) : []));
        return [url, found.reduce(mergeStates, NEW_FEED)] as const;
      }),
    );
    return new Map(states);
  }

  async write(url: string, state: FeedState): Promise<void> {
    const name = namesOf(url).find((one) => one !== this.#newest.get(url)) ?? '';
    await this.#storage.write(name, new TextEncoder().encode(encodeState(state)));
    this.#newest.set(url, name);
  }

  async remove(url: string): Promise<void> {
    for (const name of namesOf(url)) await this.#storage.remove(name);
  }
}

function namesOf(url: string): string[] {
  const key = new Hash().addText(url).toString();
  return SUFFIXES.map((turn) => `${key}-${turn}.json`);
}
