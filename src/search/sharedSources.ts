import { safeUrl } from '../briefing/text/links/safeUrl.ts';
import { isTracking, sourceKey } from '../briefing/text/links/sourceKey.ts';
import type { Corpus, NumberedItem } from './corpus.ts';
import { isReadingItem, type SearchItem } from './searchDocument.ts';
import { tokenize } from './words.ts';

/** Maximum number of references that are an item's own sources: a longer list is the briefing's, or a list of links. */
const MAX_SOURCES = 5;
/** A page cited by more items of one briefing than this says nothing about their subject. */
const MAX_IN_BRIEFING = 2;
/** The same for all other briefings: such a page is a project's or an author's. */
const MAX_ITEMS = 16;

/** Finds the items of other briefings that cite the same page as an item, whatever their words and language are. */
export function itemsWithSharedSources(
  { item, document }: NumberedItem,
  corpus: Corpus,
): readonly NumberedItem[] {
  const found = new Map<number, NumberedItem>();
  if (item.references.length > MAX_SOURCES) return [];
  for (const number of item.references) {
    const { url } = document.references[number] ?? {};
    const key = url !== undefined && leadsToPage(url) ? sourceKey(url) : undefined;
    if (url === undefined || key === undefined || citationCount(document.items, number) > MAX_IN_BRIEFING)
      continue;
    const items = itemsCitingPage(url, key, document.uri, corpus);
    if (items.length <= MAX_ITEMS) for (const placed of items) found.set(placed.number, placed);
  }
  return [...found.values()];
}

/** The items of other briefings that cite a page as their own source. */
function itemsCitingPage(url: string, key: number, uri: string, corpus: Corpus): readonly NumberedItem[] {
  return candidatesFor(url, corpus).flatMap((number) => {
    const candidate = corpus.at(number);
    if (candidate?.item.kind !== 'reference' || candidate.document.uri === uri) return [];
    const { item, document, first } = candidate;
    // A reference is an item that cites itself only.
    const [reference = -1] = item.references;
    const other = document.references[reference]?.url;
    if (other === undefined || sourceKey(other) !== key) return [];
    if (citationCount(document.items, reference) > MAX_IN_BRIEFING) return [];
    return document.items.flatMap((one, i) =>
      isReadingItem(one) && one.references.length <= MAX_SOURCES && one.references.includes(reference)
        ? [{ number: first + i, item: one, document, first }]
        : [],
    );
  });
}

/** Whether an address leads to more than the front page of a site. */
function leadsToPage(url: string): boolean {
  const parsed = safeUrl(url);
  if (!parsed) return false;
  return !/^\/*$/.test(parsed.pathname) || [...parsed.searchParams.keys()].some((name) => !isTracking(name));
}

function citationCount(items: readonly SearchItem[], reference: number): number {
  return items.filter((one) => isReadingItem(one) && one.references.includes(reference)).length;
}

/** Returns the items that contain the rarest word of the address: mostly references to it. */
function candidatesFor(url: string, { index }: Corpus): readonly number[] {
  const { host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].flatMap(([name, value]) => (isTracking(name) ? [] : [value]));
  const matches = tokenize([host, pathname, ...query].join(' '))
    .map((word) => index.itemsWith(word))
    .filter(({ size }) => size > 0);
  return [...(matches.sort((a, b) => a.size - b.size)[0] ?? [])];
}
