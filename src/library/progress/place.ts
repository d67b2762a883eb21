import type { Briefing, Section } from '../../briefing/model.ts';
import { type Item, itemsIn, readingItems } from '../../briefing/readingItems.ts';
import { wordsKey } from '../../briefing/text/wordsKey.ts';
import { correctedItems, type NamedItem } from './corrected.ts';
import { itemsUnder, sectionsIn } from './items.ts';
import type { StoredPlace } from '../log/marks.ts';

/** Something in a briefing that the reader can go to: an item, or the heading of a section. */
export type Landmark = Item | SectionLandmark;

interface SectionLandmark {
  readonly kind: 'section';
  readonly id: string;
  readonly section: Section;
}

export function findLandmark(briefing: Briefing, id: string | undefined): Landmark | undefined {
  const item = itemsIn(briefing).find((one) => one.id === id);
  if (item) return item;
  const section = sectionsIn(briefing.sections).find((one) => one.id === id);
  return section && { kind: 'section', id: section.id, section };
}

/** The item that a line of the text belongs to; of a section's heading, the first item below it. */
export function itemAtLine(briefing: Briefing, line: number): Item | undefined {
  const all = itemsIn(briefing);
  // What introduces an item counts as its own here.
  const on = readingItems(briefing).findLastIndex(
    ({ range }) => range.start.line <= line && line <= range.end.line,
  );
  const section = sectionsIn(briefing.sections).find(({ range }) => range.start.line === line);
  return all[on] ?? (section && itemsUnder(briefing, section)[0]);
}

/** Where reading of a briefing begins, or of a section in it: at its first item; at its heading where it has none. */
export function firstOf(briefing: Briefing, section?: string): Landmark | undefined {
  if (section === undefined) return itemsIn(briefing)[0] ?? findLandmark(briefing, briefing.sections[0]?.id);
  const landmark = findLandmark(briefing, section);
  return landmark?.kind === 'section' ? (itemsUnder(briefing, landmark.section)[0] ?? landmark) : landmark;
}

/**
 * The item one further in the briefing, or one back; undefined at its ends. From a section, the next is the first that
 * stands after its heading, the previous the last that stands before it.
 */
export function neighbour(briefing: Briefing, from: Landmark | undefined, step: 1 | -1): Item | undefined {
  const all = itemsIn(briefing);
  if (!from) return step === 1 ? all[0] : undefined;
  if (from.kind !== 'section') return all[all.findIndex(({ id }) => id === from.id) + step];
  const { line } = from.section.range.start;
  return step === 1
    ? byLine(all).find((item) => lineOf(item) >= line)
    : byLine(all).findLast((item) => lineOf(item) < line);
}

/** What a landmark stands in: an item in its section, a section in the one that it nests in. */
export function parentOf({ sections }: Briefing, landmark: Landmark): Landmark | undefined {
  const section = sectionsIn(sections).find((one) =>
    landmark.kind === 'section'
      ? one.sections.some(({ id }) => id === landmark.id)
      : one.id === landmark.section,
  );
  return section && { kind: 'section', id: section.id, section };
}

/**
 * Where a place is after its briefing was edited: the item itself while its id or its words are there; else what has
 * taken its place between the same neighbours, so that correcting a typo in an item does not lose it; else the
 * nearest item before it that is still there, or the first.
 */
export function survivingItem(
  before: Briefing,
  after: Briefing,
  id: string | undefined,
): Landmark | undefined {
  const same = findLandmark(after, id);
  if (same || id === undefined) return same;
  const [old, now] = [landmarksIn(before), new Survivors(landmarksIn(after))];
  const number = old.findIndex((item) => item.id === id);
  const found =
    correctedItem(old, now.all, old[number]) ??
    // The heading above it may have other words as well.
    correctedItem(old.filter(isItem), now.all.filter(isItem), old[number]) ??
    old.slice(0, number + 1).findLast((item) => now.find(item));
  return (found && now.find(found)) ?? now.all[0];
}

/** The item of its kind that has other words now. */
function correctedItem(
  old: readonly Landmark[],
  now: readonly Landmark[],
  was: Landmark | undefined,
): Landmark | undefined {
  const key = was && correctedItems(old.map(named), now.map(named)).get(keyAndKind(was));
  const is = now.find((landmark) => keyAndKind(landmark) === key);
  return is?.kind === was?.kind ? is : undefined;
}

function isItem({ kind }: Landmark): boolean {
  return kind !== 'section';
}

function named(landmark: Landmark): NamedItem {
  const { label = '' } = landmark.kind === 'section' ? {} : landmark;
  return { key: keyAndKind(landmark), label: label && `${landmark.kind} ${label}` };
}

/** The items of a briefing, to find those of a former version of it among. */
class Survivors {
  readonly all: readonly Landmark[];
  readonly #byId: ReadonlyMap<string, Landmark>;
  readonly #byKey = new Map<string, Landmark>();

  constructor(all: readonly Landmark[]) {
    this.all = all;
    this.#byId = new Map(all.map((item) => [item.id, item]));
    for (const item of all) {
      const key = keyAndKind(item);
      if (!this.#byKey.has(key)) this.#byKey.set(key, item);
    }
  }

  /** The item with this id, or else the first of its kind with these words. */
  find(item: Landmark): Landmark | undefined {
    return this.#byId.get(item.id) ?? this.#byKey.get(keyAndKind(item));
  }
}

function keyAndKind(item: Landmark): string {
  return `${item.kind} ${landmarkKey(item)}`;
}

/** Sections and items in document order, a section before what stands in it. */
function landmarksIn(briefing: Briefing): Landmark[] {
  const sections = sectionsIn(briefing.sections).map((section): Landmark => ({
    kind: 'section',
    id: section.id,
    section,
  }));
  return byLine([...sections, ...itemsIn(briefing)]);
}

/** In document order: what is no news is read last, wherever it stands. */
function byLine<T extends Landmark>(landmarks: readonly T[]): T[] {
  return landmarks.toSorted((a, b) => lineOf(a) - lineOf(b));
}

function lineOf(landmark: Landmark): number {
  return landmark.kind === 'section' ? landmark.section.range.start.line : landmark.range.start.line;
}

/** A place as it is remembered: by words, so that it holds wherever the file is. */
export function storedPlace(briefing: Briefing, landmark: Landmark | undefined, offset: number): StoredPlace {
  const all = landmarksIn(briefing);
  return {
    item: landmark ? landmarkKey(landmark) : '',
    number: Math.max(0, landmark ? all.findIndex(({ id }) => id === landmark.id) : 0),
    offset,
  };
}

/**
 * Where in a briefing a remembered place is. One that only says how far into a section or into the whole is at the item
 * that stands there. Where its words are gone, it is at the start of what has the same number.
 */
export function placeIn(briefing: Briefing, stored: StoredPlace): { item: Item | undefined; offset: number } {
  const all = landmarksIn(briefing);
  if (stored.item === '') return itemAt(briefing, itemsIn(briefing), stored.offset);
  const there = all[Math.min(stored.number, all.length - 1)];
  // Of two with the same words, the one that is where it was.
  const isThere = there && landmarkKey(there) === stored.item;
  const found = isThere ? there : all.find((one) => landmarkKey(one) === stored.item);
  const landmark = found ?? there;
  if (landmark?.kind === 'section')
    return itemAt(briefing, itemsUnder(briefing, landmark.section), found ? stored.offset : 0);
  return { item: landmark, offset: found ? stored.offset : 0 };
}

/** Which of some items stands so far into all of them, by their lines. */
function itemAt(
  briefing: Briefing,
  items: readonly Item[],
  offset: number,
): { item: Item | undefined; offset: number } {
  const sorted = byLine(items);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return { item: itemsIn(briefing)[0], offset: 0 };
  // To the end of a line: a paragraph may be one.
  const [from, to] = [lineOf(first), last.range.end.line + 1];
  const line = from + offset * (to - from);
  const item = sorted.findLast((one) => lineOf(one) <= line) ?? first;
  const height = item.range.end.line + 1 - lineOf(item);
  return { item, offset: Math.min(1, Math.max(0, (line - lineOf(item)) / height)) };
}

function landmarkKey(landmark: Landmark): string {
  return landmark.kind === 'section' ? wordsKey(landmark.section.title) : landmark.key;
}
