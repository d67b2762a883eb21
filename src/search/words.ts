import { lazy } from '../base/lazy.ts';

/** Scripts that do not, or hardly, separate words by spaces. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々';
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
/** In characters. Sentences are shorter; segmenting an endless run of letters into words would take minutes. */
const MAX_RUN_LENGTH = 1000;
const RUNS = new RegExp(`[${UNSPACED}][${UNSPACED}\\p{M}]{0,${MAX_RUN_LENGTH - 1}}|[^${UNSPACED}]+`, 'gu');
const ASCII = /^[ -~\n]*$/;

/** Ligatures and letters with a stroke, which Unicode normalization does not decompose. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** A word of a text, with its half-open range in UTF-16 units. */
export interface FoundWord {
  /** Folded: see {@link fold}. */
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
    const word = fold(letters);
    // A mark alone, as with half-width kana, is not a word.
    if (word !== '') found.push({ word, from, to: from + letters.length });
  };
  for (const { 0: letters, index } of text.matchAll(WORD)) {
    if (!HAS_UNSPACED.test(letters)) {
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

/** Removes differences of case, accents and width: `Élysée` -> `elysee`, `ＡＢＣ` -> `abc`. Kana keep their marks. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const plain = HAS_UNSPACED.test(word)
    ? word.normalize('NFKC')
    : word.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  // Some characters decompose into several words: `ﷺ`.
  return plain
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, '');
}

/** The words of texts, each between spaces, to find phrases in: ` two ports open `. */
export function foldedText(...texts: readonly string[]): string {
  return ` ${texts.flatMap(tokenize).join(' ')} `;
}

function segmentsOf(run: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (!HAS_UNSPACED.test(run)) return [{ segment: run, index: 0 }];
  return segmenter().segment(run);
}

const segmenter = lazy(() => new Intl.Segmenter(undefined, { granularity: 'word' }));
