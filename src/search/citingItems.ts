import { sourceKey } from '../briefing/text/links/sourceKey.ts';
import type { Corpus, NumberedItem } from './corpus.ts';
import { hostOf, isReadingItem } from './searchDocument.ts';

/** The items (and briefings without items) that cite a page, and those that cite other pages of its site. */
interface CitingItems {
  readonly page: readonly NumberedItem[];
  readonly site: readonly NumberedItem[];
}

/** Finds the items that cite a web page, and those that cite other pages of its site. */
export function itemsCiting(url: string, corpus: Corpus): CitingItems {
  const key = sourceKey(url);
  const host = hostOf(url);
  const page: NumberedItem[] = [];
  const site: NumberedItem[] = [];
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
