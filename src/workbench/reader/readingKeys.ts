import { Sequencer } from '../../base/async/sequencer.ts';
import { type FocusState, FOCUS_SETTLE_MS } from '../../reader/messages.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';

/**
 * Decides whether a key is meant for the reader. When a command is chosen in the palette, VS Code gives the focus back
 * to the page until the command opens an input box. Keys typed in the meantime are meant for that box, but arrive here
 * after the command has started. So no key acts while one of our commands asks for input. Boxes of other commands are
 * unknown here. So a key waits until a returned focus has settled, and is dropped if the focus is lost again. After a
 * click, no key waits.
 */
export class ReadingKeys {
  readonly #readers: Readers;
  /** When the focus of each reader settles, in ms since 1970. A page that has lost the focus may get it back. */
  readonly #unsettled = new WeakMap<Reader, number>();
  #prompts = 0;
  /** Incremented each time keys start to go to another target. */
  #retargets = 0;
  /**
   * When keys stop being meant for a box that has just closed, in ms since 1970: if the page takes the focus late, VS
   * Code closes the box while the user types.
   */
  #ignoreUntil = 0;
  /** So that keys act in the order in which they were pressed. */
  readonly #keys = new Sequencer();

  constructor(readers: Readers) {
    this.#readers = readers;
  }

  /** Records the focus of a reader's page. */
  onFocus(reader: Reader, state: FocusState): void {
    if (state === 'lost') this.#retargets++;
    if (state === 'given') this.#ignoreUntil = 0;
    this.#unsettled.set(reader, untilSettled(state));
  }

  /** Runs a command that opens an input box. Until it is done, no key is meant for the reader. */
  async whileAsking<T>(ask: () => PromiseLike<T>): Promise<T> {
    this.#prompts++;
    this.#retargets++;
    try {
      return await ask();
    } finally {
      this.#prompts--;
      this.#ignoreUntil = Date.now() + FOCUS_SETTLE_MS;
    }
  }

  /** Whether a key that has just been pressed is meant for the reader. */
  async isForReader(): Promise<boolean> {
    if (this.#prompts > 0 || Date.now() < this.#ignoreUntil) {
      // The rest of the word is dropped, too.
      this.#ignoreUntil = Date.now() + FOCUS_SETTLE_MS;
      return false;
    }
    const retargets = this.#retargets;
    await this.#keys.queue(() => this.#waitForFocus());
    return this.#retargets === retargets;
  }

  async #waitForFocus(): Promise<void> {
    const { current } = this.#readers;
    const until = (current && this.#unsettled.get(current)) ?? 0;
    const time = Math.min(until - Date.now(), FOCUS_SETTLE_MS);
    if (time > 0) await new Promise((resolve) => setTimeout(resolve, time));
  }
}

function untilSettled(state: FocusState): number {
  switch (state) {
    case 'given':
      return 0;
    case 'returned':
      return Date.now() + FOCUS_SETTLE_MS;
    case 'lost':
      // VS Code receives keys before the page has got the focus back.
      return Infinity;
  }
}
