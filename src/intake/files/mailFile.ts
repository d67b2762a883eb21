import type { Mail } from '../model.ts';
import { type BriefingFile, briefingFile, briefingText } from './briefingFile.ts';
import { dayOf } from './day.ts';
import { textKey } from './writtenFile.ts';

/** A mail as a briefing. It goes by what it says: dropped twice, it is the same file. */
export function mailFile(mail: Mail, fetched: number): BriefingFile {
  const { subject, from, date, language, markdown } = mail;
  const id = `mail:${textKey(`${subject}\n${from ?? ''}\n${date ?? ''}\n${markdown}`)}`;
  const head = { title: subject, date: dayOf(date, fetched), language, source: from };
  return briefingFile({ ...head, id, fetched }, markdown);
}

/** The text of a mail that is read where it lies: it has the date that the mail has. `modified`: when it was written. */
export function mailText({ subject, from, date, language, markdown }: Mail, modified: number): string {
  const day = date === undefined ? undefined : dayOf(date, modified);
  return briefingText({ title: subject, date: day, language, source: from }, markdown);
}
