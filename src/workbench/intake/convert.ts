import { formatOf } from '../../library/files/fileName.ts';
import type { ConvertedText } from './formats.ts';

/** The bytes of a file, and its modification time in ms since 1970. */
export interface WrittenBytes {
  readonly bytes: Uint8Array;
  readonly modified: number;
}

/**
 * Converts a mail, a page or a saved feed to the text of a briefing; undefined for other files, which need no conversion.
 */
export async function convert(
  name: string,
  { bytes, modified }: WrittenBytes,
): Promise<ConvertedText | undefined> {
  switch (formatOf(name)) {
    case 'mail':
      return (await import('./mail.ts')).textOfMail(bytes, modified);
    case 'page':
      return (await import('./page.ts')).textOfPage(name, bytes, modified);
    case 'feed':
      return (await import('./feed.ts')).textOfFeed(name, bytes);
    case 'mailbox':
    case 'text':
      return undefined;
  }
}
