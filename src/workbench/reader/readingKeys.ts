import { type FocusState, FOCUS_SETTLE_MS } from '../../reader/messages.ts';
import type { Reader } from './reader.ts';
import type { Readers } from './readers.ts';

/**
 * Decides whether a key is meant for the reader. When a command is chosen in the palette, VS Code gives the focus back
 * to the page until the command opens an input box. Keys typed meanwhile are meant for that box, but arrive here after
 * the command has started: so no key acts while one of our commands asks for something. Boxes of other commands are
 * unknown here: so a key waits until a focus that has come back has settled, and is dropped if the focus goes again.
 * After a click, no key waits.
 */
export class ReadingKeys {
  readonly #readers: Readers;
  /** Until when the focus may still move, in ms since 1970. A page that has lost the focus may get it back. */
  readonly #unsettled = new WeakMap<Reader, number>();
  #prompts = 0;
  /** How often keys have begun to be meant for something else. */
  #retargets = 0;
  /**
   * Until when keys are still meant for the box that has just closed, in ms since 1970: if the page takes the focus
   * late, VS Code closes the box while the person types.
   */
  #ignoreUntil = 0;
  /** Settles after all earlier keys, so that keys act in the order in which they were pressed. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(readers: Readers) {
    this.#readers = readers;
  }

  /** Records that a reader's page was given the focus, has got it back, or has lost it. */
  onFocus(reader: Reader, state: FocusState): void {
    if (state === 'lost') this.#retargets++;
    if (state === 'given') this.#ignoreUntil = 0;
    this.#unsettled.set(reader, untilSettled(state));
  }

  /** Runs something that asks the person, sooner or later. Until it is done, no key is meant for the reader. */
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
      // The rest of the word that is being typed is dropped, too.
      this.#ignoreUntil = Date.now() + FOCUS_SETTLE_MS;
      return false;
    }
    const retargets = this.#retargets;
    this.#queue = this.#queue.then(() => this.#waitForFocus());
    await this.#queue;
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
