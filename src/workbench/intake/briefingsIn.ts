import type { BriefingFile } from '../../intake/files/briefingFile.ts';
import type { FileFormat } from '../../library/files/fileName.ts';
import type { FileFault } from '../../library/ports.ts';

/** The formats that are converted when they are imported. */
export type ImportedFormat = Exclude<FileFormat, 'text' | 'feed'>;

/**
 * Returns the briefings in a file that is imported: one, or for a mailbox one per mail; or instead what is wrong with
 * it.
 */
export async function* briefingsIn(
  format: ImportedFormat,
  name: string,
  bytes: Uint8Array,
  now: number,
): AsyncGenerator<BriefingFile | FileFault> {
  switch (format) {
    case 'mail':
      yield (await import('./mail.ts')).fileOfMail(bytes, now);
      return;
    case 'page':
      yield (await import('./page.ts')).fileOfPage(name, bytes, now);
      return;
    case 'mailbox':
      yield* (await import('./mail.ts')).filesOfMailbox(bytes, now);
  }
}
