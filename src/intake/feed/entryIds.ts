import { Hash } from '../../base/hash.ts';
import type { FeedEntry } from '../model.ts';

/** An entry whose id may not be its own. */
export interface Candidate extends FeedEntry {
  /** Its id was given as one, and is not only its link. */
  readonly hasOwnId: boolean;
}

/** Ids are kept, in great numbers. */
const LONGEST = 512;

/** Stands for words, or for what is too long. */
export function hashOf(text: string): string {
  return new Hash().addText(text).toString();
}

/** An id as it is kept; undefined where it says nothing. */
export function tidyId(written: string): string | undefined {
  const id = written.trim();
  if (id === '') return undefined;
  return id.length > LONGEST ? hashOf(id) : id;
}

/**
 * Each entry once, with an id that no other has. One id twice is the same entry, of which the newer stays, unless both
 * link and title differ (or the title, where the id is only the link that they share): some feeds give all entries one
 * id. Then each of them gets what tells it apart: were the first one spared, its id would change with the next entry.
 */
export function withUniqueIds(candidates: readonly Candidate[]): readonly FeedEntry[] {
  /** How many entries have an id, and where the one is with a title and an id, or with a link and an id. */
  const counts = new Map<string, number>();
  const titles = new Map<string, number>();
  const links = new Map<string, number>();
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const { id, title, url = '', hasOwnId } = candidate;
    const [titleKey, linkKey] = [`${title}\n${id}`, `${url}\n${id}`];
    const same = titles.get(titleKey) ?? (hasOwnId ? links.get(linkKey) : undefined);
    const at = same ?? kept.length;
    const known = kept[at];
    if (!known || (candidate.date ?? '') > (known.date ?? '')) kept[at] = candidate;
    if (same === undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    titles.set(titleKey, at);
    links.set(linkKey, at);
  }
  const taken = new Set<string>();
  return kept.flatMap(({ hasOwnId, ...entry }) => {
    const isShared = (counts.get(entry.id) ?? 1) > 1;
    const mark = hasOwnId && entry.url !== undefined ? entry.url : hashOf(entry.title);
    const id = isShared ? tidyId(`${entry.id} ${mark}`) : entry.id;
    if (id === undefined || taken.has(id)) return [];
    taken.add(id);
    return [{ ...entry, id }];
  });
}
