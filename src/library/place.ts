import type { Briefing, Section, Takeaway } from '../briefing/model.ts';
import { takeawayKey, wordsKey } from '../briefing/text/wordsKey.ts';
import { sectionsIn, takeawaysIn } from './items.ts';
import type { StoredPlace } from './log/marks.ts';

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
 * that stands after its heading, the previous the last that stands before it.
 */
export function neighbour(briefing: Briefing, from: Item | undefined, step: 1 | -1): Takeaway | undefined {
  const all = takeawaysIn(briefing.sections);
  if (from?.kind === 'takeaway') return all[all.findIndex(({ id }) => id === from.id) + step];
  const line = from?.section.range.start.line ?? -1;
  return step === 1
    ? all.find(({ range }) => range.start.line >= line)
    : all.findLast(({ range }) => range.start.line < line);
}

/** What an item stands in: a takeaway in its section, a section in the one that it nests in. */
export function parentOf({ sections }: Briefing, { id }: Item): Item | undefined {
  const holds = (section: Section) =>
    [...section.takeaways, ...section.sections].some((one) => one.id === id);
  const section = sectionsIn(sections).find(holds);
  return section && { kind: 'section', id: section.id, section };
}

/**
 * Where a place is after its briefing was edited: the item itself while its id or its words are there; else what has
 * taken its place between the same neighbours, so that correcting a typo in a takeaway does not lose it; else the
 * nearest item before it that is still there, or the first.
 */
export function survivingItem(before: Briefing, after: Briefing, id: string | undefined): Item | undefined {
  const same = findItem(after, id);
  if (same || id === undefined) return same;
  const [old, now] = [itemsOf(before), new Survivors(itemsOf(after))];
  const number = old.findIndex((item) => item.id === id);
  const found =
    correctedItem(old, now, number) ?? old.slice(0, number + 1).findLast((item) => now.find(item));
  return (found && now.find(found)) ?? now.all[0];
}

/** The item of other words that stands between the same neighbours as one that has gone. */
function correctedItem(old: readonly Item[], now: Survivors, number: number): Item | undefined {
  const [was, above, below] = [old[number], old[number - 1], old[number + 1]];
  const at = above ? now.indexOf(above) + 1 : 0;
  const is = now.all[at];
  const isBetween = (!above || at > 0) && (below ? now.indexOf(below) : now.all.length) === at + 1;
  const isNew = is && was?.kind === is.kind && !now.find(was) && !new Survivors(old).find(is);
  return isBetween && isNew ? is : undefined;
}

/** The items of a briefing, to find those of a former version of it among. */
class Survivors {
  readonly all: readonly Item[];
  readonly #byId: ReadonlyMap<string, Item>;
  readonly #byKey = new Map<string, Item>();

  constructor(all: readonly Item[]) {
    this.all = all;
    this.#byId = new Map(all.map((item) => [item.id, item]));
    for (const item of all) {
      const key = keyAndKind(item);
      if (!this.#byKey.has(key)) this.#byKey.set(key, item);
    }
  }

  indexOf(item: Item): number {
    const found = this.find(item);
    return found ? this.all.indexOf(found) : -1;
  }

  /** The item with this id, or else the first of its kind with these words. */
  find(item: Item): Item | undefined {
    return this.#byId.get(item.id) ?? this.#byKey.get(keyAndKind(item));
  }
}

function keyAndKind(item: Item): string {
  return `${item.kind} ${itemKey(item)}`;
}

/** Sections and takeaways in document order. */
function itemsOf({ sections }: Briefing): Item[] {
  return sectionsIn(sections).flatMap((section): Item[] => [
    { kind: 'section', id: section.id, section },
    ...section.takeaways.map((takeaway): Item => ({ kind: 'takeaway', id: takeaway.id, takeaway })),
  ]);
}

function itemIds(briefing: Briefing): string[] {
  return itemsOf(briefing).map(({ id }) => id);
}

/** A place as it is remembered: by words, so that it holds wherever the file is. */
export function storedPlace(briefing: Briefing, item: Item | undefined, offset: number): StoredPlace {
  return {
    item: item ? itemKey(item) : '',
    number: Math.max(0, item ? itemIds(briefing).indexOf(item.id) : 0),
    offset,
  };
}

/** Resolves a remembered place; if its item is gone, falls back to the start of the item with the same index. */
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
function itemOf(briefing: Briefing, key: string): Item | undefined {
  return itemsOf(briefing).find((item) => itemKey(item) === key);
}

function itemKey(item: Item): string {
  return item.kind === 'takeaway' ? takeawayKey(item.takeaway) : wordsKey(item.section.title);
}
