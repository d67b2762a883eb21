/** Scripts that do not, or hardly, separate words by spaces, for use inside a character class. */
export const UNSPACED_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々';
const HAS_UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');
/** Marks after letters of other scripts, such as accents. */
const ACCENTS = new RegExp(`(^|[^${UNSPACED_SCRIPTS}\\p{M}])\\p{M}+`, 'gu');
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

export function hasUnspaced(text: string): boolean {
  return HAS_UNSPACED.test(text);
}

/** Removes differences of case, accents and width: `Łódź` -> `lodz`, `ＡＢＣ` -> `abc`. Kana keep their marks. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const decomposed = text.normalize('NFKD');
  const bare = hasUnspaced(text) ? decomposed.replace(ACCENTS, '$1') : decomposed.replace(/\p{M}/gu, '');
  return bare
    .normalize('NFC')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter);
}
