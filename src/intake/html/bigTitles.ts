import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { textOfRuns } from './runList.ts';

/** Minimum size of a title, in pixels: smaller letters are always running text. */
const MIN_SIZE = 20;
const TIMES_THE_TEXT = 1.2;
const MAX_LENGTH = 100;
const SENTENCE_END = /[.,;:…。，；：!！]["'”’»)]?$/u;

/** The letter size of a page's paragraphs, in pixels; 0 if it varies within one. */
export type Sizes = ReadonlyMap<Part, number>;

/** Turns short paragraphs in much larger letters than the text into headings: mails mostly have no others. */
export function withBigTitles(parts: readonly Part[], sizes: Sizes): readonly Part[] {
  const text = textSize(sizes);
  return parts.map((part): Part => {
    if (part.kind !== 'paragraph') return part;
    const size = sizes.get(part) ?? 0;
    const words = textOfRuns(part.runs);
    const isTitle = size >= MIN_SIZE && size >= text * TIMES_THE_TEXT && words.length <= MAX_LENGTH;
    if (!isTitle || SENTENCE_END.test(words) || !/\p{L}.*\p{L}/su.test(words)) return part;
    return {
      kind: 'heading',
      level: 2,
      runs: part.runs.map(({ text, link }) => ({ text, ...(link !== undefined && { link }) })),
    };
  });
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
