import { decodeEncodedWords } from './bytes/encodedWords.ts';

/** Unfenced metadata: what each key says, and the first line after it. */
export interface MetadataLines {
  /** By its key in lower case; the first of several counts. */
  readonly values: ReadonlyMap<string, string>;
  readonly end: number;
}

/** `Title: …`, and of two words only such as `Published Date: …`, `Archive Number: …`. */
const KEY_AND_VALUE = /^([A-Za-z][A-Za-z-]{1,30}(?: (?:[Dd]ate|[Nn]umber|ID|[Tt]ype))?):\s*(.*)$/;

/** What a mailbox file puts above each mail: `From ann@a.example Wed Oct 09 19:21:49 2002`, or a line of `=`. */
const MAILBOX_LINE = /^(?:From \S|={4,400}\s*$)/;

/** More lines than this are not metadata: a mail seldom has half as many headers. */
const MAX_LINES = 100;

/**
 * Reads lines of `Key: value` at the very start of a text, up to the first blank line: those that some site generators
 * take (`Title: …`, `Date: …`, indented or not), and a mail's headers (`Subject: …`, whose lines may go on below, indented). They are
 * metadata only all together, below a mailbox's own line or not, and where one of them is the title and another stands
 * beside it: a single line `Title: …` may be anything, but for `Subject: …`. A mail may have none.
 */
export function readMetadataLines(lines: readonly string[]): MetadataLines | undefined {
  const values = new Map<string, string>();
  const start = lines.slice(0, MAX_LINES).findIndex((line) => line.trim() !== '');
  let last = '';
  let end = Math.max(start, 0);
  // All of them may be indented, as code is.
  const indent = /^[ \t]{0,8}/.exec(lines[end] ?? '')?.[0] ?? '';
  if (MAILBOX_LINE.test(lines[end] ?? '')) end++;
  for (; end < lines.length; end++) {
    if (end - start > MAX_LINES) return undefined;
    const written = (lines[end] ?? '').replace(/^\ufeff/, '').trimEnd();
    if (written === '') break;
    if (!written.startsWith(indent)) return undefined;
    const line = written.slice(indent.length);
    const [, key, value = ''] = KEY_AND_VALUE.exec(line) ?? [];
    if (key !== undefined) {
      last = key.toLowerCase().replace(' ', '-');
      if (!values.has(last)) values.set(last, value);
    } else if (/^\s/.test(line) && last !== '') {
      values.set(last, `${values.get(last) ?? ''} ${line.trim()}`);
    } else {
      return undefined;
    }
  }
  for (const [key, value] of values) values.set(key, decodeEncodedWords(value));
  const isTitled = values.has('title') && values.size > 1;
  return isTitled || values.has('subject') || isMail(values) ? { values, end } : undefined;
}

/** What only the programs on a mail’s way write stands above it: who sends a note writes its subject. */
function isMail(values: ReadonlyMap<string, string>): boolean {
  return values.has('from') && values.has('date') && (values.has('message-id') || values.has('received'));
}
