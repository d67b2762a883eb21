import type { FileFormat } from '../../library/files/fileName.ts';
import type { FileFault } from '../../library/ports.ts';

/** The text that a mail, a page or a saved feed is converted to for reading, without importing it. */
export type ConvertedText = { readonly kind: 'text'; readonly text: string } | FileFault;

/**
 * The maximum size of each format, in bytes. Larger files are not read at all, so that they cost nothing. A mailbox is
 * processed in slices.
 */
export const MAX_SIZE: Readonly<Record<FileFormat, number>> = {
  text: 2 * 1024 * 1024,
  mail: 5 * 1024 * 1024,
  page: 5 * 1024 * 1024,
  feed: 5 * 1024 * 1024,
  mailbox: 100 * 1024 * 1024,
};
