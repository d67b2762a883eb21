import { isBetweenDashes, isMailField, opensForwardedMail } from '../../text/mailFields.ts';
import { isBlank } from '../../text/sourceText.ts';

/** The mark of a quoted line. */
const QUOTED = /^>[ \t]?/;
/** The start of front matter, which mails do not have. */
const FENCE = /^(?:---|\+{3}|\{)\s*$/;
/** Maximum number of lines above the header’s last field. */
const MAX_LINES = 12;

/** A text without the quotation marks of the mail in it. */
export interface QuotedMail {
  readonly lines: readonly string[];
  /** Its header: the first line, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * Removes the quotation marks of a mail that all lines below a remark quote, with its header, as mail programs forward
 * one as text: `FYI`, a blank line, `> From: Ann`, `>`, `> Harbour brief`, … Undefined if there is none.
 */
export function readQuotedMail(lines: readonly string[]): QuotedMail | undefined {
  const from = lines.findIndex((line) => line.startsWith('>'));
  if (from < 0 || FENCE.test(lines[0] ?? '')) return undefined;
  const isQuoted = (line: string) => isBlank(line) || line.startsWith('>');
  const quoted = lines.slice(from);
  const written = (some: readonly string[]) => some.filter((line) => !isBlank(line)).length;
  if (!quoted.every(isQuoted) || written(quoted) * 2 < written(lines)) return undefined;
  const bare = quoted.map((line) => line.replace(QUOTED, ''));
  const end = endOfHeader(bare);
  return end === undefined ? undefined : { lines: [...lines.slice(0, from), ...bare], from, to: from + end };
}

/** The first line after the header at the start of lines; undefined if there is none. */
function endOfHeader(lines: readonly string[]): number | undefined {
  const first = lines.findIndex((line) => !isBlank(line) && !isBetweenDashes(line.trim()));
  if (first < 0 || first > MAX_LINES || !isMailField(lines[first] ?? '')) return undefined;
  const near = lines.slice(first, first + MAX_LINES);
  const rest = near.findIndex((line) => !isMailField(line) && !/^\s+\S/.test(line));
  const fields = near.slice(0, Math.max(rest, 0)).filter(isMailField);
  // Below `-----Original Message-----`, one field is enough.
  const least = lines.slice(0, first).some(opensForwardedMail) ? 1 : 2;
  return fields.length >= least && isBlank(lines[first + rest]) ? first + rest : undefined;
}
