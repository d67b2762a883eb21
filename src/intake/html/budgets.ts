import { cut } from '../../base/shorten.ts';

/**
 * How much of a page's words is taken, by what becomes of them: bytes of Markdown, so that it stays below the largest
 * text that is read (2 MB), and time. Of prose it is more than a megabyte: as long as two novels.
 */
const MOST = 1_500_000;

/** A mark may come to be an entity. */
const MARK = 6;
/** An address in the words is looked at by a URL parser, and written as a link. */
const COLON = 24;
/** What is not ASCII, in UTF-8. */
const LETTER = 3;
/** A text, however short: an entity is one. */
const TEXT = 1;

const WEIGHTS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (character === ':') return COLON;
  return /[a-z\d\s.,;'"-]/i.test(character) ? 1 : MARK;
});

/** Weighs words while they are taken. */
export class WordBudget {
  #left = MOST;

  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** A text, or as much of its beginning as there is room for. */
  take(text: string): string {
    this.#left -= TEXT;
    for (let i = 0; i < text.length; i++) {
      this.#left -= WEIGHTS[text.charCodeAt(i)] ?? LETTER;
      if (this.isSpent) return cut(text, i);
    }
    return text;
  }
}

/** An address is written wherever its words stand in a line or cell of their own: a long one would be most of the text. */
const MOST_OF_ADDRESSES = 1_000_000;

/** Counts the addresses of links while they are taken. */
export class AddressBudget {
  #left = MOST_OF_ADDRESSES;

  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** The address, if there is room for it. */
  take(address: string): string | undefined {
    this.#left -= this.isSpent ? 0 : address.length;
    return this.isSpent ? undefined : address;
  }
}
