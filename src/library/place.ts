import type { Briefing, Section, Takeaway } from '../briefing/model.ts';
import { sectionsIn, takeawaysIn } from './outline.ts';

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
