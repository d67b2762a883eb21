import type { Disposable } from '../base/event.ts';
import type { Reference } from '../briefing/model.ts';
import { sourceKey } from '../briefing/text/links/sourceKey.ts';
import type { Entry } from './entry.ts';
import type { Library } from './library.ts';

/** For each reference that other briefings cite, its index in the briefing and how many of them cite it. */
export type CitationCounts = readonly (readonly [index: number, count: number])[];

/** Counts how many other briefings cite a briefing's references. The results are cached until the library changes. */
export class CitationCounter implements Disposable {
  readonly #library: Pick<Library, 'entries' | 'onDidChange'>;
  readonly #listener: Disposable;
  #cache = new WeakMap<readonly Reference[], { readonly uri: string; readonly counts: CitationCounts }>();

  constructor(library: Pick<Library, 'entries' | 'onDidChange'>) {
    this.#library = library;
    this.#listener = library.onDidChange(() => {
      this.#cache = new WeakMap();
    });
  }

  /** The counts for the references of the briefing at `uri`. */
  countsOf(uri: string, references: readonly Reference[]): CitationCounts {
    const known = this.#cache.get(references);
    if (known?.uri === uri) return known.counts;
    const counts = countCitations(this.#library.entries, uri, references);
    this.#cache.set(references, { uri, counts });
    return counts;
  }

  dispose(): void {
    this.#listener.dispose();
  }
}

/**
 * Counts how many other briefings cite each reference of the briefing at `uri`: `[index, count]` if there are any. Copies
 * of a briefing count once, and copies of this one do not count.
 */
export function countCitations(
  entries: Iterable<Entry>,
  uri: string,
  references: readonly Reference[],
): CitationCounts {
  const keys = references.map(({ url }) => (url === undefined ? undefined : sourceKey(url)));
  /** By source key, the keys of the briefings that cite it. */
  const citing = new Map<number, Set<string>>();
  /** By the low 16 bits of a source key, whether it may be in `citing`: nearly all keys are not, and skip the lookup. */
  const mayCite = new Uint8Array(0x10000);
  for (const key of keys) {
    if (key === undefined) continue;
    citing.set(key, new Set());
    mayCite[key & 0xffff] = 1;
  }
  let own: string | undefined;
  for (const entry of entries) {
    if (entry.kind !== 'briefing') continue;
    const { key, sources } = entry.outline;
    if (entry.uri === uri) own = key;
    else for (const source of sources) if (mayCite[source & 0xffff] === 1) citing.get(source)?.add(key);
  }
  return keys.flatMap((key, index) => {
    const found = key === undefined ? undefined : citing.get(key);
    const count = (found?.size ?? 0) - (own !== undefined && found?.has(own) === true ? 1 : 0);
    return count > 0 ? [[index, count] as const] : [];
  });
}

/** The titles of at most `most` other briefings that cite a reference of the one at `uri`, and how many cite it. */
export function citingBriefings(
  entries: Iterable<Entry>,
  uri: string,
  { url = '' }: Pick<Reference, 'url'>,
  most: number,
): { readonly titles: readonly string[]; readonly count: number } {
  const key = sourceKey(url);
  const titles = new Map<string, string>();
  let own: string | undefined;
  for (const entry of entries) {
    if (entry.kind !== 'briefing' || key === undefined) continue;
    if (entry.uri === uri) own = entry.outline.key;
    else if (entry.outline.sources.includes(key)) titles.set(entry.outline.key, entry.outline.title);
  }
  if (own !== undefined) titles.delete(own);
  return { titles: [...titles.values()].slice(0, most), count: titles.size };
}
