import { addCount } from '../../base/collections/counts.ts';
import { Hash } from '../../base/hash.ts';
import { truncate } from '../../base/shorten.ts';
import { foldTitle } from '../text/vocabulary.ts';
import { isSign } from '../text/sourceText.ts';

/** Hands out ids that are unique in one briefing: the same words twice give `x` and `x-2`. */
export class Ids {
  readonly #taken = new Map<string, number>();

  /** `Key Takeaways` -> `s-key-takeaways`: safe as an element's id, whatever the title is. */
  section(title: string): string {
    const slug = truncate(foldTitle(title).replace(/ /g, '-'), 60);
    return this.#unique(`s-${slug || hash(title)}`);
  }

  /** Made from the words alone, so that it stays the same while the text around them is edited. */
  takeaway(words: string): string {
    return this.#unique(`t-${hash(words)}`);
  }

  /** Like `takeaway`, for running text. */
  passage(words: string): string {
    return this.#unique(`p-${hash(words)}`);
  }

  #unique(id: string): string {
    const count = addCount(this.#taken, id);
    return count === 1 ? id : this.#unique(`${id}-${count}`);
  }
}

/** Hashes a text's letters and digits, in lower case, with one space between words; all of it if it has none. */
function hash(text: string): string {
  // The case of ASCII letters is one bit, set below. Only other letters need the slower `toLowerCase`.
  const words = HAS_OTHER_CASE.test(text) ? text.toLowerCase() : text;
  // The result is no longer than the text: one space replaces each run of other characters.
  const units = words.length <= ROOM.length ? ROOM : new Uint16Array(words.length);
  let end = 0;
  let last = SPACE;
  for (let i = 0; i < words.length; i++) {
    const unit = wordUnit(words.charCodeAt(i));
    if (unit !== SPACE || last !== SPACE) units[end++] = unit;
    last = unit;
  }
  if (end > 0 && last === SPACE) end--;
  return (end === 0 ? new Hash().addText(text) : new Hash().addUnits(units, end)).toString();
}

/** A buffer that is reused for each text, and long enough for most. */
const ROOM = new Uint16Array(4096);

/** May have another case: letters beyond ASCII and signs like `K`; not marks, symbols, Chinese or Japanese. */
const HAS_OTHER_CASE = /[\xc0-\u1fff\u2100-\u218f\u2c00-\u2fff\ua000-\uffff]/;

const SPACE = 32;

/** Each ASCII letter in lower case, and each digit; a space for all other ASCII characters. */
const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit).toLowerCase();
  return /[a-z\d]/.test(character) ? character.charCodeAt(0) : SPACE;
});

/**
 * Returns a UTF-16 unit in lower case if it counts as a letter or digit, and a space otherwise. All that is not ASCII
 * counts, except punctuation, emoji and invisible characters.
 */
function wordUnit(unit: number): number {
  if (unit < ASCII.length) return ASCII[unit] ?? SPACE;
  return unit >= 0xc0 && unit < 0xd800 && !isSign(unit) ? unit : SPACE;
}
