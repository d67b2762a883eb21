import { addCount } from '../base/collections/counts.ts';
import { sourceKey } from '../briefing/text/links/sourceKey.ts';
import type { Corpus } from './corpus.ts';
import type { DatedEntries } from './datedEntries.ts';

/** The sources of the newest briefings of a library, and their frequent headings and labels. */
export interface FrequentNames {
  /** By {@link sourceKey}, without duplicates, the newest first. */
  readonly sources: ReadonlyMap<number, { readonly title: string; readonly url: string }>;
  /** The most frequent first. */
  readonly headings: readonly string[];
  readonly labels: readonly string[];
}

/** Maximum number of briefings and sources considered. */
const MAX_BRIEFINGS = 300;
const MAX_SOURCES = 3000;
/** Minimum number of uses of a name to suggest it. */
const MIN_USES = 2;
const MAX_NAMES = 100;

/** `today`: the local day. */
export function frequentNamesIn(corpus: Corpus, dated: DatedEntries, today: string): FrequentNames {
  const sources = new Map<number, { title: string; url: string }>();
  const headings = new Map<string, number>();
  const labels = new Map<string, number>();
  for (const { entry } of dated.newestFirst(corpus.uris, today).slice(0, MAX_BRIEFINGS)) {
    const document = corpus.get(entry.uri)?.document;
    for (const { title, url, host } of document?.references ?? []) {
      const key = url === undefined || title === host ? undefined : sourceKey(url);
      if (url !== undefined && key !== undefined && !sources.has(key) && sources.size < MAX_SOURCES)
        sources.set(key, { title, url });
    }
    for (const { kind, title } of document?.items ?? []) {
      const names =
        kind === 'takeaway' ? labels : kind === 'section' || kind === 'passage' ? headings : undefined;
      if (names && title !== '') addCount(names, title);
    }
  }
  return { sources, headings: mostFrequent(headings), labels: mostFrequent(labels) };
}

function mostFrequent(names: ReadonlyMap<string, number>): string[] {
  return [...names]
    .filter(([, count]) => count >= MIN_USES)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_NAMES)
    .map(([name]) => name);
}
