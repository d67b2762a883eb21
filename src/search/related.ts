import { isStopWord } from './stopWords.ts';
import { tokenize } from './words.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import { hostOf, isReadingItem, type SearchItem } from './searchDocument.ts';
import { sourceKey } from '../briefing/text/links/sourceKey.ts';

/** Of an item so many words are looked at, the rarest first: few have more. */
const MOST_WORDS = 300;
const SHORTEST = 3;

/**
 * How much the words that two items share have to tell together, see {@link weigher}. A word that nobody else has tells 1,
 * so two such words are enough, and one with some of those that a few have; two that are in one of a hundred items are not.
 */
const LEAST_SHARED = 1.4;
/** What share of all that two items tell that has to be: a long text has some words of everything. */
const LEAST_NEAR = 0.15;
/** And how near an item has to be, where another is nearer: what tells of the same leaves out what only touches on it. */
const NEAR_THE_BEST = 0.4;

/** Another item that tells of the same, and how near it is: 1 for the same words, 0 for no word that tells. */
export interface Related {
  readonly placed: PlacedItem;
  readonly score: number;
}

/**
 * The items of other briefings than the one at `uri` that share most of what an item's rarer words tell, the nearest first,
 * `limit` at most. Those with the very same words count once, and not where they are the item's own.
 *
 * The tail is cut in three ways, each for what it would let through: words that tell little, such as `feature gate` or
 * `has been removed`; long texts, which have rare words of many things; and what is far behind the nearest.
 */
export function relatedTo(
  item: Pick<SearchItem, 'key' | 'title' | 'text'>,
  uri: string,
  corpus: Corpus,
  limit: number,
): Related[] {
  const weightOf = weigher(corpus);
  const words = tellingWords(item, weightOf).slice(0, MOST_WORDS);
  const shared = new Map<number, number>();
  for (const { word, weight } of words)
    for (const number of corpus.index.itemsWith(word)) shared.set(number, (shared.get(number) ?? 0) + weight);
  const own = sumOf(words);
  const near = [...shared]
    .filter(([, sum]) => sum >= LEAST_SHARED)
    .flatMap(([number, sum]): Related[] => {
      const placed = corpus.at(number);
      if (!placed || !isReadingItem(placed.item)) return [];
      if (placed.document.uri === uri || placed.item.key === item.key) return [];
      // What is shared of what both tell. A headline of two words is not nearer for telling nothing else.
      const other = Math.max(own, sumOf(tellingWords(placed.item, weightOf)));
      return [{ placed, score: sum / Math.sqrt(own * other) }];
    })
    .sort((a, b) => b.score - a.score || laterFirst(a.placed, b.placed));
  const least = Math.max(LEAST_NEAR, (near[0]?.score ?? 0) * NEAR_THE_BEST);
  const once = new Map(near.toReversed().map((one) => [one.placed.item.key, one]));
  return near.filter((one) => one.score >= least && once.get(one.placed.item.key) === one).slice(0, limit);
}

interface TellingWord {
  readonly word: string;
  readonly weight: number;
}

/** In a small library, what so many items have may still tell them apart. */
const FEW = 16;

/**
 * What a word tells: 1 if it is in two items, 0 if it is in as many as the root of their number (in 70 of 5000) or more,
 * and in between by how often that number has to be doubled. A word that is in one item leads nowhere.
 */
function weigher({ index, size }: Corpus): (word: string) => number {
  const most = Math.max(FEW, Math.sqrt(size));
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

/** The words of an item that tell something, the rarest first. */
function tellingWords(
  { title, text }: Pick<SearchItem, 'title' | 'text'>,
  weightOf: (word: string) => number,
): TellingWord[] {
  return [...new Set(tokenize(`${title} ${text}`))]
    .filter((word) => word.length >= SHORTEST || word > '\u02ff')
    .map((word) => ({ word, weight: weightOf(word) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

function sumOf(words: readonly TellingWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/** By their URIs, in which most have their day, and in the order of each: the same whenever each of them was read. */
function laterFirst(a: PlacedItem, b: PlacedItem): number {
  if (a.document !== b.document) return a.document.uri < b.document.uri ? 1 : -1;
  return a.number - b.number;
}

/** The items, and briefings without any, that cite a source: the same page, and others of its site. */
export interface Citing {
  readonly page: readonly PlacedItem[];
  readonly site: readonly PlacedItem[];
}

/** `url`: of the web. */
export function citingSource(url: string, corpus: Corpus): Citing {
  const key = sourceKey(url);
  const host = hostOf(url);
  const page: PlacedItem[] = [];
  const site: PlacedItem[] = [];
  for (const { document, items } of corpus.documents) {
    const { references } = document;
    const sameSite = numbersOf(references, (reference) => host !== undefined && reference.host === host);
    if (sameSite.size === 0) continue;
    const samePage = numbersOf(references, (one) => one.url !== undefined && sourceKey(one.url) === key);
    const read = items.filter(({ item }) => isReadingItem(item));
    for (const placed of read.length > 0 ? read : items.slice(0, 1)) {
      const cites = (numbers: ReadonlySet<number>) => placed.item.references.some((one) => numbers.has(one));
      if (cites(samePage)) page.push(placed);
      else if (cites(sameSite)) site.push(placed);
    }
  }
  return { page, site };
}

function numbersOf<T>(all: readonly T[], isMeant: (one: T) => boolean): ReadonlySet<number> {
  return new Set(all.flatMap((one, i) => (isMeant(one) ? [i] : [])));
}
