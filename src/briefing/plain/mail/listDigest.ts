import { findDate } from '../../text/dates/date.ts';
import { isBlank } from '../../text/sourceText.ts';
import { mailHeads } from './mailHeads.ts';

/** What the program of a mailing list writes around the mails of a digest (RFC 1153). */
export interface ListDigest {
  /** The date is that of the first mail. */
  readonly metadata: { readonly title: string; readonly dateGenerated?: string };
  /** The lines that say how to write to the list, at its start and its end, and the line with the title. */
  readonly hidden: ReadonlySet<number>;
}

/** The last line but for a row of stars. */
const END = /^End of (\S.{2,120}\bDigest\b[^*]{0,80})$/i;
const STARS = /^\*{10,200}\s*$/;
const FOOTER = /^Subject: Digest Footer\s*$/i;
/** The address to which a list's members write what the program is to do: `harbour-request@a.example`. */
const REQUESTS = /-request@\S/;
const TOPICS = /^\S[^.!?]{2,40}:\s*$/;
const NUMBERED = /^\s{1,6}1\.\s+\S/;
const RULE = /^-{30,200}\s*$/;
/** Maximum number of lines above the mails that say how to write to the list. */
const PREAMBLE = 40;
/** Maximum number of lines of the footer. */
const FOOTER_LINES = 20;

/**
 * Returns what is around the mails of a list's digest, which begins with how to write to the list, and ends with
 * `End of Harbour Digest, Vol 3, Issue 12`; undefined for any other text.
 */
export function readListDigest(lines: readonly string[]): ListDigest | undefined {
  const last = lines.findLastIndex((line) => !isBlank(line) && !STARS.test(line));
  const title = END.exec((lines[last] ?? '').trim())?.[1]?.trim();
  if (title === undefined) return undefined;
  const start = endOfPreamble(lines);
  const [first] = mailHeads(lines);
  // An editor's own first line is a better title, and may have the day.
  if (start === 0 || !first) return undefined;
  const footer = lines.findLastIndex((line) => FOOTER.test(line));
  // Elsewhere, a mail quotes it.
  const end = footer >= last - FOOTER_LINES && footer >= 0 ? footer : last;
  const hidden = new Set(lines.slice(end).map((_, i) => end + i));
  for (let i = 0; i < start; i++) hidden.add(i);
  const day = findDate(lines.slice(first.from).find((line) => /^date:/i.test(line)) ?? '');
  return { metadata: { title, ...(day !== undefined && { dateGenerated: day }) }, hidden };
}

/**
 * The first line below what says how to write to the list: the name of the table of contents, or a rule; 0 if nothing
 * says so.
 */
function endOfPreamble(lines: readonly string[]): number {
  const above = lines.slice(0, PREAMBLE);
  const rule = above.findIndex((line) => RULE.test(line));
  const topics = above.findIndex((line, i) => TOPICS.test(line) && NUMBERED.test(lines[i + 2] ?? ''));
  const end = topics < 0 ? rule : topics;
  return end > 0 && above.slice(0, end).some((line) => REQUESTS.test(line)) ? end : 0;
}
