import { compareStrings } from '../base/compareStrings.ts';
import { isStopWord } from './stopWords.ts';
import { tokenize } from './words.ts';
import type { Corpus, NumberedItem } from './corpus.ts';
import { isReadingItem, type SearchItem } from './searchDocument.ts';
import { itemsWithSharedSources } from './sharedSources.ts';

/** Maximum number of an item's words that are used, the rarest first. Few items have more. */
const MAX_WORDS = 300;
const MIN_LENGTH = 3;

/**
 * Minimum total weight of the words that two items share, see {@link weigher}. A word that is in no third item weighs 1:
 * two such words are enough, or one and some less rare words; two words that are in 1% of the items are not.
 */
const MIN_SHARED_WEIGHT = 1.4;
/** Minimum score of a related item: a long text shares some words with any other. */
const MIN_SCORE = 0.15;
/** Minimum score relative to the best one, to leave out items that only touch on the subject. */
const MIN_SHARE_OF_BEST = 0.4;

/**
 * A related item and its score: 0 to 1 by the weight of the shared words, plus 1 if both cite the same page.
 */
export interface Related {
  readonly placed: NumberedItem;
  readonly score: number;
}

/**
 * Finds at most `limit` related items, in other briefings than the one at `uri`: first those that cite the same page, then
 * those that share the most rare words, the best first. Items with the same words are returned once, and never those
 * with the words of the item itself.
 *
 * Three thresholds cut off the tail. They exclude items that share only words with little weight, such as `feature
 * gate` or `has been removed`; long texts, which have rare words on many subjects; and items with a much lower score than
 * the best.
 */
export function relatedTo(
  item: Pick<SearchItem, 'key' | 'title' | 'text'>,
  uri: string,
  corpus: Corpus,
  limit: number,
): Related[] {
  const weightOf = weigher(corpus);
  const words = weightedWords(item, weightOf).slice(0, MAX_WORDS);
  const shared = sharedWeights(words, corpus);
  const own = sumOf(words);
  const here = corpus.get(uri)?.items.find((one) => one.item.key === item.key);
  const withSharedSource = new Map(
    (here ? itemsWithSharedSources(here, corpus) : []).map((placed) => [placed.number, placed]),
  );
  const scored = [...shared]
    .filter(([number, sum]) => sum >= MIN_SHARED_WEIGHT && !withSharedSource.has(number))
    .flatMap(([number]) => corpus.at(number) ?? [])
    .concat([...withSharedSource.values()])
    .flatMap((placed): Related[] => {
      if (!isReadingItem(placed.item)) return [];
      if (placed.document.uri === uri || placed.item.key === item.key) return [];
      // The shared weight relative to that of both items. A headline of two words must not score higher for being short.
      const other = Math.max(own, sumOf(weightedWords(placed.item, weightOf)));
      const score = other === 0 ? 0 : (shared.get(placed.number) ?? 0) / Math.sqrt(own * other);
      return [{ placed, score: withSharedSource.has(placed.number) ? 1 + score : score }];
    });
  const near = scored.sort((a, b) => b.score - a.score || compareOrder(a.placed, b.placed));
  const best = near.find(({ placed }) => !withSharedSource.has(placed.number))?.score ?? 0;
  const minimum = Math.max(MIN_SCORE, best * MIN_SHARE_OF_BEST);
  const once = new Map(near.toReversed().map((one) => [one.placed.item.key, one]));
  return near.filter((one) => one.score >= minimum && once.get(one.placed.item.key) === one).slice(0, limit);
}

/** For each item that contains any of the words, the sum of their weights. */
function sharedWeights(words: readonly RareWord[], { index }: Corpus): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const { word, weight } of words)
    for (const number of index.itemsWith(word)) shared.set(number, (shared.get(number) ?? 0) + weight);
  return shared;
}

interface RareWord {
  readonly word: string;
  readonly weight: number;
}

/** In a small library, words in fewer items than this have a weight. */
const SMALL_LIBRARY = 16;

/**
 * Returns a function for the weight of a word: 1 if it is in two items, 0 if it is in at least the square root of their
 * number (70 of 5000), and on a logarithmic scale in between. Stop words, and words in a single item, weigh 0.
 */
function weigher({ index, size }: Corpus): (word: string) => number {
  const most = Math.max(SMALL_LIBRARY, Math.sqrt(size));
  const known = new Map<string, number>();
  const weightOf = (word: string) => {
    const { size: count } = index.itemsWith(word);
    return count < 2 || isStopWord(word) ? 0 : Math.max(0, 1 - Math.log(count / 2) / Math.log(most / 2));
  };
  return (word) => {
    const weight = known.get(word) ?? weightOf(word);
    known.set(word, weight);
    return weight;
  };
}

/** The words of an item that have a weight, the rarest first. */
function weightedWords(
  { title, text }: Pick<SearchItem, 'title' | 'text'>,
  weightOf: (word: string) => number,
): RareWord[] {
  return [...new Set(tokenize(`${title} ${text}`))]
    .filter((word) => word.length >= MIN_LENGTH || word > '\u02ff')
    .map((word) => ({ word, weight: weightOf(word) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

function sumOf(words: readonly RareWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/** Compares by URI, which mostly contains the day, then by document order: independent of when briefings were read. */
function compareOrder(a: NumberedItem, b: NumberedItem): number {
  return compareStrings(b.document.uri, a.document.uri) || a.number - b.number;
}
