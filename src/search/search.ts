import type { ReadState } from '../library/readState.ts';
import type { ReadableEntry } from '../library/entry.ts';
import { BitSet } from '../base/collections/bitSet.ts';
import { DAY } from '../base/durations.ts';
import { groupBy } from '../base/collections/groupBy.ts';
import type { Corpus, NumberedItem } from './corpus.ts';
import { passesBriefing, passesItem } from './filters.ts';
import { QueryMatcher } from './queryMatcher.ts';
import { compareByDay, type DatedEntry, type DatedEntries } from './datedEntries.ts';
import { isEmptyQuery, type Query } from './query.ts';
import { isReadingItem, type SearchDocument, type SearchItem, type SearchKind } from './searchDocument.ts';

/** A search result. */
export interface Hit {
  readonly item: SearchItem;
  readonly document: SearchDocument;
  readonly entry: ReadableEntry;
  /** The day of its briefing, `YYYY-MM-DD`. */
  readonly day: string;
  /** The words in the item that match the query, folded. */
  readonly words: readonly string[];
  /**
   * The distinctive words of the query that the item does not contain; undefined if it contains all words. See
   * {@link searchPartial}.
   */
  readonly without?: readonly string[];
  readonly score: number;
}

export interface Found<T = Hit> {
  /** The best first; with equal scores, the newest first, then by URI, then in document order. */
  readonly hits: readonly T[];
  /** Whether there may be more hits. */
  readonly hasMore: boolean;
}

/** A hit whose matching words are not determined yet: that takes longer than its score. */
interface Scored extends Pick<Hit, 'without' | 'score'> {
  readonly placed: NumberedItem;
  readonly dated: DatedEntry;
}

/** The data that a search uses. */
export interface SearchScope {
  readonly corpus: Corpus;
  readonly datedEntries: DatedEntries;
  readonly state: ReadState;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
  /** If set, only items (takeaways and passages) are found. */
  readonly only?: {
    /** The URI of the only briefing to search, and of one to leave out. */
    readonly in?: string | undefined;
    readonly notIn?: string | undefined;
  };
}

/**
 * Up to `MAX_RANKED` matches are all scored. If there are more, only the newest are, `SCORED_PER_HIT` for each wanted hit:
 * with that many matches, the words do not determine which ones are the best.
 */
const MAX_RANKED = 5000;
const SCORED_PER_HIT = 5;

/** Score factors by kind: takeaways are searched for most often, and references say least. */
const KIND_FACTORS: Readonly<Record<SearchKind, number>> = {
  takeaway: 1.2,
  passage: 1,
  briefing: 1.1,
  section: 1,
  reference: 0.7,
};

/** Maximum increase of a score by recency, as a factor: all of it for today, half of it after a month. */
const RECENCY = 0.3;
const MONTH = 30;

/** In {@link searchPartial}, the minimum number of a hit's words, as a share of that of the best hits. */
const MIN_SHARE_OF_BEST = 0.5;

export const NOTHING: Found = { hits: [], hasMore: false };

/** Finds at most `limit` hits that contain all words of the query. Nothing for an empty query. */
export function search(query: Query, scope: SearchScope, limit: number): Found {
  if (isEmptyQuery(query)) return NOTHING;
  const matcher = new QueryMatcher(scope.corpus, query);
  return withWords(scoredAmong(matcher.items, matcher, query, scope, limit), matcher);
}

/**
 * Like {@link search}, but if no item contains all words, finds those that contain the most, and below them those with
 * fewer, each with the words that it does not contain. Words that say little do not count. Phrases, excluded words and
 * filters always have to match.
 */
export function searchPartial(query: Query, scope: SearchScope, limit: number): Found {
  if (isEmptyQuery(query)) return NOTHING;
  const matcher = new QueryMatcher(scope.corpus, query);
  const found = scoredAmong(matcher.items, matcher, query, scope, limit);
  const { distinctive } = matcher;
  if (found.hits.length > 0 || !distinctive) return withWords(found, matcher);
  const hits: Scored[] = [];
  let [least, hasMore] = [0, false];
  for (const [count, groups] of groupBy(distinctive.partialMatches, (group) => group.count)) {
    if (count < least || (hasMore && hits.length === limit)) break;
    const found = groups.map(({ numbers, without }) =>
      // One more, to know whether there are more.
      scoredAmong(new BitSet(numbers), distinctive, query, scope, limit + 1).hits.map((hit) => ({
        ...hit,
        without,
      })),
    );
    const room = limit - hits.length;
    hasMore ||= found.flat().length > room;
    for (const hit of bestOfGroups(found, room)) hits.push(hit);
    if (hits.length > 0) least ||= count * MIN_SHARE_OF_BEST;
  }
  return withWords({ hits, hasMore }, distinctive);
}

/** The best hits of groups, the group with the best one first. If there is no room for all, each has its share. */
function bestOfGroups(groups: readonly (readonly Scored[])[], limit: number): readonly Scored[] {
  return groups
    .toSorted(([a], [b]) => (b?.score ?? 0) - (a?.score ?? 0))
    .flatMap((hits, group) => hits.map((hit, rank) => ({ hit, group, rank })))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .sort((a, b) => a.group - b.group)
    .map(({ hit }) => hit);
}

/** `items`: the numbers of the items with the words of the query; undefined for a query without words. */
function scoredAmong(
  items: BitSet | undefined,
  matcher: QueryMatcher,
  query: Query,
  scope: SearchScope,
  limit: number,
): Found<Scored> {
  const areFew = items !== undefined && items.size <= MAX_RANKED;
  const most = areFew ? Infinity : limit * SCORED_PER_HIT;
  const scored: Scored[] = [];
  const { only } = scope;
  const isInScope = ({ entry }: DatedEntry) =>
    !only || (entry.uri !== only.notIn && entry.uri === (only.in ?? entry.uri));
  const mayPass = (dated: DatedEntry) =>
    isInScope(dated) && passesBriefing(query.filters, dated, scope.state);
  const candidates = areFew ? numbered(items, scope, mayPass) : newestFirst(items, scope, mayPass);
  for (const [placed, dated] of candidates) {
    if (only && !isReadingItem(placed.item)) continue;
    if (!items && !isListed(placed, dated)) continue;
    if (!passesItem(query.filters, placed, dated, scope.state) || !matcher.passesPhrases(placed)) continue;
    const score =
      matcher.scoreOf(placed) * KIND_FACTORS[placed.item.kind] * recencyFactor(dated.day, scope.today);
    scored.push({ placed, dated, score });
    if (scored.length > most) break;
  }
  scored.sort((a, b) => b.score - a.score || compareByDay(a.dated, b.dated));
  return { hits: scored.slice(0, limit), hasMore: scored.length > limit };
}

function withWords({ hits, hasMore }: Found<Scored>, matcher: QueryMatcher): Found {
  return {
    hits: hits.map(({ placed, dated, ...rest }) => {
      const { item, document } = placed;
      return { item, document, ...dated, words: matcher.wordsIn(placed), ...rest };
    }),
    hasMore,
  };
}

/** Whether a query without words finds it: an item, or a briefing that has no items. */
function isListed({ item }: NumberedItem, { entry }: DatedEntry): boolean {
  return isReadingItem(item) || (item.kind === 'briefing' && entry.outline.kinds === '');
}

type Candidates = Iterable<readonly [NumberedItem, DatedEntry]>;

function* numbered(
  numbers: Iterable<number>,
  { corpus, datedEntries, today }: SearchScope,
  mayPass: (dated: DatedEntry) => boolean,
): Candidates {
  for (const number of numbers) {
    const uri = corpus.documentAt(number)?.uri;
    const dated = uri === undefined ? undefined : datedEntries.get(uri, today);
    const placed = dated && mayPass(dated) ? corpus.at(number) : undefined;
    if (dated && placed) yield [placed, dated];
  }
}

/** `numbers`: the items to include; all if undefined. */
function* newestFirst(
  numbers: BitSet | undefined,
  { corpus, datedEntries, today }: SearchScope,
  mayPass: (dated: DatedEntry) => boolean,
): Candidates {
  for (const dated of datedEntries.newestFirst(corpus.uris, today)) {
    const { first, count } = corpus.get(dated.entry.uri) ?? { first: 0, count: 0 };
    if (!mayPass(dated)) continue;
    for (let number = first; number < first + count; number++) {
      const placed = numbers && !numbers.has(number) ? undefined : corpus.at(number);
      if (placed) yield [placed, dated];
    }
  }
}

function recencyFactor(day: string, today: string): number {
  const days = Math.max(0, (Date.parse(today) - Date.parse(day)) / DAY);
  return 1 + RECENCY / (1 + days / MONTH);
}
