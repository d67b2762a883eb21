import { foldText } from '../base/foldText.ts';
import type { Hit } from './search.ts';
import { isReadingItem } from './searchDocument.ts';

/**
 * Leaves out references whose story is found, too: a story that is a link, or that has the same headline as its source,
 * would be listed twice.
 */
export function withoutRepeatedReferences(hits: readonly Hit[]): readonly Hit[] {
  if (!hits.some(({ item }) => item.kind === 'reference')) return hits;
  const keysOf = ({ item, entry }: Hit) =>
    item.references.map((number) => `${entry.uri} ${number} ${foldText(item.title || item.text)}`);
  const told = new Set(hits.filter(({ item }) => isReadingItem(item)).flatMap(keysOf));
  return hits.filter((hit) => hit.item.kind !== 'reference' || !keysOf(hit).some((key) => told.has(key)));
}
