import { mailFile, mailText } from '../../intake/files/mailFile.ts';
import type { BriefingFile } from '../../intake/files/briefingFile.ts';
import { withRemark } from '../../intake/html/remark.ts';
import { splitMbox } from '../../intake/mail/splitMbox.ts';
import type { Mail, NotAMail } from '../../intake/model.ts';
import { readMail } from '../../intake/readMail.ts';
import type { FileFault } from '../../library/ports.ts';
import { type ConvertedText, MAX_SIZE } from './formats.ts';
import { truncationNote } from './truncationNote.ts';

/* This file is loaded with the first mail. */

/** Converts a mail for reading, without importing it. */
export async function textOfMail(bytes: Uint8Array, modified: number): Promise<ConvertedText> {
  const mail = await readWithNote(bytes);
  if (mail.kind === 'mail') return { kind: 'text', text: mailText(mail, modified) };
  // An empty file is not a fault: it may be in the middle of being saved.
  return mail.reason === 'empty' ? { kind: 'text', text: '' } : faultOf(mail.reason, bytes.length);
}

/** Converts a mail to a file for the inbox. */
export async function fileOfMail(bytes: Uint8Array, now: number): Promise<BriefingFile | FileFault> {
  const mail = await readWithNote(bytes);
  return mail.kind === 'mail' ? mailFile(mail, now) : faultOf(mail.reason, bytes.length);
}

/** Converts the mails of a mailbox to files for the inbox, one after the other. */
export async function* filesOfMailbox(
  bytes: Uint8Array,
  now: number,
): AsyncGenerator<BriefingFile | FileFault> {
  for (const message of splitMbox(bytes)) yield await fileOfMail(message, now);
}

async function readWithNote(bytes: Uint8Array): Promise<Mail | NotAMail> {
  const mail = await readMail(bytes);
  return mail.kind === 'mail' ? { ...mail, markdown: withRemark(mail, truncationNote()) } : mail;
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
