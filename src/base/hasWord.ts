const WORD = /[\p{L}\p{N}]/u;

/** Whether a text has a letter or a digit. */
export function hasWord(text: string): boolean {
  return WORD.test(text);
}
