import type { MarkdownIt } from 'markdown-it';
import { safeUrl } from '../../text/links/safeUrl.ts';

/** Marks of direction around an address, as in Persian or Arabic text, are no part of it. */
const MARKS_AROUND = /^\p{Cf}+|(?<!\p{Cf})\p{Cf}+$/gu;

/**
 * Spells addresses as targets and as words. A target in ASCII stays as written, and is normalized once, by
 * {@link safeUrl}. Any other target is spelled out, so that the user sees what it really is. Words show letters
 * instead of their escapes.
 */
export function spelledAddresses(markdown: MarkdownIt): void {
  markdown.normalizeLink = (url) => (/^[!-~]*$/.test(url) ? url : spelledOut(url.replace(MARKS_AROUND, '')));
  // An address has no spaces, also where it is shown: otherwise it would read as words.
  markdown.normalizeLinkText = (url) => url.replace(ESCAPES, decoded).replaceAll(' ', '%20');
}

function spelledOut(url: string): string {
  // `encodeURI` throws at half a surrogate pair, and would escape escapes.
  const escaped = () => url.replace(/\p{Cs}/gu, '\ufffd').replace(/[^%]+|%(?![\da-f]{2})/gi, encodeURI);
  return safeUrl(url)?.href ?? escaped();
}

/** Not `%25`: the `%` would begin another escape. */
const ESCAPES = /(?:%(?!25)[\da-f]{2})+/gi;

function decoded(escapes: string): string {
  try {
    return decodeURI(escapes.toUpperCase());
  } catch {
    return escapes;
  }
}
