import { Hash } from '../base/hash.ts';
import type { Briefing, Problem, Reference } from '../briefing/model.ts';
import { plainTextOf } from '../briefing/structure/prose.ts';
import { isSerious } from '../briefing/problems.ts';
import { sourceKey } from '../briefing/text/links/sourceKey.ts';
import { briefingKey, wordsKey } from '../briefing/text/wordsKey.ts';
import { type ItemParts, itemParts, itemsIn } from '../briefing/readingItems.ts';

/**
 * What the library keeps of a briefing: enough for the sidebar's list, small enough for thousands. One string takes far
 * less room than many.
 */
export interface Outline {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly date?: string;
  /** What the briefing goes by wherever its file is: the words of its title, and its date. */
  readonly key: string;
  /**
   * Of its items, in reading order, with blanks between: see {@link itemKeys}. Its own where there is nothing to be read in
   * it but a title.
   */
  readonly keys: string;
  /** A letter for each item: `t` for a takeaway that is an item of a list, `s` for any other, `p` for a passage. */
  readonly kinds: string;
  /** Their labels, a line for each, empty for one without. */
  readonly labels: string;
  /** The key that all of it went by before passages were items, where that was one thing to read; '' for others. */
  readonly former: string;
  /** How many parts it unfolds into: its sections, and the links in its text. */
  readonly parts: number;
  /** What the first of its references go by, each once: see {@link sourceKey}. */
  readonly sources: readonly number[];
  /** The first of its serious problems. */
  readonly problem?: Problem;
  /** Another one for another text. */
  readonly text: string;
}

/** Of a briefing that has more references, the others are not known to be cited. */
const MAX_SOURCES = 64;

/** Reads an outline off a briefing. `problems`: the text's and its file's. */
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
    labels: parts.map(({ own: { label = '' } }) => label).join('\n'),
    // A briefing without such takeaways was one thing to read.
    former: parts.some((one) => kindOf(one) === 't') ? '' : wholeKey(briefing),
    parts: sections.length + (references.length > 0 ? 1 : 0),
    sources: sourcesOf(references),
    ...(problem && { problem }),
    text: new Hash().addText(text).toString(),
  };
  // A part of a text keeps all of it in memory; a copy does not.
  return decodeOutline(encodeOutline(outline)) ?? outline;
}

/** Of its items, in reading order; what is but a title, or a list of sources, goes by all of its words. */
export function keysOf(briefing: Briefing): readonly string[] {
  const items = itemsIn(briefing);
  return items.length > 0 ? items.map(({ key }) => key) : [wholeKey(briefing)];
}

/** Of its items, in reading order. */
export function itemKeys({ keys }: Pick<Outline, 'keys'>): readonly string[] {
  return keys.split(' ');
}

/** Whether one of its items goes by a key. */
export function hasItem({ keys }: Pick<Outline, 'keys'>, key: string): boolean {
  return keys.includes(key) && keys.split(' ').includes(key);
}

/** How many of its items are takeaways. */
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

/** A line's values, but for the sources and the problem, which may be any. */
type Line = [
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
const KINDS = [...Array<string>(7).fill('string'), 'number', 'string'];
/** Shared by all outlines that have none, which are many. */
const NO_SOURCES: readonly number[] = [];

/** One line of JSON. */
export function encodeOutline(outline: Outline): string {
  const { title, date = '', key, keys, kinds, labels, former, parts, sources, problem = 0, text } = outline;
  return JSON.stringify([
    title,
    date,
    key,
    keys,
    kinds,
    labels,
    former,
    parts,
    text,
    sources,
    problem,
  ] satisfies Line);
}

/** Undefined for what no {@link encodeOutline} of this version has made. */
export function decodeOutline(line: string): Outline | undefined {
  const values = parse(line);
  if (!Array.isArray(values) || !KINDS.every((kind, i) => typeof values[i] === kind)) return undefined;
  const [title, date, key, keys, kinds, labels, former, parts, text, sources, problem] = values as Line;
  if (!areSources(sources)) return undefined;
  return {
    title,
    ...(date !== '' && { date }),
    key,
    keys,
    kinds,
    labels,
    former,
    parts,
    sources: sources.length > 0 ? sources : NO_SOURCES,
    ...(typeof problem === 'object' && { problem }),
    text,
  };
}

function areSources(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= MAX_SOURCES &&
    value.every((source) => Number.isSafeInteger(source) && source >= 0)
  );
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
