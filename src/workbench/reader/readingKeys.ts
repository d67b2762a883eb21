import { type FocusState, SETTLING } from '../../reader/messages.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';

/**
 * Whether a reader's key is meant for the reader. When a command is chosen in the palette, VS Code gives the focus back
 * to the page until the command opens a box of its own. What is typed meanwhile is meant for that, and comes here, after
 * the command: so no key acts while one asks for something. Of other boxes than ours nothing is known: so a key waits
 * until a focus that came back has settled, and is dropped where it goes again. After a click none waits.
 */
export class ReadingKeys {
  readonly #readers: Readers;
  /** Until when it is not certain where the focus goes, in ms since 1970. A page whose focus is gone may get it back. */
  readonly #unsettled = new WeakMap<Reader, number>();
  #asking = 0;
  /** How often what is typed began to be meant for something else. */
  #turns = 0;
  /**
   * Until when what is typed is meant for the box that has just closed, in ms since 1970: where the page takes the focus
   * late, VS Code closes the box under the hand.
   */
  #after = 0;
  /** Keys act in the order in which they were pressed. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(readers: Readers) {
    this.#readers = readers;
  }

  /** The page of a reader was given the focus, has it back, or has lost it. */
  follow(reader: Reader, state: FocusState): void {
    if (state === 'gone') this.#turns++;
    if (state === 'here') this.#after = 0;
    this.#unsettled.set(reader, untilSettled(state));
  }

  /** Asks the person for something, sooner or later: no key is meant for the reader until that is done. */
  async during<T>(ask: () => PromiseLike<T>): Promise<T> {
    this.#asking++;
    this.#turns++;
    try {
      return await ask();
    } finally {
      this.#asking--;
      this.#after = Date.now() + SETTLING;
    }
  }

  /** Of a key that has just been pressed. */
  async isMeant(): Promise<boolean> {
    if (this.#asking > 0 || Date.now() < this.#after) {
      // One word is typed in one go.
      this.#after = Date.now() + SETTLING;
      return false;
    }
    const turns = this.#turns;
    this.#last = this.#last.then(() => this.#settle());
    await this.#last;
    return this.#turns === turns;
  }

  async #settle(): Promise<void> {
    const { current } = this.#readers;
    const until = (current && this.#unsettled.get(current)) ?? 0;
    const time = Math.min(until - Date.now(), SETTLING);
    if (time > 0) await new Promise((resolve) => setTimeout(resolve, time));
  }
}

function untilSettled(state: FocusState): number {
  switch (state) {
    case 'here':
      return 0;
    case 'back':
      return Date.now() + SETTLING;
    case 'gone':
      // VS Code hears keys before the page has got the focus back.
      return Infinity;
  }
}
