import type { Briefing, Section, Takeaway } from '../briefing/model.ts';
import { takeawayKey, wordsKey } from '../briefing/wordsKey.ts';
import { sectionsIn, takeawaysIn } from './items.ts';
import type { StoredPlace } from './marks.ts';

/** Something in a briefing that can be read: the target of every move of the reader. */
export type Item =
  | { readonly kind: 'takeaway'; readonly id: string; readonly takeaway: Takeaway }
  | { readonly kind: 'section'; readonly id: string; readonly section: Section };

export function findItem(briefing: Briefing, id: string | undefined): Item | undefined {
  const takeaway = takeawaysIn(briefing.sections).find((one) => one.id === id);
  if (takeaway) return { kind: 'takeaway', id: takeaway.id, takeaway };
  const section = sectionsIn(briefing.sections).find((one) => one.id === id);
  return section && { kind: 'section', id: section.id, section };
}

/** Where reading begins: the first key takeaway, or else the first takeaway, or else the first section. */
export function firstItem(briefing: Briefing): Item | undefined {
  const key = sectionsIn(briefing.sections).find(
    ({ kind, takeaways }) => kind === 'takeaways' && takeaways.length > 0,
  );
  const id = key?.takeaways[0]?.id ?? takeawaysIn(briefing.sections)[0]?.id ?? briefing.sections[0]?.id;
  return findItem(briefing, id);
}

/**
 * The takeaway one further in the briefing, or one back; undefined at its ends. From a section, the next is the first
 * that stands behind its heading, the previous the last that stands before it.
 */
export function neighbour(briefing: Briefing, from: Item | undefined, step: 1 | -1): Takeaway | undefined {
  const all = takeawaysIn(briefing.sections);
  if (from?.kind === 'takeaway') return all[all.findIndex(({ id }) => id === from.id) + step];
  const line = from?.section.range.start.line ?? -1;
  return step === 1
    ? all.find(({ range }) => range.start.line >= line)
    : all.findLast(({ range }) => range.start.line < line);
}

/**
 * Where a place is after its briefing was edited: the item itself while its words are there, else what stands at its
 * number among the items, so that correcting a typo in a takeaway does not lose it.
 */
export function survivingItem(before: Briefing, after: Briefing, id: string | undefined): Item | undefined {
  const same = findItem(after, id);
  if (same || id === undefined) return same;
  const number = itemIds(before).indexOf(id);
  const ids = itemIds(after);
  return findItem(after, ids[Math.min(Math.max(number, 0), ids.length - 1)]);
}

/** Sections and takeaways in document order. */
function itemIds({ sections }: Briefing): string[] {
  return sectionsIn(sections).flatMap((section) => [section.id, ...section.takeaways.map(({ id }) => id)]);
}

/** A place as it is remembered: by words, so that it holds wherever the file is. */
export function storedPlace(briefing: Briefing, item: Item | undefined, offset: number): StoredPlace {
  return {
    item: item ? itemKey(item) : '',
    number: Math.max(0, item ? itemIds(briefing).indexOf(item.id) : 0),
    offset,
  };
}

/** Where a remembered place is now. Where its item is gone, the one at its number, from its start. */
export function placeIn(briefing: Briefing, stored: StoredPlace): { item: Item | undefined; offset: number } {
  if (stored.item === '') return { item: undefined, offset: stored.offset };
  const ids = itemIds(briefing);
  const number = Math.min(stored.number, ids.length - 1);
  const there = findItem(briefing, ids[number]);
  // Of two with the same words, the one that is where it was.
  if (there && itemKey(there) === stored.item) return { item: there, offset: stored.offset };
  const moved = itemOf(briefing, stored.item);
  return moved ? { item: moved, offset: stored.offset } : { item: there, offset: 0 };
}

/** The first item that has this key. */
function itemOf({ sections }: Briefing, key: string): Item | undefined {
  for (const section of sectionsIn(sections)) {
    const items: Item[] = [
      { kind: 'section', id: section.id, section },
      ...section.takeaways.map((takeaway): Item => ({ kind: 'takeaway', id: takeaway.id, takeaway })),
    ];
    const found = items.find((item) => itemKey(item) === key);
    if (found) return found;
  }
  return undefined;
}

function itemKey(item: Item): string {
  return item.kind === 'takeaway' ? takeawayKey(item.takeaway) : wordsKey(item.section.title);
}
