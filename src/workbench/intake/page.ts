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

/** A page that was copied as its source: the same file as of one that was saved. */
export function fileOfCopiedPage(html: string, now: number): BriefingFile | FileFault {
  // No file has ever had a name for it.
  return written({ name: '', html: html.replaceAll('\0', '') }, (page, toMarkdown) =>
    pageFile(page, now, toMarkdown),
  );
}

type Make<T> = (page: SavedPage, toMarkdown: ToMarkdown) => T;

function made<T>(name: string, bytes: Uint8Array, make: Make<T>): T | FileFault {
  const html = decodePage(bytes);
  return html === undefined ? { kind: 'binary' } : written({ name, html }, make);
}

/** What is made of a page, where it has words. */
function written<T>(saved: SavedPage, make: Make<T>): T | FileFault {
  let markdown = '';
  const result = make(saved, (page, address) => (markdown = htmlToMarkdown(page, address, cutRemark())));
  return isWritten(markdown) ? result : { kind: 'noText' };
}
