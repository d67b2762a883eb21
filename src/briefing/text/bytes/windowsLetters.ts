/** What Windows-1252 has where Latin-1 has controls, from U+0080 on; a control where it has nothing. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * A text in the letters that were meant: Node (until 24) decodes Windows-1252 as Latin-1, and mail calls the one the
 * other, so that quotation marks would be controls.
 */
export function withWindowsLetters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS.charAt(control.charCodeAt(0) - 0x80));
}
