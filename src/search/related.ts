import { tokenize } from './words.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import { hostOf, isReadingItem, type SearchItem } from './searchDocument.ts';
import { sourceKey } from '../briefing/text/sourceKey.ts';

/** What is to be told of something: others are related by at least so many of its rarer words. */
const SHARED = 2;
/** So many of its rarest words are looked at. A word that stands nowhere else tells nothing. */
const RAREST = 12;
const SHORTEST = 3;

/** Another item that tells of the same, and how much. */
export interface Related {
  readonly placed: PlacedItem;
  readonly score: number;
}

/**
 * The items of other briefings than the one at `uri` that share most of an item's rarer words, the nearest first,
 * `limit` at most. Those with the very same words count once, and not where they are the item's own.
 */
export function relatedTo(
  item: Pick<SearchItem, 'key' | 'title' | 'text'>,
  uri: string,
  corpus: Corpus,
  limit: number,
): Related[] {
  const { index } = corpus;
  const words = [...new Set(tokenize(`${item.title} ${item.text}`))]
    .filter((word) => word.length >= SHORTEST || word > '\u02ff')
    .map((word) => ({ word, count: index.countOf(word) }))
    .filter(({ count }) => count > 1)
    .sort((a, b) => a.count - b.count)
    .slice(0, RAREST);
  const found = new Map<number, { score: number; shared: number }>();
  for (const { word, count } of words) {
    for (const number of index.itemsWith(word)) {
      const { score, shared } = found.get(number) ?? { score: 0, shared: 0 };
      found.set(number, { score: score + Math.log(1 + index.documentCount / count), shared: shared + 1 });
    }
  }
  const nearest = [...found]
    .filter(([, { shared }]) => shared >= SHARED)
    .flatMap(([number, { score }]) => {
      const placed = corpus.at(number);
      return placed &&
        isReadingItem(placed.item) &&
        placed.document.uri !== uri &&
        placed.item.key !== item.key
        ? [{ placed, score }]
        : [];
    })
    .sort((a, b) => b.score - a.score || laterFirst(a.placed, b.placed));
  const once = new Map(nearest.toReversed().map((one) => [one.placed.item.key, one]));
  return nearest.filter((one) => once.get(one.placed.item.key) === one).slice(0, limit);
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
