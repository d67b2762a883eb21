import type { Briefing, Section } from '../../briefing/model.ts';
import { type Item, itemsIn, readingItems } from '../../briefing/readingItems.ts';
import { flatten } from '../../briefing/structure/structure.ts';
import { briefingKey, wordsKey } from '../../briefing/text/wordsKey.ts';
import { matchEditedItems, type NamedItem } from './matchEditedItems.ts';
import { itemsUnder } from '../../briefing/briefingContents.ts';
import type { StoredPlace } from '../log/marks.ts';
import type { ReadingLog } from '../log/readingLog.ts';

/** A place in a briefing that the reader can go to: an item, or the heading of a section. */
export type Landmark = Item | SectionLandmark;

interface SectionLandmark {
  readonly kind: 'section';
  readonly id: string;
  readonly section: Section;
}

export function findLandmark(briefing: Briefing, id: string | undefined): Landmark | undefined {
  const item = itemsIn(briefing).find((one) => one.id === id);
  if (item) return item;
  const section = flatten(briefing.sections).find((one) => one.id === id);
  return section && headingOf(section);
}

function headingOf(section: Section): SectionLandmark {
  return { kind: 'section', id: section.id, section };
}

/** The item that a line of the text belongs to; for a section's heading, the first item below it. */
export function itemAtLine(briefing: Briefing, line: number): Item | undefined {
  const all = itemsIn(briefing);
  // These items include the text that introduces them.
  const on = readingItems(briefing).findLastIndex(
    ({ range }) => range.start.line <= line && line <= range.end.line,
  );
  const section = flatten(briefing.sections).find(({ range }) => range.start.line === line);
  return all[on] ?? (section && itemsUnder(briefing, section)[0]);
}

/** Where reading of a briefing or of a section begins: its first item, or its heading if it has none. */
export function firstOf(briefing: Briefing, section?: string): Landmark | undefined {
  if (section === undefined) return itemsIn(briefing)[0] ?? findLandmark(briefing, briefing.sections[0]?.id);
  const landmark = findLandmark(briefing, section);
  return landmark?.kind === 'section' ? (itemsUnder(briefing, landmark.section)[0] ?? landmark) : landmark;
}

/**
 * The next (1) or previous (-1) item of the briefing; undefined at its ends. From a section, the next is the first item
 * after its heading, the previous the last one before it.
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

/** The section that an item is in, or that a section is nested in; undefined at the top level. */
export function parentOf({ sections }: Briefing, landmark: Landmark): Landmark | undefined {
  const section = flatten(sections).find((one) =>
    landmark.kind === 'section'
      ? one.sections.some(({ id }) => id === landmark.id)
      : one.id === landmark.section,
  );
  return section && headingOf(section);
}

/**
 * Finds a landmark after its briefing was edited: the one with the same id, or the same words; else its edited version,
 * so that correcting a typo does not lose the place; else the nearest landmark before it that still exists; else the
 * first one.
 */
export function relocate(before: Briefing, after: Briefing, id: string | undefined): Landmark | undefined {
  const same = findLandmark(after, id);
  if (same || id === undefined) return same;
  const [old, now] = [landmarksIn(before), new LandmarkMatcher(landmarksIn(after))];
  const number = old.findIndex((item) => item.id === id);
  const found =
    editedVersionOf(old, now.all, old[number]) ??
    // Without headings, because the one above it may have been edited as well.
    editedVersionOf(old.filter(isItem), now.all.filter(isItem), old[number]) ??
    old.slice(0, number + 1).findLast((item) => now.find(item));
  return (found && now.find(found)) ?? now.all[0];
}

/** The edited version of a landmark: see {@link matchEditedItems}. */
function editedVersionOf(
  old: readonly Landmark[],
  now: readonly Landmark[],
  original: Landmark | undefined,
): Landmark | undefined {
  const key =
    original && matchEditedItems(old.map(namedItemOf), now.map(namedItemOf)).get(keyAndKind(original));
  const edited = now.find((landmark) => keyAndKind(landmark) === key);
  return edited?.kind === original?.kind ? edited : undefined;
}

function isItem({ kind }: Landmark): boolean {
  return kind !== 'section';
}

function namedItemOf(landmark: Landmark): NamedItem {
  const { label = '' } = landmark.kind === 'section' ? {} : landmark;
  return { key: keyAndKind(landmark), label: label && `${landmark.kind} ${label}` };
}

/** Finds landmarks of the previous version of a briefing in the edited one. */
class LandmarkMatcher {
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

  /** The landmark with the same id, or else the first of the same kind with the same words. */
  find(item: Landmark): Landmark | undefined {
    return this.#byId.get(item.id) ?? this.#byKey.get(keyAndKind(item));
  }
}

function keyAndKind(item: Landmark): string {
  return `${item.kind} ${landmarkKey(item)}`;
}

/** Sections and items in document order, a section before its contents. */
function landmarksIn(briefing: Briefing): Landmark[] {
  return byLine([...flatten(briefing.sections).map(headingOf), ...itemsIn(briefing)]);
}

/** Sorts by document order, from which reading order differs: items that are not news are read last. */
function byLine<T extends Landmark>(landmarks: readonly T[]): T[] {
  return landmarks.toSorted((a, b) => lineOf(a) - lineOf(b));
}

function lineOf(landmark: Landmark): number {
  return landmark.kind === 'section' ? landmark.section.range.start.line : landmark.range.start.line;
}

/** Returns a place as the reading log stores it: by words, so that it stays valid if the file is moved. */
export function storedPlace(briefing: Briefing, landmark: Landmark | undefined, offset: number): StoredPlace {
  const all = landmarksIn(briefing);
  return {
    item: landmark ? landmarkKey(landmark) : '',
    number: Math.max(0, landmark ? all.findIndex(({ id }) => id === landmark.id) : 0),
    offset,
  };
}

type Places = Pick<ReadingLog, 'storedPlaceOf' | 'placesAt' | 'isRead'>;

/**
 * Where reading a briefing stopped. If its title or date was changed since, its words tell. Another briefing may share
 * some of these: it must have been read up to there, so that nothing new is passed over.
 */
export function placeOfReading(briefing: Briefing, log: Places): StoredPlace | undefined {
  const keys = itemsIn(briefing).map(({ key }) => key);
  return (
    log.storedPlaceOf(briefingKey(briefing)) ??
    log.placesAt(keys).find(({ item }) => isReadUpTo(keys, item, log))
  );
}

/** Whether an item is among some, but not the first, and all before it are read. */
export function isReadUpTo(keys: readonly string[], item: string, log: Pick<ReadingLog, 'isRead'>): boolean {
  const before = keys.slice(0, Math.max(0, keys.indexOf(item)));
  return before.length > 0 && before.every((key) => log.isRead(key));
}

/**
 * Finds a stored place in a briefing. A place that is an offset into a section or into the whole briefing is resolved
 * to the item there. If its words are gone, the place is the start of the landmark with the same number.
 */
export function resolvePlace(
  briefing: Briefing,
  stored: StoredPlace,
): { item: Item | undefined; offset: number } {
  const all = landmarksIn(briefing);
  if (stored.item === '') return itemAt(briefing, itemsIn(briefing), stored.offset);
  const fallback = all[Math.min(stored.number, all.length - 1)];
  // If several have the same words, the one with the stored number is preferred.
  const isSameWords = fallback && landmarkKey(fallback) === stored.item;
  const found = isSameWords ? fallback : all.find((one) => landmarkKey(one) === stored.item);
  const landmark = found ?? fallback;
  if (landmark?.kind === 'section')
    return itemAt(briefing, itemsUnder(briefing, landmark.section), found ? stored.offset : 0);
  return { item: landmark, offset: found ? stored.offset : 0 };
}

/** The item at an offset (0 to 1) into some items, by their lines, and the offset into that item. */
function itemAt(
  briefing: Briefing,
  items: readonly Item[],
  offset: number,
): { item: Item | undefined; offset: number } {
  const sorted = byLine(items);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return { item: itemsIn(briefing)[0], offset: 0 };
  // Up to the end of the last line: a paragraph may be a single line.
  const [from, to] = [lineOf(first), last.range.end.line + 1];
  const line = from + offset * (to - from);
  const item = sorted.findLast((one) => lineOf(one) <= line) ?? first;
  const height = item.range.end.line + 1 - lineOf(item);
  return { item, offset: Math.min(1, Math.max(0, (line - lineOf(item)) / height)) };
}

function landmarkKey(landmark: Landmark): string {
  return landmark.kind === 'section' ? wordsKey(landmark.section.title) : landmark.key;
}
