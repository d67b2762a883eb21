import type { BriefingFile } from '../../intake/files/briefingFile.ts';
import type { FileFormat } from '../../library/files/fileName.ts';
import type { FileFault } from '../../library/ports.ts';

/** The briefings in a file that is brought in: one, or of a mailbox one a mail; or what is wrong with each. */
export async function* briefingsIn(
  format: Exclude<FileFormat, 'text'>,
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
