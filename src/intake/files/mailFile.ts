import type { Mail } from '../model.ts';
import { type BriefingFile, briefingFile, briefingText } from './briefingFile.ts';
import { dayOf } from './day.ts';
import { textKey } from './writtenFile.ts';

/** A mail as a briefing. It goes by what it says: dropped twice, it is the same file. */
export function mailFile(mail: Mail, fetched: number): BriefingFile {
  const head = { ...headOf(mail), date: dayOf(mail.date, fetched), fetched };
  return briefingFile(head, mail.markdown);
}

/** The text of a mail that is read where it lies: it has the date that the mail has. `modified`: when it was written. */
export function mailText(mail: Mail, modified: number): string {
  const date = mail.date === undefined ? undefined : dayOf(mail.date, modified);
  return briefingText({ ...headOf(mail), date }, mail.markdown);
}

/** By the id the parser knows that the source is a sender, and no reference. */
function headOf({ subject, from, date, language, markdown }: Mail) {
  const id = `mail:${textKey(`${subject}\n${from ?? ''}\n${date ?? ''}\n${markdown}`)}`;
  return { title: subject, language, source: from, id };
}
