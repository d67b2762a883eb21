import type { BriefingFile, ToMarkdown } from '../../intake/files/briefingFile.ts';
import { pageFile, pageText, type SavedPage } from '../../intake/files/pageFile.ts';
import { decodePage } from '../../intake/html/decodePage.ts';
import { htmlToMarkdown } from '../../intake/htmlToMarkdown.ts';
import { isWritten } from '../../intake/mail/mailWords.ts';
import type { FileFault } from '../../library/ports.ts';
import type { ConvertedText } from './formats.ts';
import { truncationNote } from './truncationNote.ts';

/* This file is loaded with the first page. */

/** Converts a page for reading, without importing it. */
export function textOfPage(name: string, bytes: Uint8Array, modified: number): ConvertedText {
  // An empty file is not a fault: it may be in the middle of being saved.
  if (bytes.length === 0) return { kind: 'text', text: '' };
  const text = convertBytes(name, bytes, (page, toMarkdown) => pageText(page, modified, toMarkdown));
  return typeof text === 'string' ? { kind: 'text', text } : text;
}

/** Converts a page to a file for the inbox. */
export function fileOfPage(name: string, bytes: Uint8Array, now: number): BriefingFile | FileFault {
  return convertBytes(name, bytes, (page, toMarkdown) => pageFile(page, now, toMarkdown));
}

/** Converts the copied source of a page, to the same file as if the page had been saved and imported. */
export function fileOfCopiedPage(html: string, now: number): BriefingFile | FileFault {
  // Copied source has no file name.
  return convertPage({ name: '', html: html.replaceAll('\0', '') }, (page, toMarkdown) =>
    pageFile(page, now, toMarkdown),
  );
}

type Convert<T> = (page: SavedPage, toMarkdown: ToMarkdown) => T;

function convertBytes<T>(name: string, bytes: Uint8Array, make: Convert<T>): T | FileFault {
  const html = decodePage(bytes);
  return html === undefined ? { kind: 'binary' } : convertPage({ name, html }, make);
}

/** Returns the result of `make`, if the page has any text. */
function convertPage<T>(saved: SavedPage, make: Convert<T>): T | FileFault {
  let markdown = '';
  const result = make(saved, (page, address) => (markdown = htmlToMarkdown(page, address, truncationNote())));
  return isWritten(markdown) ? result : { kind: 'noText' };
}
