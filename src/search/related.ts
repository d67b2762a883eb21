import { wordsOf } from './words.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import type { SearchItem } from './searchDocument.ts';

/** What is to be told of something: others are related by at least so many of its rarer words. */
const SHARED = 2;
/** So many of its rarest words are looked at. A word that stands nowhere else tells nothing. */
const RAREST = 12;
const SHORTEST = 3;

/** Another takeaway that tells of the same, and how much. */
export interface Related {
  readonly placed: PlacedItem;
  readonly score: number;
}

/**
 * The takeaways of other briefings than the one at `uri` that share most of an item's rarer words, the nearest first,
 * `limit` at most. Those with the very same words count once, and not where they are the item's own.
 */
export function relatedTo(
  item: Pick<SearchItem, 'key' | 'title' | 'text'>,
  uri: string,
  corpus: Corpus,
  limit: number,
): Related[] {
  const { index } = corpus;
  const words = [...new Set(wordsOf(`${item.title} ${item.text}`))]
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
      return placed?.item.kind === 'takeaway' && placed.document.uri !== uri && placed.item.key !== item.key
        ? [{ placed, score }]
        : [];
    })
    .sort((a, b) => b.score - a.score || b.placed.number - a.placed.number);
  const once = new Map(nearest.toReversed().map((one) => [one.placed.item.key, one]));
  return nearest.filter((one) => once.get(one.placed.item.key) === one).slice(0, limit);
}
