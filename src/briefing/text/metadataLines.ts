import { decodeEncodedWords } from './bytes/encodedWords.ts';
import { type MailField, mailFieldOf } from './mailFields.ts';
import { isBlank } from './sourceText.ts';

/** Metadata without a fence: the value of each key, and the first line after it. */
export interface MetadataLines {
  /** By key, in lower case. The first of several with the same key counts. */
  readonly values: ReadonlyMap<string, string>;
  readonly end: number;
}

/**
 * A key and its value: `Title: …`, `save_as: …`; of two words only such as `Published Date: …`, `Archive Number: …`, and those of
 * memos, `MEMORANDUM FOR: …`.
 */
const KEY_AND_VALUE =
  /^([A-Za-z][A-Za-z_-]{1,30}(?: (?:[Dd]ate|[Nn]umber|ID|[Tt]ype)|(?<=^[A-Z]+) (?:FOR|TO|FROM|THRU))?)::?\s*(.*)$/;

const PROPERTY = /^[A-Za-z][\w-]{1,30}::\s+\S/;
/** The names of such properties of a page; any other may be text. */
const OF_PAGE =
  /^(?:title|type|tags?|alias(?:es)?|date|created|updated|public|template|icon|status|source|author|project|area|category|parent|related|up)::/i;

/** Whether a line is a property of a page, as Logseq and Obsidian write it: `type:: journal`. */
export function isPageProperty(line: string): boolean {
  return PROPERTY.test(line) && OF_PAGE.test(line);
}

function isProperty(line: string): boolean {
  return PROPERTY.test(line);
}

/** A key of a mail's header that is not in Latin letters, `Тема: …`, or has two words, `Enviado em: …`. */
const FOREIGN_KEY = /^(\p{L}{1,20}(?: \p{L}{1,10})?) ?[:：]\s*(.*)$/u;
/** The English keys of a mail's header. */
const MAIL_KEYS = { from: 'from', sent: 'date', subject: 'subject', other: 'to' } as const;

/**
 * The line that a mailbox file has above each mail: `From ann@a.example Wed Oct 09 19:21:49 2002`, or a line of `=`.
 */
const MAILBOX_LINE = /^(?:From \S|={4,400}\s*$)/;

/** The start of each line: spaces, or the mark of a comment in reStructuredText, `.. title: …`, or of Org mode. */
const INDENT = /^(?:\.\. |#\+|[ \t]{0,8})/;
const ORG = '#+';
const COMMENTS = ['.. ', ORG];

/** Maximum number of lines that are metadata: a mail seldom has half as many headers. */
const MAX_LINES = 100;

/**
 * Reads lines of `Key: value` at the very start of a text, up to the first blank line: those of some site generators
 * (`Title: …`, `Date: …`, indented or not, or `.. title: …`), or a mail's headers (`Subject: …`, with indented
 * continuation lines, or in another language), also below the line of a mailbox file. They are metadata only if all lines are, and if there is a
 * title and another key beside it: a single line `Title: …` may be anything. `Subject: …`, `.. title: …` and
 * `type:: …` are enough alone.
 */
export function readMetadataLines(lines: readonly string[]): MetadataLines | undefined {
  const values = new Map<string, string>();
  const start = firstLine(lines);
  let last = '';
  let end = Math.max(start, 0);
  // All lines may be indented, like code, or be comments of reStructuredText.
  const indent = INDENT.exec(lines[end] ?? '')?.[0] ?? '';
  if (MAILBOX_LINE.test(lines[end] ?? '')) end++;
  for (; end < lines.length; end++) {
    if (end - start > MAX_LINES) return undefined;
    const written = (lines[end] ?? '').replace(/^\ufeff/, '').trimEnd();
    if (written === '') break;
    // Text may be right below the keywords of Org mode.
    if (!written.startsWith(indent) && indent === ORG && last !== '') break;
    if (!written.startsWith(indent)) return undefined;
    const line = written.slice(indent.length);
    const [, key, value = ''] = KEY_AND_VALUE.exec(line) ?? foreignField(line) ?? [];
    if (key !== undefined) {
      last = key.toLowerCase().replace(' ', '-');
      if (!values.has(last)) values.set(last, value);
    } else if (/^\s/.test(line) && last !== '') {
      values.set(last, `${values.get(last) ?? ''} ${line.trim()}`);
    } else {
      return undefined;
    }
  }
  for (const [key, value] of withEnglishKeys(values)) values.set(key, decodeEncodedWords(value));
  const areProperties =
    values.size > 0 && lines.slice(start, end).every(isProperty) && OF_PAGE.test(lines[start] ?? '');
  const isTitled = values.has('title') && (values.size > 1 || COMMENTS.includes(indent));
  return isTitled || areProperties || values.has('subject') || isMail(values) ? { values, end } : undefined;
}

/** The first line with words; in Org mode, comments like `# Created 2026-03-03` may be above the first keyword. */
function firstLine(lines: readonly string[]): number {
  const top = lines.slice(0, MAX_LINES);
  const first = top.findIndex((line) => !isBlank(line));
  const keyword = top.findIndex((line, i) => i >= first && !line.startsWith('# '));
  return top[keyword]?.startsWith(ORG) ? keyword : first;
}

function foreignField(line: string): readonly string[] | undefined {
  const field = FOREIGN_KEY.exec(line);
  return field?.[1] !== undefined && mailFieldOf(field[1]) ? [...field] : undefined;
}

/** Adds the English keys to a mail's header that has a subject and a sender or a date in any language. */
function withEnglishKeys(values: ReadonlyMap<string, string>): readonly [string, string][] {
  const fields = [...values].map(([key, value]) => [mailFieldOf(key.replace('-', ' ')), value] as const);
  const has = (field: MailField) => fields.some(([kind]) => kind === field);
  if (!has('subject') || !(has('from') || has('sent'))) return [...values];
  const named = fields.flatMap(([kind, value]): [string, string][] =>
    kind ? [[MAIL_KEYS[kind], value]] : [],
  );
  return [...named.filter(([key]) => !values.has(key)), ...values];
}

/**
 * Whether the headers are from a mail program: a person who writes a note with `From:` and `Date:` by hand adds no
 * `Received:`.
 */
function isMail(values: ReadonlyMap<string, string>): boolean {
  return values.has('from') && values.has('date') && (values.has('message-id') || values.has('received'));
}
