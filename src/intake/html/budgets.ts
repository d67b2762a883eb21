import { truncate } from '../../base/shorten.ts';

/**
 * The budget for a page's text, weighted by its cost in bytes of Markdown, which have to stay below the maximum length of
 * a text (2 MB), and in time. About a megabyte of prose.
 */
const MAX_WEIGHT = 1_500_000;

/** The weight of a special character, which may be written as an entity. */
const MARK_WEIGHT = 6;
/** The weight of a colon: addresses in the text are parsed as URLs, and written as links. */
const COLON_WEIGHT = 24;
/** The weight of a non-ASCII character, as in UTF-8. */
const LETTER_WEIGHT = 3;
/** The weight of each chunk of text, whatever its length. An entity is a separate chunk. */
const CHUNK_WEIGHT = 1;

const WEIGHTS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (character === ':') return COLON_WEIGHT;
  return /[a-z\d\s.,;'"-]/i.test(character) ? 1 : MARK_WEIGHT;
});

/** Weighs text while it is read. */
export class TextBudget {
  #left = MAX_WEIGHT;

  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** Returns a text, or as much of its beginning as the budget allows. */
  spend(text: string): string {
    this.#left -= CHUNK_WEIGHT;
    for (let i = 0; i < text.length; i++) {
      this.#left -= WEIGHTS[text.charCodeAt(i)] ?? LETTER_WEIGHT;
      // Do not cut a surrogate pair, such as an emoji, in half.
      if (this.isSpent) return truncate(text, i);
    }
    return text;
  }
}

/**
 * The budget for addresses, in UTF-16 units. A link's address is repeated for each line or cell that its text spans, so a
 * long one could become most of the text.
 */
const MAX_ADDRESS_LENGTH = 1_000_000;

/** Counts the addresses of links while they are read. */
export class AddressBudget {
  #left = MAX_ADDRESS_LENGTH;

  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** Returns the address if the budget allows it, else undefined. */
  spend(address: string): string | undefined {
    this.#left -= this.isSpent ? 0 : address.length;
    return this.isSpent ? undefined : address;
  }
}
