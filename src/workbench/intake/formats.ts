import type { FileFormat } from '../../library/files/fileName.ts';
import type { FileFault } from '../../library/ports.ts';

/** What is made of a mail or a page that is read where it lies. */
export type ConvertedText = { readonly kind: 'text'; readonly text: string } | FileFault;

/** What is longer is not read at all, so that it costs nothing. In bytes. A mailbox is taken apart in slices. */
export const MAX_SIZE: Readonly<Record<FileFormat, number>> = {
  text: 2 * 1024 * 1024,
  mail: 5 * 1024 * 1024,
  page: 5 * 1024 * 1024,
  mailbox: 100 * 1024 * 1024,
};
