import type { Corpus, PlacedItem } from './corpus.ts';
import type { Query } from './query.ts';
import type { WordMatch } from './wordIndex.ts';

/** What a common word adds to a score: it is in so many items that it says little. */
const COMMON_SCORE = 0.2;
const NEARLY = 0.5;
/** What a word counts that stands in the title of the briefing only, and not in the item itself. */
const TITLE_SHARE = 0.3;

/** Finds which items hold one word of a search: by the index, or for a common word by a look at the item. */
export class WordMatcher {
  readonly #corpus: Corpus;
  readonly #word: string;
  readonly #found: ReadonlyMap<number, WordMatch>;
  readonly #common: readonly string[];

  /** `isExact`: as it is typed only, not what begins with it or is nearly it. */
  constructor(corpus: Corpus, word: string, isExact: boolean) {
    this.#corpus = corpus;
    this.#word = word;
    this.#found = corpus.index.find(word, isExact);
    this.#common = corpus.index.commonLike(word, isExact);
  }

  /** The numbers of all items that hold it; undefined where it is in too many to be named. */
  get all(): Iterable<number> | undefined {
    return this.#common.length > 0 ? undefined : this.#found.keys();
  }

  /** How many there are; Infinity where they are not known. */
  get size(): number {
    return this.#common.length > 0 ? Infinity : this.#found.size;
  }

  match(placed: PlacedItem): WordMatch | undefined {
    const found = this.#found.get(placed.number);
    if (found || this.#common.length === 0) return found;
    const text = this.#corpus.foldedAt(placed);
    const words = this.#common.filter((word) => text.includes(` ${word} `));
    if (words.length === 0) return undefined;
    return { score: words.includes(this.#word) ? COMMON_SCORE : COMMON_SCORE * NEARLY, words };
  }
}

/** Finds which items hold all words of a search: each in the item itself, or in the title of its briefing. */
export class QueryMatcher {
  readonly #corpus: Corpus;
  readonly #query: Query;
  readonly #matchers: readonly WordMatcher[];

  constructor(corpus: Corpus, query: Query) {
    this.#corpus = corpus;
    this.#query = query;
    this.#matchers = [
      ...query.words.map(({ word }) => new WordMatcher(corpus, word, false)),
      ...query.phrases.flat().map((word) => new WordMatcher(corpus, word, true)),
    ];
  }

  get hasWords(): boolean {
    return this.#matchers.length > 0;
  }

  /** Numbers among which all items are that may match; undefined where that may be any. */
  get candidates(): Iterable<number> | undefined {
    const [rarest] = [...this.#matchers].sort((a, b) => a.size - b.size);
    const all = rarest?.all;
    if (!all) return undefined;
    return this.#matchers.length === 1 ? all : this.#withTitled(all);
  }

  /** Undefined for an item that is not meant. */
  match(placed: PlacedItem): WordMatch | undefined {
    let score = 0;
    let isOwn = !this.hasWords;
    const words: string[] = [];
    for (const matcher of this.#matchers) {
      const own = matcher.match(placed);
      const match = own ?? this.#inTitle(placed, matcher);
      if (!match) return undefined;
      isOwn ||= own !== undefined;
      score += match.score;
      words.push(...match.words);
    }
    return isOwn && this.#isMeant(placed) ? { score, words } : undefined;
  }

  #inTitle({ document }: PlacedItem, matcher: WordMatcher): WordMatch | undefined {
    const title = this.#corpus.titleOf(document);
    const match = title && matcher.match(title);
    return match && { ...match, score: match.score * TITLE_SHARE };
  }

  /** Phrases are there in their order, and what is excluded is not. */
  #isMeant(placed: PlacedItem): boolean {
    const { phrases, excluded } = this.#query;
    if (phrases.length === 0 && excluded.length === 0) return true;
    const text = this.#corpus.foldedAt(placed);
    const holds = (words: readonly string[]) => text.includes(` ${words.join(' ')} `);
    return phrases.every(holds) && !excluded.some(holds);
  }

  /** What is in the title of a briefing may be meant with anything that is in it. */
  *#withTitled(numbers: Iterable<number>): Iterable<number> {
    const all = new Set(numbers);
    yield* all;
    for (const number of all) {
      const placed = this.#corpus.at(number);
      if (placed?.item.kind !== 'briefing') continue;
      for (const other of this.#corpus.itemsOf(placed.document.uri))
        if (!all.has(other.number)) yield other.number;
    }
  }
}
