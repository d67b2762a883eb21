import { sourceKey } from '../briefing/sourceKey.ts';
import type { Corpus, PlacedItem } from './corpus.ts';
import { hostOf } from './filters.ts';

/** The takeaways, and briefings without any, that cite a source: the same page, and others of its site. */
export interface Citing {
  readonly page: readonly PlacedItem[];
  readonly site: readonly PlacedItem[];
}

/** `url`: of the web. */
export function citingSource(url: string, corpus: Corpus): Citing {
  const key = sourceKey(url);
  const host = hostOf({ title: '', url });
  const page: PlacedItem[] = [];
  const site: PlacedItem[] = [];
  for (const uri of corpus.uris) {
    const references = corpus.get(uri)?.references ?? [];
    const sameSite = numbersOf(references, (reference) => host !== undefined && hostOf(reference) === host);
    if (sameSite.size === 0) continue;
    const samePage = numbersOf(references, (one) => one.url !== undefined && sourceKey(one.url) === key);
    const items = corpus.itemsOf(uri);
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
