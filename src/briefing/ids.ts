import { foldTitle } from './vocabulary.ts';

/** What is left where a text was cut inside a character of two UTF-16 units. */
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** Hands out ids that are unique in one briefing: the same words twice give `x` and `x-2`. */
export class Ids {
  readonly #taken = new Map<string, number>();

  /** `Key Takeaways` -> `s-key-takeaways`: safe as an element's id, whatever the title is. */
  section(title: string): string {
    const slug = foldTitle(title).replace(/ /g, '-').slice(0, 60).replace(HALF_CHARACTER, '');
    return this.#unique(`s-${slug || hash(title)}`);
  }

  /** Made from the words alone, so that it holds while the text around them is edited. */
  takeaway(words: string): string {
    return this.#unique(`t-${hash(foldTitle(words) || words)}`);
  }

  #unique(id: string): string {
    const count = (this.#taken.get(id) ?? 0) + 1;
    this.#taken.set(id, count);
    return count === 1 ? id : this.#unique(`${id}-${count}`);
  }
}

/** FNV-1a over UTF-16 units, twice with different seeds: 64 bits, enough to tell a library's words apart. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ 0x5bd1e995, 0x01000193);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
