import type { BriefingFile, ToMarkdown } from '../../intake/files/briefingFile.ts';
import { pageFile, pageText, type SavedPage } from '../../intake/files/pageFile.ts';
import { decodePage } from '../../intake/html/decodePage.ts';
import { htmlToMarkdown } from '../../intake/htmlToMarkdown.ts';
import { isWritten } from '../../intake/mail/mailWords.ts';
import type { FileFault } from '../../library/ports.ts';
import type { ConvertedText } from './formats.ts';
import { cutRemark } from './remark.ts';

/* Loaded with the first page that is met. */

/** A page that is read where it lies. */
export function textOfPage(name: string, bytes: Uint8Array, modified: number): ConvertedText {
  // Nothing to read is no fault of a file: what is empty may be in the middle of being saved.
  if (bytes.length === 0) return { kind: 'text', text: '' };
  const text = made(name, bytes, (page, toMarkdown) => pageText(page, modified, toMarkdown));
  return typeof text === 'string' ? { kind: 'text', text } : text;
}

/** A page that is brought in. */
export function fileOfPage(name: string, bytes: Uint8Array, now: number): BriefingFile | FileFault {
  return made(name, bytes, (page, toMarkdown) => pageFile(page, now, toMarkdown));
}

/** The words of a page that was copied as its source. */
export function markdownOfPage(html: string): string {
  return htmlToMarkdown(html, undefined, cutRemark());
}

/** What is made of a page, where it has words. */
function made<T>(
  name: string,
  bytes: Uint8Array,
  make: (page: SavedPage, toMarkdown: ToMarkdown) => T,
): T | FileFault {
  const html = decodePage(bytes);
  if (html === undefined) return { kind: 'binary' };
  let markdown = '';
  const result = make(
    { name, html },
    (page, address) => (markdown = htmlToMarkdown(page, address, cutRemark())),
  );
  return isWritten(markdown) ? result : { kind: 'noText' };
}
