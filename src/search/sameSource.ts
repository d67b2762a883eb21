import { sourceKey } from '../briefing/sourceKey.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import { hostOf } from './searchDocument.ts';

/** The takeaways, and briefings without any, that cite a source: the same page, and others of its site. */
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
    const takeaways = items.filter(({ item }) => item.kind === 'takeaway');
    for (const placed of takeaways.length > 0 ? takeaways : items.slice(0, 1)) {
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
