/** Han and kana, whose words no space separates, for use inside a character class with the flag `u`. */
export const HAN_OR_KANA = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}`;
/** The scripts whose words have few letters, and often no space between them: also Hangul. */
export const UNSPACED = String.raw`${HAN_OR_KANA}\p{scx=Hang}`;
const LETTERS = new RegExp(String.raw`(?=\p{L})[${UNSPACED}]`, 'gu');
/** What most texts have no letter of, which is quicker to find out: these scripts begin here. */
const MAY_BE_UNSPACED = /[\u1100-\uffff]/;
const TWO_WORDS = /\p{L}\S*\s+\S/u;

/** The number of letters of scripts that need no spaces between words: `渡轮简报` has four. */
export function unspacedLength(text: string): number {
  return MAY_BE_UNSPACED.test(text) ? (text.match(LETTERS)?.length ?? 0) : 0;
}

/** Whether there are two words, or four letters of scripts without spaces: `Ferry stops`, and not `Link`. */
export function isPhrase(text: string): boolean {
  return TWO_WORDS.test(text) || unspacedLength(text) > 3;
}
