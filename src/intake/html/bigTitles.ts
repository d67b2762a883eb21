import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { wordsOfRuns } from './runList.ts';

/** In pixels: smaller letters are a text's, whatever the others are. */
const SMALLEST = 20;
const TIMES_THE_TEXT = 1.2;
const LONGEST = 100;
const SENTENCE_END = /[.,;:…。，；：!！]["'”’»)]?$/u;

/** How large the letters of a page's paragraphs are, in pixels; 0 where they differ. */
export type Sizes = ReadonlyMap<Part, number>;

/** A short paragraph in letters much larger than those of the text is a heading: mail knows no other. */
export function withBigTitles(parts: readonly Part[], sizes: Sizes): readonly Part[] {
  const text = textSize(sizes);
  return parts.map((part): Part => {
    if (part.kind !== 'paragraph') return part;
    const size = sizes.get(part) ?? 0;
    const words = wordsOfRuns(part.runs);
    const isTitle = size >= SMALLEST && size >= text * TIMES_THE_TEXT && words.length <= LONGEST;
    if (!isTitle || SENTENCE_END.test(words) || !/\p{L}.*\p{L}/su.test(words)) return part;
    return {
      kind: 'heading',
      level: 2,
      runs: part.runs.map(({ text, link }) => ({ text, ...(link !== undefined && { link }) })),
    };
  });
}

/** Of most letters. */
function textSize(sizes: Sizes): number {
  const letters = new Map<number, number>();
  for (const [part, size] of sizes) {
    if (part.kind === 'paragraph')
      letters.set(size, (letters.get(size) ?? 0) + wordsOfRuns(part.runs).length);
  }
  let most = 0;
  let found = 16;
  for (const [size, count] of letters) {
    if (size > 0 && count > most) [most, found] = [count, size];
  }
  return found;
}
