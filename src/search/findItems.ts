import { isEmptyQuery, type Query } from './query.ts';
import { type Found, type Hit, NOTHING, search, searchPartial, type SearchScope } from './search.ts';
import { isReadingItem, type SearchDocument } from './searchDocument.ts';

/**
 * Finds at most `limit` items to choose from: those that match a query, or all for an empty one. The items of the current
 * briefing (`here`) come first, then those of others; for an empty query, the newest first. If no item has all words,
 * finds partial matches, in any briefing. All content comes from the index: no file is opened.
 */
export function findItems(
  query: Query,
  scope: SearchScope,
  limit: number,
  here: SearchDocument | undefined,
): Found {
  const first = here === undefined ? NOTHING : hitsHere(here, query, scope, limit);
  const others = isEmptyQuery(query)
    ? newestHits(scope, limit, here?.uri)
    : search(query, { ...scope, only: { notIn: here?.uri } }, limit);
  const hits = [...first.hits, ...others.hits];
  if (hits.length === 0) return searchPartial(query, { ...scope, only: {} }, limit);
  return { hits: hits.slice(0, limit), hasMore: first.hasMore || others.hasMore || hits.length > limit };
}

function hitsHere(here: SearchDocument, query: Query, scope: SearchScope, limit: number): Found {
  if (!isEmptyQuery(query)) return search(query, { ...scope, only: { in: here.uri } }, limit);
  return { hits: [...hitsIn(here, scope)], hasMore: false };
}

function newestHits(scope: SearchScope, limit: number, without: string | undefined): Found {
  const { corpus, datedEntries, today } = scope;
  const hits: Hit[] = [];
  for (const { entry } of datedEntries.newestFirst(corpus.uris, today)) {
    const document = entry.uri === without ? undefined : corpus.get(entry.uri)?.document;
    if (document) for (const hit of hitsIn(document, scope)) hits.push(hit);
    if (hits.length > limit) return { hits, hasMore: true };
  }
  return { hits, hasMore: false };
}

/** The items of a document, in document order. */
function* hitsIn(document: SearchDocument, { datedEntries, today }: SearchScope): Iterable<Hit> {
  const dated = datedEntries.get(document.uri, today);
  if (!dated) return;
  for (const item of document.items)
    if (isReadingItem(item)) yield { item, document, ...dated, words: [], score: 0 };
}
