import { isBlank } from '../../text/sourceText.ts';

/**
 * A field of a mail’s header, `Date: …`, `Subject: …`, or the line above it in a mailbox, `From ann@a.example Mon Mar 2
 * 09:00:00 2026`. Longer fields continue on indented lines.
 */
const FIELD =
  /^(?:from \S+@\S+ .*\d:\d\d|(?:message|date|from|to|cc|sender|reply-to|subject|message-id|in-reply-to|references|organi[sz]ation|newsgroups|keywords|summary|mime-version|content-(?:type|transfer-encoding)|x-[a-z-]{1,30}):\s*\S)/i;
/** A field whose value is on the next line. */
const EMPTY = /^(?:to|cc|message-id|in-reply-to|references):\s*$/i;
const SUBJECT = /^subject:\s*(\S.*)$/i;
/** The subject, which is the heading, and the fields that only programs need. */
const HIDDEN =
  /^(?:from \S|(?:subject|message|message-id|in-reply-to|references|mime-version|content-[a-z-]{1,30}|x-[a-z-]{1,30}):)/i;
const CONTINUES = /^\s+\S/;

/** The header of a mail in a digest. */
export interface MailHead {
  /** The first line of the header. */
  readonly from: number;
  readonly subject: string;
  /** The lines that are not shown: the subject, which the heading replaces, and what only programs need. */
  readonly lines: readonly number[];
}

/**
 * Returns the headers of the mails in a mailing list's digest, if there are at least two: `Date: …`, `From: …`,
 * `Subject: …`, below a blank line or the start of the text, and above a blank line.
 */
export function mailHeads(lines: readonly string[]): readonly MailHead[] {
  const found: MailHead[] = [];
  let at = 0;
  while (at < lines.length) {
    if (!FIELD.test(lines[at] ?? '') || !isBlank(lines[at - 1])) {
      at++;
      continue;
    }
    const from = at;
    while (isField(lines, at) || (at > from && CONTINUES.test(lines[at] ?? ''))) at++;
    const head = headAt(lines, from, at);
    if (head && isBlank(lines[at])) found.push(head);
  }
  return found.length > 1 ? found : [];
}

function isField(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return FIELD.test(line) || (EMPTY.test(line) && CONTINUES.test(lines[at + 1] ?? ''));
}

function headAt(lines: readonly string[], from: number, to: number): MailHead | undefined {
  let start = from;
  while (start < to && !SUBJECT.test(lines[start] ?? '')) start++;
  if (start === to || to - from < 2) return undefined;
  let end = start + 1;
  while (end < to && CONTINUES.test(lines[end] ?? '')) end++;
  const [, first = ''] = SUBJECT.exec(lines[start] ?? '') ?? [];
  const subject = [first, ...lines.slice(start + 1, end)].map((line) => line.trim()).join(' ');
  const hidden: number[] = [];
  let isHidden = false;
  for (let i = from; i < to; i++) {
    const line = lines[i] ?? '';
    if (!CONTINUES.test(line)) isHidden = HIDDEN.test(line);
    if (isHidden) hidden.push(i);
  }
  return { from, subject, lines: hidden };
}
