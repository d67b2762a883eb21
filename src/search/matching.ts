import type { Corpus, PlacedItem } from './corpus.ts';
import { nearWords } from './nearWords.ts';
import type { Query } from './query.ts';
import type { SearchDocument } from './searchDocument.ts';
import type { WordIndex, WordMatch } from './wordIndex.ts';
import { findWords, foldedText } from './words.ts';

/** What a word adds to a score that is in so many items that it says little. */
const COMMON_SCORE = 0.2;
/** What a word counts that stands in the title of the briefing only, and not in the item itself. */
const TITLE_SHARE = 0.3;
/** A word that is in more items than this is not looked up in the index: what is so frequent is soon met. */
const MOST = 5000;

/** One letter begins too many words to tell anything, but one sign of Chinese does. */
function isBeginning(word: string): boolean {
  return word.length > 1 || word > '\u02ff';
}

/** How far a word may be from what was typed, in letters. Another number is never meant. */
function distanceOf(word: string): number {
  if (/\d/.test(word)) return 0;
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/** Finds which items hold one word of a search: by the index, or where it is in very many by a look at the item. */
export class WordMatcher {
  readonly #corpus: Corpus;
  /** What to look for in an item; none where the index knows. */
  readonly #sought: readonly string[];
  readonly #looks: readonly ((placed: PlacedItem) => number)[];
  readonly #mayBegin: boolean;
  readonly #found: ReadonlyMap<number, WordMatch>;
  readonly #frequency: number;
  /** Of the title that was looked at last: what stands in one briefing is asked for together. */
  #titled: SearchDocument | undefined;
  #titleScore = 0;

  /** `isExact`: as it is typed only, not what begins with it or is nearly it. */
  constructor(corpus: Corpus, word: string, isExact: boolean) {
    const { index } = corpus;
    this.#corpus = corpus;
    this.#mayBegin = !isExact && isBeginning(word);
    const frequency = frequencyOf(index, word, this.#mayBegin);
    const isFrequent = frequency > 0;
    const found = isFrequent ? undefined : index.find(word, { prefix: this.#mayBegin });
    const distance = isExact || isFrequent || (found && found.size > 0) ? 0 : distanceOf(word);
    // Only where nothing is as it was typed may something be meant that is not.
    const near = distance > 0 ? nearWords(index.common.keys(), word, distance) : [];
    this.#sought = isFrequent ? [word] : near;
    this.#looks = this.#sought.map((one) => corpus.lookFor(one, this.#mayBegin));
    this.#frequency = frequency;
    this.#found =
      distance > 0 && near.length === 0 ? index.find(word, { fuzzy: distance }) : (found ?? new Map());
  }

  /** The numbers of the items that hold it; undefined where there are so many that each has to be looked at. */
  get all(): Iterable<number> | undefined {
    return this.#sought.length > 0 ? undefined : this.#found.keys();
  }

  /** About how many items hold it: the fewer, the sooner it tells that one is not meant. */
  get size(): number {
    return this.#sought.length > 0 ? MOST + this.#frequency : this.#found.size;
  }

  /** How well an item answers it, 0 for not at all. */
  scoreOf(placed: PlacedItem): number {
    if (this.#sought.length === 0) return this.#found.get(placed.number)?.score ?? 0;
    let best = 0;
    for (const look of this.#looks) best = Math.max(best, look(placed));
    return best * COMMON_SCORE;
  }

  /** The same of the title of its briefing. */
  titleScoreOf({ document }: PlacedItem): number {
    if (document === this.#titled) return this.#titleScore;
    const title = this.#corpus.titleOf(document);
    this.#titled = document;
    this.#titleScore = title ? this.scoreOf(title) * TITLE_SHARE : 0;
    return this.#titleScore;
  }

  /** The words of an item that answer it, folded. */
  wordsIn({ number, item }: PlacedItem): readonly string[] {
    if (this.#sought.length === 0) return this.#found.get(number)?.words ?? [];
    const all = findWords(`${item.title}\n${item.text}`).map(({ word }) => word);
    return all.filter((one) =>
      this.#sought.some((word) => (this.#mayBegin ? one.startsWith(word) : one === word)),
    );
  }
}

/** In about how many items a word is that is in very many of them; 0 for one that the index knows all about. */
function frequencyOf(index: WordIndex, word: string, mayBegin: boolean): number {
  if (!mayBegin) return index.common.get(word) ?? 0;
  let frequency = 0;
  for (const [common, count] of index.common) if (common.startsWith(word)) frequency += count;
  const others = index.countFrom(word, MOST);
  return frequency > 0 || others > MOST ? frequency + others : 0;
}

/** Finds which items hold all words of a search: each in the item itself, or in the title of its briefing. */
export class QueryMatcher {
  readonly #corpus: Corpus;
  readonly #query: Query;
  /** The rarest first: most items are told by it not to be meant. */
  readonly #matchers: readonly WordMatcher[];

  constructor(corpus: Corpus, query: Query) {
    this.#corpus = corpus;
    this.#query = query;
    this.#matchers = [
      ...query.phrases.flat().map((word) => new WordMatcher(corpus, word, true)),
      ...query.words.map(({ word }) => new WordMatcher(corpus, word, false)),
    ].sort((a, b) => a.size - b.size);
  }

  get hasWords(): boolean {
    return this.#matchers.length > 0;
  }

  /** Numbers among which all items are that may match; undefined where that may be any. */
  get candidates(): Iterable<number> | undefined {
    const all = this.#matchers[0]?.all;
    return all && this.#matchers.length > 1 ? this.#withTitled(all) : all;
  }

  /** How well an item answers the search; undefined for one that does not. */
  scoreOf(placed: PlacedItem): number | undefined {
    let score = 0;
    let isOwn = !this.hasWords;
    for (const matcher of this.#matchers) {
      const own = matcher.scoreOf(placed);
      const found = own || matcher.titleScoreOf(placed);
      if (found === 0) return undefined;
      isOwn ||= own > 0;
      score += found;
    }
    return isOwn && this.#isMeant(placed) ? score : undefined;
  }

  /** The words of an item that were searched for, folded. */
  wordsIn(placed: PlacedItem): readonly string[] {
    return [...new Set(this.#matchers.flatMap((matcher) => matcher.wordsIn(placed)))];
  }

  /** Phrases are there in their order, and what is excluded is not. */
  #isMeant({ item }: PlacedItem): boolean {
    const { phrases, excluded } = this.#query;
    if (phrases.length === 0 && excluded.length === 0) return true;
    const text = foldedText(item.title, item.text);
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
