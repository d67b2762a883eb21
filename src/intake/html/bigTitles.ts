import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { areLinked } from './inOneLine.ts';
import { textOfRuns } from './runList.ts';
import { countsOf } from '../../base/collections/counts.ts';

/** Minimum size of a title, in pixels: smaller letters are always running text. */
const MIN_SIZE = 20;
const TIMES_THE_TEXT = 1.2;
const MAX_LENGTH = 150;
const SENTENCE_END = /[.,;:…。，；：!！]["'”’»)]?$/u;

/** How much larger the titles of a higher level are. */
const TIMES_THE_NEXT = 1.15;
const HIGHEST = 2;
const LOWEST = 4;

/** The letter size of a page's paragraphs, in pixels; 0 if it varies within one. */
export type Sizes = ReadonlyMap<Part, number>;

/** Turns short paragraphs in much larger letters than the text into headings: mails mostly have no others. */
export function withBigTitles(parts: readonly Part[], sizes: Sizes): readonly Part[] {
  const text = textSize(sizes);
  const titles = parts.map((part) => {
    const size = sizes.get(part) ?? 0;
    return isTitle(part, size, text) ? size : 0;
  });
  const levels = levelsOf(parts, titles);
  return parts.map((part, at): Part => {
    const size = titles[at] ?? 0;
    if (part.kind !== 'paragraph' || size === 0) return part;
    return {
      kind: 'heading',
      level: levels.get(size) ?? HIGHEST,
      runs: part.runs.map(({ text, link }) => ({ text, link })),
    };
  });
}

function isTitle(part: Part, size: number, text: number): boolean {
  if (part.kind !== 'paragraph' || size < MIN_SIZE || size < text * TIMES_THE_TEXT) return false;
  const words = textOfRuns(part.runs);
  if (words.length > MAX_LENGTH || !/\p{L}.*\p{L}/su.test(words)) return false;
  // A headline that leads to its story may be cut off, or a sentence.
  return areLinked(part.runs) || !SENTENCE_END.test(words);
}

/**
 * The level of each size of titles (0: no title). Larger letters stand above smaller ones, except for a size that is
 * used once: it is the page's title if it comes first, above others, and else stands out from others of its level.
 */
function levelsOf(parts: readonly Part[], titles: readonly number[]): ReadonlyMap<number, number> {
  const counts = countsOf(titles.filter((size) => size > 0));
  const sizes = [...counts.keys()].sort((a, b) => b - a);
  const levels = new Map<number, number>();
  const isFlat = parts.some(({ kind }) => kind === 'heading');
  const [largest] = sizes;
  if (isFlat || largest === undefined) return levels;
  const isFirst =
    sizes.length > 1 && counts.get(largest) === 1 && titles.find((size) => size > 0) === largest;
  let level = HIGHEST;
  let above: number | undefined;
  for (const size of isFirst ? sizes.slice(1) : sizes) {
    const isLower = above !== undefined && above >= size * TIMES_THE_NEXT && level < LOWEST;
    if (isLower) level++;
    levels.set(size, level);
    if (isLower || (above === undefined && (counts.get(size) ?? 0) > 1)) above = size;
  }
  if (isFirst) levels.set(largest, 1);
  return levels;
}

/** The size of most letters in paragraphs. */
function textSize(sizes: Sizes): number {
  const letters = new Map<number, number>();
  for (const [part, size] of sizes) {
    if (part.kind === 'paragraph') letters.set(size, (letters.get(size) ?? 0) + textOfRuns(part.runs).length);
  }
  let most = 0;
  let found = 16;
  for (const [size, count] of letters) {
    if (size > 0 && count > most) [most, found] = [count, size];
  }
  return found;
}
