/**
 * The characters of Windows-1252 from U+0080 on, which are controls in Latin-1. A control stands for an unassigned
 * one.
 */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Replaces controls by the letters that were meant. Node (until 24) decodes Windows-1252 as Latin-1, and mails declare
 * one as the other, so that quotation marks would be controls.
 */
export function withWindowsLetters(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS.charAt(control.charCodeAt(0) - 0x80));
}
