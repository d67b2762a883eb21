/** How much of a text tells its script. In UTF-16 units. */
const ENOUGH = 4000;

/**
 * The language of a text that does not say it, where its script does: most letters are Korean ones, or a fifth is kana. A
 * browser breaks lines by it, and chooses the forms of Chinese characters.
 */
export function scriptLanguage(text: string): 'ja' | 'ko' | undefined {
  const start = text.slice(0, ENOUGH);
  const count = (letters: RegExp) => start.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  if (count(/\p{sc=Hangul}/gu) * 2 > all) return 'ko';
  return count(/[\p{sc=Hira}\p{sc=Kana}]/gu) * 5 > all ? 'ja' : undefined;
}
