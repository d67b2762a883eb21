import type { Mail } from '../model.ts';
import { type BriefingFile, briefingFile, briefingText } from './briefingFile.ts';
import { entryDay } from './day.ts';
import { textKey } from './writtenFile.ts';

/** A mail as a briefing file. The id comes from the content, so a mail that is dropped twice becomes the same file. */
export function mailFile(mail: Mail, fetched: number): BriefingFile {
  const head = { ...headOf(mail), date: entryDay(mail.date, fetched), fetched };
  return briefingFile(head, mail.markdown);
}

/** The text of a mail read in place, dated only if the mail is. `modified`: its file's time, in ms since 1970. */
export function mailText(mail: Mail, modified: number): string {
  const date = mail.date === undefined ? undefined : entryDay(mail.date, modified);
  return briefingText({ ...headOf(mail), date }, mail.markdown);
}

/** The prefix of the id tells the parser that the source is a sender, not a reference. */
function headOf({ subject, from, date, language, markdown }: Mail) {
  const id = `mail:${textKey(`${subject}\n${from ?? ''}\n${date ?? ''}\n${markdown}`)}`;
  return { title: subject, language, source: from, id };
}
