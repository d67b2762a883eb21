import { foldText, hasUnspaced, UNSPACED_SCRIPTS } from '../base/foldText.ts';
import { lazy } from '../base/lazy.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** Maximum length of a run that is segmented into words, in characters: an endless run would take minutes. */
const MAX_RUN_LENGTH = 1000;
const RUNS = new RegExp(
  `[${UNSPACED_SCRIPTS}][${UNSPACED_SCRIPTS}\\p{M}]{0,${MAX_RUN_LENGTH - 1}}|[^${UNSPACED_SCRIPTS}]+`,
  'gu',
);
const ASCII = /^[ -~\n]*$/;

/** A word of a text, with its half-open range in UTF-16 units. */
export interface FoundWord {
  /** Folded: see {@link foldText}. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a text, folded, in order: `Łódź: 2 ports` -> `lodz`, `2`, `ports`. Chinese is segmented into words. */
export function tokenize(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return findWords(text).map(({ word }) => word);
}

/** Like {@link tokenize}, with the words' ranges. */
export function findWords(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  const add = (letters: string, from: number) => {
    const word = foldWord(letters);
    // A mark alone, as with half-width kana, is not a word.
    if (word !== '') found.push({ word, from, to: from + letters.length });
  };
  for (const { 0: letters, index } of text.matchAll(WORD)) {
    if (!hasUnspaced(letters)) {
      add(letters, index);
      continue;
    }
    for (const { 0: run, index: at } of letters.matchAll(RUNS)) {
      for (const { segment, index: inRun } of segmentsOf(run)) {
        add(segment, index + at + inRun);
      }
    }
  }
  return found;
}

/** Folds a word. Some characters decompose into several words, which are joined: `ﷺ`. */
function foldWord(word: string): string {
  return foldText(word).replace(/\s+/g, '');
}

/** The words of texts, each between spaces, to find phrases in: ` two ports open `. */
export function joinedWords(...texts: readonly string[]): string {
  return ` ${texts.flatMap(tokenize).join(' ')} `;
}

function segmentsOf(run: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (!hasUnspaced(run)) return [{ segment: run, index: 0 }];
  return segmenter().segment(run);
}

const segmenter = lazy(() => new Intl.Segmenter(undefined, { granularity: 'word' }));
