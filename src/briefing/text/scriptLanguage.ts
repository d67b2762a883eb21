/** Length of the start of a text that is examined, in UTF-16 units. */
const ENOUGH = 4000;

/**
 * The language of a text without a language tag, judged by its script: Korean if most letters are Hangul, Japanese if
 * at least a fifth are kana. Browsers need it to break lines and to choose the forms of Chinese characters.
 */
export function scriptLanguage(text: string): 'ja' | 'ko' | undefined {
  const start = text.slice(0, ENOUGH);
  const count = (letters: RegExp) => start.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  if (count(/\p{sc=Hangul}/gu) * 2 > all) return 'ko';
  return count(/[\p{sc=Hira}\p{sc=Kana}]/gu) * 5 > all ? 'ja' : undefined;
}
