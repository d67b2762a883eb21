import { mailFile, mailText } from '../../intake/files/mailFile.ts';
import type { BriefingFile } from '../../intake/files/briefingFile.ts';
import { withRemark } from '../../intake/html/remark.ts';
import { splitMbox } from '../../intake/mail/splitMbox.ts';
import type { Mail, NotAMail } from '../../intake/model.ts';
import { readMail } from '../../intake/readMail.ts';
import type { FileFault } from '../../library/ports.ts';
import { type ConvertedText, MAX_SIZE } from './formats.ts';
import { cutRemark } from './remark.ts';

/* Loaded with the first mail that is met. */

/** A mail that is read where it lies. */
export async function textOfMail(bytes: Uint8Array, modified: number): Promise<ConvertedText> {
  const mail = await readToldMail(bytes);
  if (mail.kind === 'mail') return { kind: 'text', text: mailText(mail, modified) };
  // Nothing to read is no fault of a file: what is empty may be in the middle of being saved.
  return mail.reason === 'empty' ? { kind: 'text', text: '' } : faultOf(mail.reason, bytes.length);
}

/** A mail that is brought in. */
export async function fileOfMail(bytes: Uint8Array, now: number): Promise<BriefingFile | FileFault> {
  const mail = await readToldMail(bytes);
  return mail.kind === 'mail' ? mailFile(mail, now) : faultOf(mail.reason, bytes.length);
}

/** The mails of a mailbox that is brought in, one after the other. */
export async function* filesOfMailbox(
  bytes: Uint8Array,
  now: number,
): AsyncGenerator<BriefingFile | FileFault> {
  for (const message of splitMbox(bytes)) yield await fileOfMail(message, now);
}

async function readToldMail(bytes: Uint8Array): Promise<Mail | NotAMail> {
  const mail = await readMail(bytes);
  return mail.kind === 'mail' ? { ...mail, markdown: withRemark(mail, cutRemark()) } : mail;
}

function faultOf(reason: NotAMail['reason'], size: number): FileFault {
  switch (reason) {
    case 'tooLarge':
      return size > MAX_SIZE.mail ? { kind: reason, size, limit: MAX_SIZE.mail } : { kind: 'tooManyLines' };
    case 'empty':
      return { kind: 'noText' };
    case 'notAMail':
    case 'tooManyParts':
    case 'noText':
      return { kind: reason };
  }
}
