import { safeUrl } from '../briefing/text/links/safeUrl.ts';
import { isTracking, sourceKey } from '../briefing/text/links/sourceKey.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import { isReadingItem, type SearchItem } from './searchDocument.ts';
import { tokenize } from './words.ts';

/** The most references of an item that are its own sources: a longer list is that of its briefing, or of links. */
const MAX_SOURCES = 5;
/** The most items of one briefing that a page is about: one that more of them cite says nothing of their subject. */
const MAX_IN_BRIEFING = 2;
/** The most items in all other briefings: more of them cite the page of a project or of an author. */
const MAX_ITEMS = 16;

/** Finds the items of other briefings that rest on the same page as an item, whatever their words and language are. */
export function itemsOnSamePages({ item, document }: PlacedItem, corpus: Corpus): readonly PlacedItem[] {
  const found = new Map<number, PlacedItem>();
  if (item.references.length > MAX_SOURCES) return [];
  for (const number of item.references) {
    const { url } = document.references[number] ?? {};
    const key = url !== undefined && leadsToPage(url) ? sourceKey(url) : undefined;
    if (url === undefined || key === undefined || citersIn(document.items, number) > MAX_IN_BRIEFING)
      continue;
    const items = itemsOn(url, key, document.uri, corpus);
    if (items.length <= MAX_ITEMS) for (const placed of items) found.set(placed.number, placed);
  }
  return [...found.values()];
}

/** The items of other briefings whose own source is a page. */
function itemsOn(url: string, key: number, uri: string, corpus: Corpus): readonly PlacedItem[] {
  return placesOf(url, corpus).flatMap((number) => {
    const place = corpus.at(number);
    const { item, document, first } = place ?? {};
    const [reference] = item?.references ?? [];
    if (item?.kind !== 'reference' || !document || document.uri === uri || reference === undefined) return [];
    const other = document.references[reference]?.url;
    if (other === undefined || sourceKey(other) !== key) return [];
    if (citersIn(document.items, reference) > MAX_IN_BRIEFING) return [];
    return document.items.flatMap((one, i) =>
      isReadingItem(one) && one.references.length <= MAX_SOURCES && one.references.includes(reference)
        ? [{ number: (first ?? 0) + i, item: one, document, first: first ?? 0 }]
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

function citersIn(items: readonly SearchItem[], reference: number): number {
  return items.filter((one) => isReadingItem(one) && one.references.includes(reference)).length;
}

/** The numbers of what has the rarest word of an address: references to it, and few others. */
function placesOf(url: string, { index }: Corpus): readonly number[] {
  const { host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].flatMap(([name, value]) => (isTracking(name) ? [] : [value]));
  const places = tokenize([host, pathname, ...query].join(' '))
    .map((word) => index.itemsWith(word))
    .filter(({ size }) => size > 0);
  return [...(places.sort((a, b) => a.size - b.size)[0] ?? [])];
}
