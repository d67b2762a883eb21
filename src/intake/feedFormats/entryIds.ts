import { Hash } from '../../base/hash.ts';
import type { FeedEntry } from '../model.ts';
import { addCount } from '../../base/collections/counts.ts';

/** An entry whose id may not be unique yet. */
export interface Candidate extends FeedEntry {
  /** Whether the id is one that the feed gives, and not only the link or a hash. */
  readonly hasOwnId: boolean;
}

/** Maximum length of an id that is stored unchanged. A longer one is hashed, because many are stored. */
const MAX_LENGTH = 512;

/** A hash of a text, used as an id for words or in place of a long id. */
export function hashOf(text: string): string {
  return new Hash().addText(text).toString();
}

/** An id in the form in which it is stored; undefined if it is blank. */
export function storedId(written: string): string | undefined {
  const id = written.trim();
  if (id === '') return undefined;
  return id.length > MAX_LENGTH ? hashOf(id) : id;
}

/**
 * Removes duplicates, and makes ids unique. Entries with the same id are the same entry, and the newer one is kept,
 * unless both link and title differ (or the title, if the id is only the shared link): some feeds give all entries one
 * id. Then the link or title is appended to each of them, including the first, so that no id changes when another entry
 * arrives.
 */
export function withUniqueIds(candidates: readonly Candidate[]): readonly FeedEntry[] {
  /** The number of entries by id; and an entry's index in `kept` by title and id, and by link and id. */
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
    if (same === undefined) addCount(counts, id);
    titles.set(titleKey, at);
    links.set(linkKey, at);
  }
  const taken = new Set<string>();
  return kept.flatMap(({ hasOwnId, ...entry }) => {
    const isShared = (counts.get(entry.id) ?? 1) > 1;
    const mark = hasOwnId && entry.url !== undefined ? entry.url : hashOf(entry.title);
    const id = isShared ? storedId(`${entry.id} ${mark}`) : entry.id;
    if (id === undefined || taken.has(id)) return [];
    taken.add(id);
    return [{ ...entry, id }];
  });
}
