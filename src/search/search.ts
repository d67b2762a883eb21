import type { ReadState } from '../library/tree/grouping.ts';
import type { ReadableEntry } from '../library/entry.ts';
import { BitSet } from '../base/collections/bitSet.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import { passesBriefing, passesItem } from './filters.ts';
import { QueryMatcher } from './matching.ts';
import { inOrder, type DatedEntry, type DatedEntries } from './datedEntries.ts';
import { isEmpty, type Query } from './query.ts';
import { isReadingItem, type SearchDocument, type SearchItem, type SearchKind } from './searchDocument.ts';

/** What a search has found. */
export interface Hit {
  readonly item: SearchItem;
  readonly document: SearchDocument;
  readonly entry: ReadableEntry;
  /** The day of its briefing, `YYYY-MM-DD`. */
  readonly day: string;
  /** The words of it that were asked for, folded. */
  readonly words: readonly string[];
  /** The words that were asked for and that it lacks; undefined where it has all. See {@link searchMost}. */
  readonly without?: readonly string[];
  readonly score: number;
}

export interface Found {
  /** The best first; of equals, the newest; of a day, in the order of their URIs and in their own. */
  readonly hits: readonly Hit[];
  /** There may be others. */
  readonly hasMore: boolean;
}

/** What a search looks through, and goes by. */
export interface SearchScope {
  readonly corpus: Corpus;
  readonly datedEntries: DatedEntries;
  readonly state: ReadState;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
  /** What is read in one go is found alone; everything without it. */
  readonly only?: {
    /** The URI of the one briefing that is looked through, and of one that is left out. */
    readonly in?: string | undefined;
    readonly notIn?: string | undefined;
  };
}

/** So few are all compared. Of more, so many of the newest for each that is wanted: no word tells which are the best. */
const FEW = 5000;
const COMPARED = 5;

/** What is looked for is most often a takeaway; a reference says least. */
const KINDS: Readonly<Record<SearchKind, number>> = {
  takeaway: 1.2,
  passage: 1,
  briefing: 1.1,
  section: 1,
  reference: 0.7,
};

/** News counts up to so much more than what is old, and half of that after a month. */
const NEWS = 0.3;
const MONTH = 30;
const DAY = 86_400_000;

/** Who lacks more is not shown beside who lacks the least: it holds less than this of what that holds. */
const NEAR = 0.7;

const NOTHING: Found = { hits: [], hasMore: false };

/** Finds `limit` items at most. Nothing for a query that asks for nothing. */
export function search(query: Query, scope: SearchScope, limit: number): Found {
  if (isEmpty(query)) return NOTHING;
  const matcher = new QueryMatcher(scope.corpus, query);
  return answersAmong(matcher.items, matcher, query, scope, limit);
}

/**
 * The same; and where nothing has all words, what has most of them: that which lacks the least first, and each with what
 * it lacks. Phrases, excluded words and filters are never left out.
 */
export function searchMost(query: Query, scope: SearchScope, limit: number): Found {
  if (isEmpty(query)) return NOTHING;
  const matcher = new QueryMatcher(scope.corpus, query);
  const found = answersAmong(matcher.items, matcher, query, scope, limit);
  if (found.hits.length > 0) return found;
  const hits: Hit[] = [];
  let [least, hasMore] = [0, false];
  for (const { numbers, without, weight } of matcher.holdersOfSome) {
    if (weight < least || hits.length > limit) break;
    const some = answersAmong(new BitSet(numbers), matcher, query, scope, limit);
    for (const hit of some.hits) hits.push({ ...hit, without });
    hasMore ||= some.hasMore;
    if (hits.length > 0) least ||= weight * NEAR;
  }
  return { hits: hits.slice(0, limit), hasMore: hasMore || hits.length > limit };
}

/** `items`: the numbers of those that hold what is asked for; undefined where no word is. */
function answersAmong(
  items: BitSet | undefined,
  matcher: QueryMatcher,
  query: Query,
  scope: SearchScope,
  limit: number,
): Found {
  const areFew = items !== undefined && items.size <= FEW;
  const most = areFew ? Infinity : limit * COMPARED;
  const scored: { placed: PlacedItem; standing: DatedEntry; score: number }[] = [];
  const { only } = scope;
  const isLookedThrough = ({ entry }: DatedEntry) =>
    !only || (entry.uri !== only.notIn && entry.uri === (only.in ?? entry.uri));
  const mayPass = (standing: DatedEntry) =>
    isLookedThrough(standing) && passesBriefing(query.filters, standing, scope.state);
  const places = areFew ? among(items, scope, mayPass) : newestFirst(items, scope, mayPass);
  for (const [placed, standing] of places) {
    if (only && !isReadingItem(placed.item)) continue;
    if (!items && !isToBeRead(placed, standing)) continue;
    if (!passesItem(query.filters, placed, standing, scope.state) || !matcher.isMeant(placed)) continue;
    const score = matcher.scoreOf(placed) * KINDS[placed.item.kind] * newsOf(standing.day, scope.today);
    scored.push({ placed, standing, score });
    if (scored.length > most) break;
  }
  scored.sort((a, b) => b.score - a.score || inOrder(a.standing, b.standing));
  const hits = scored.slice(0, limit).map(({ placed, standing, score }): Hit => {
    const { item, document } = placed;
    return { item, document, ...standing, words: matcher.wordsIn(placed), score };
  });
  return { hits, hasMore: scored.length > limit };
}

/** Where no word is asked for, what there is to be read: items, and briefings that have none. */
function isToBeRead({ item }: PlacedItem, { entry }: DatedEntry): boolean {
  return isReadingItem(item) || (item.kind === 'briefing' && entry.outline.kinds === '');
}

type Places = Iterable<readonly [PlacedItem, DatedEntry]>;

function* among(
  numbers: Iterable<number>,
  { corpus, datedEntries: standings, today }: SearchScope,
  mayPass: (standing: DatedEntry) => boolean,
): Places {
  for (const number of numbers) {
    const uri = corpus.documentAt(number)?.uri;
    const standing = uri === undefined ? undefined : standings.of(uri, today);
    const placed = standing && mayPass(standing) ? corpus.at(number) : undefined;
    if (standing && placed) yield [placed, standing];
  }
}

/** `numbers`: those that are meant; all without any. */
function* newestFirst(
  numbers: BitSet | undefined,
  { corpus, datedEntries: standings, today }: SearchScope,
  mayPass: (standing: DatedEntry) => boolean,
): Places {
  for (const standing of standings.newestFirst(corpus.uris, today)) {
    const { first, count } = corpus.get(standing.entry.uri) ?? { first: 0, count: 0 };
    if (!mayPass(standing)) continue;
    for (let number = first; number < first + count; number++) {
      const placed = numbers && !numbers.has(number) ? undefined : corpus.at(number);
      if (placed) yield [placed, standing];
    }
  }
}

function newsOf(day: string, today: string): number {
  const days = Math.max(0, (Date.parse(today) - Date.parse(day)) / DAY);
  return 1 + NEWS / (1 + days / MONTH);
}
