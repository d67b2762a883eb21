import { Hash } from '../base/hash.ts';
import { parseJson } from '../base/parseJson.ts';
import type { Briefing, Problem, Reference } from '../briefing/model.ts';
import { flatten } from '../briefing/structure/structure.ts';
import { plainTextOf } from '../briefing/structure/plainText.ts';
import { isSerious } from '../briefing/problems.ts';
import { sourceKey } from '../briefing/text/links/sourceKey.ts';
import { briefingKey, wordsKey } from '../briefing/text/wordsKey.ts';
import { type ItemParts, itemParts, itemsIn } from '../briefing/readingItems.ts';

/**
 * The part of a briefing that the library keeps in memory: enough for the sidebar's list, small enough for thousands.
 * Lists are joined to one string, which takes far less memory than many.
 */
export interface Outline {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  /** Identifies the briefing wherever its file is: made of the words of its title, and its date. */
  readonly key: string;
  /**
   * The keys of its items, in reading order, separated by spaces: see {@link itemKeys}. Without items, one key made of
   * all of its words; '' if it has none.
   */
  readonly keys: string;
  /** A letter for each item: `t` for a takeaway that is an item of a list, `s` for any other, `p` for a passage. */
  readonly kinds: string;
  /** The labels of its items, one per line; an empty line for an item without a label. */
  readonly labels: string;
  /** The titles of its sections, one per line. */
  readonly headings: string;
  /** The key that a briefing without list items had as a whole before passages were items; '' for all others. */
  readonly former: string;
  /** The number of rows below its own: its sections, and one for its references. */
  readonly childCount: number;
  /** The keys of its first references, without duplicates: see {@link sourceKey}. */
  readonly sources: readonly number[];
  /** The first of its serious problems. */
  readonly problem?: Problem;
  /** A hash of the text. */
  readonly textHash: string;
}

/** Maximum number of references that are kept. For further ones, it is not known that the briefing cites them. */
const MAX_SOURCES = 64;

/** Makes the outline of a briefing. `problems`: those of the text and of its file. */
export function outlineOf(briefing: Briefing, problems: readonly Problem[]): Outline {
  const { title, date, sections, references, text } = briefing;
  const parts = itemParts(briefing);
  const problem = problems.find(isSerious);
  const outline: Outline = {
    title,
    ...(date !== undefined && { date }),
    key: briefingKey(briefing),
    keys: keysOf(briefing).join(' '),
    kinds: parts.map(kindOf).join(''),
    labels: parts.map(({ item: { label = '' } }) => label).join('\n'),
    headings: flatten(sections)
      .map((section) => section.title)
      .join('\n'),
    // Formerly, a briefing without list items was read as one.
    former: parts.some((one) => kindOf(one) === 't') ? '' : wholeKey(briefing),
    childCount: sections.length + (references.length > 0 ? 1 : 0),
    sources: sourcesOf(references),
    ...(problem && { problem }),
    textHash: new Hash().addText(text).toString(),
  };
  // A substring would keep the whole text in memory; encoding and decoding makes copies.
  return decodeOutline(encodeOutline(outline)) ?? outline;
}

/**
 * The keys of its items, in reading order; a briefing without items has one key made of all of its words. An empty
 * briefing has none: it is neither unread nor finished.
 */
export function keysOf(briefing: Briefing): readonly string[] {
  const items = itemsIn(briefing);
  if (items.length > 0) return items.map(({ key }) => key);
  return briefing.problems.some(({ code }) => code === 'empty') ? [] : [wholeKey(briefing)];
}

/** The keys of its items, in reading order. */
export function itemKeys({ keys }: Pick<Outline, 'keys'>): readonly string[] {
  return keys === '' ? [] : keys.split(' ');
}

/** Whether one of its items has this key. */
export function hasItem({ keys }: Pick<Outline, 'keys'>, key: string): boolean {
  return keys.includes(key) && keys.split(' ').includes(key);
}

/** Whether two outlines have an item in common. */
export function sharesItems(one: Pick<Outline, 'keys'>, other: Pick<Outline, 'keys'>): boolean {
  const keys = new Set(itemKeys(one));
  return itemKeys(other).some((key) => keys.has(key));
}

/** The number of its items that are takeaways. */
export function takeawayCount({ kinds }: Pick<Outline, 'kinds'>): number {
  return kinds.replaceAll('p', '').length;
}

function kindOf({ takeaway }: ItemParts): 't' | 's' | 'p' {
  if (!takeaway) return 'p';
  return takeaway.node.tokens[0]?.type === 'list_item_open' ? 't' : 's';
}

function wholeKey({ text }: Briefing): string {
  return wordsKey(plainTextOf(text));
}

function sourcesOf(references: readonly Reference[]): readonly number[] {
  const keys = new Set<number>();
  for (const { url } of references) {
    const key = url === undefined ? undefined : sourceKey(url);
    if (key !== undefined) keys.add(key);
    if (keys.size === MAX_SOURCES) break;
  }
  return [...keys];
}

/** The values of an encoded line. `KINDS` has the types to check, except those of the sources and the problem. */
type Line = [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  number,
  string,
  readonly number[],
  Problem | 0,
];
const KINDS = [...Array<string>(8).fill('string'), 'number', 'string'];
/** Shared by all outlines without sources, which are many. */
const NO_SOURCES: readonly number[] = [];

/** Encodes an outline as one line of JSON. */
export function encodeOutline(outline: Outline): string {
  const { title, date = '', key, keys, kinds, labels, headings, former, childCount } = outline;
  const { sources, problem = 0, textHash } = outline;
  return JSON.stringify([
    title,
    date,
    key,
    keys,
    kinds,
    labels,
    headings,
    former,
    childCount,
    textHash,
    sources,
    problem,
  ] satisfies Line);
}

/** Decodes a line of {@link encodeOutline}; undefined for anything else, such as a line of another version. */
export function decodeOutline(line: string): Outline | undefined {
  const values = parseJson(line);
  if (!Array.isArray(values) || !KINDS.every((kind, i) => typeof values[i] === kind)) return undefined;
  const [title, date, key, keys, kinds, labels, headings, former, childCount, textHash, sources, problem] =
    values as Line;
  if (!areSources(sources)) return undefined;
  return {
    title,
    ...(date !== '' && { date }),
    key,
    keys,
    kinds,
    labels,
    headings,
    former,
    childCount,
    sources: sources.length > 0 ? sources : NO_SOURCES,
    ...(typeof problem === 'object' && { problem }),
    textHash,
  };
}

function areSources(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= MAX_SOURCES &&
    value.every((source) => Number.isSafeInteger(source) && source >= 0)
  );
}
