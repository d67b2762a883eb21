import { tidy } from '../../base/tidy.ts';
import { findDate } from '../../briefing/text/dates/date.ts';
import {
  anyMailField,
  isBetweenDashes,
  type MailField,
  mailFieldOf,
  namesForwarding,
} from '../../briefing/text/mailFields.ts';

/** The header block of a mail that was forwarded inline, in the lines of a Markdown text. */
export interface ForwardedBlock {
  /** Its first line, and the line after its last one. */
  readonly start: number;
  readonly end: number;
  /** The depth of the quotation that it is in. */
  readonly depth: number;
  readonly subject: string;
  readonly from: string;
  /** ISO 8601, in UTC. */
  readonly date?: string;
}

/** The fields that every block has. */
const KEYS = ['from', 'sent', 'subject'] as const;

const ANY_NAME = `(?:${anyMailField()})[ \\t\\xa0]?[:：]`;
const FIELD_START = `[> \\t]{0,20}${ANY_NAME}`;
const LONG_LINE = 45;
/** A field on a line as long as in a paragraph, directly above another field. */
const LONG_FIELD = new RegExp(
  `^(?=[^\\n]{${LONG_LINE}})([> \\t]{0,20})${ANY_NAME}[^\\n]*(?=\\n${FIELD_START})`,
  'gim',
);

/** Maximum length of a line that is examined, in UTF-16 units: names, subjects and dates are shorter. */
const MAX_LENGTH = 600;
/** A subject of at least this length may continue on the next line. */
const WRAPPED_FROM = 60;
const MAX_LINES = 400;
const EMPTY = /^[\s>|:-]*$/;

/** Inserts blank lines between long field lines, which Markdown would join into one paragraph. */
export function withFieldsApart(text: string): string {
  return text.replace(LONG_FIELD, '$&\n$1');
}

/** The header blocks in a text, in order, except in code. Linear: each line is examined only a few times. */
export function forwardedBlocks(lines: readonly string[]): readonly ForwardedBlock[] {
  const blocks: ForwardedBlock[] = [];
  let fence = '';
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const mark = /^[\s>]*(?:(?:[-+*]|\d+\.) +)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    const found = fence === '' && mark === undefined ? blockAt(lines, at) : undefined;
    if (typeof found === 'object') blocks.push(found);
    at = typeof found === 'object' ? found.end : Math.max(found ?? 0, at + 1);
  }
  return blocks;
}

/** The number of quotation marks (`>`) at the start of a line. */
export function depthOf(line: string): number {
  return /^(?: {0,3}>)*/.exec(line)?.[0].match(/>/g)?.length ?? 0;
}

/** Whether a line is blank or a rule, apart from quotation marks. */
export function isBare(line: string | undefined): boolean {
  return /^[\s>]*(?:\*\*\*)?$/.test(line ?? '');
}

/** The block that starts at a line; else the line from which to continue the search. */
function blockAt(lines: readonly string[], start: number): ForwardedBlock | number {
  if (isOpening(lines[start])) {
    let first = start + 1;
    while (first - start < 4 && isBare(lines[first])) first++;
    const found = fieldsAt(lines, first, true);
    return typeof found === 'object' ? { ...found, start } : start + 1;
  }
  const isStart = isBare(lines[start - 1]) && fieldOf(lines[start])?.kind === 'from';
  return isStart ? fieldsAt(lines, start, false) : start + 1;
}

/**
 * Reads the fields of a block, which needs a sender, a date and a subject; without an opening line, the sender comes
 * first. If it is not a block, returns the line from which to continue the search.
 */
function fieldsAt(lines: readonly string[], start: number, isOpened: boolean): ForwardedBlock | number {
  const values = new Map<string, string>();
  const depth = depthOf(lines[start] ?? '');
  let last: Field | undefined;
  let isSpaced = false;
  let at = start;
  while (at < lines.length && at - start < MAX_LINES) {
    const next = EMPTY.test(lines[at] ?? '') ? at + 1 : at;
    // Once the required fields are there, any field that follows directly belongs to the block: `Importance: High`.
    const isAny = next === at && KEYS.every((key) => values.has(key));
    const field = depthOf(lines[next] ?? '') === depth ? fieldOf(lines[next], isAny) : undefined;
    // Fields are on consecutive lines, in a paragraph each, or on long lines that were separated by `withFieldsApart`.
    const isNext = next === at || values.size === 1 || isSpaced || (lines[at - 1] ?? '').length >= LONG_LINE;
    if (field && isNext && !values.has(field.key)) {
      if (values.size === 1) isSpaced = next > at;
      values.set(field.key, field.value);
      last = field;
      at = next + 1;
    } else if (!field && last && next === at && continuesField(lines, at, last)) {
      if (last.kind !== 'other')
        values.set(last.key, `${values.get(last.key) ?? ''} ${plainTextOf(lines[at])}`);
      at++;
    } else break;
  }
  const { from = '', sent = '', subject } = Object.fromEntries(values);
  const isBlock = /[\p{L}\d]/u.test(from) && /\d/.test(sent) && subject !== undefined;
  if (!isBlock || !(isOpened || values.keys().next().value === 'from')) return Math.max(at, start + 1);
  const date = dateOf(tidy(sent).slice(0, 100));
  return {
    ...{ start, end: at, depth, subject: tidy(subject), from: nameIn(from) },
    ...(date !== undefined && { date }),
  };
}

interface Field {
  readonly kind: MailField;
  /** Unique in a block. */
  readonly key: string;
  readonly value: string;
}

function fieldOf(line: string | undefined, isAny = false): Field | undefined {
  if (line === undefined || !/[:：]|&#58;/.test(line.slice(0, 80))) return undefined;
  const [, name = '', value = ''] = /^([\p{L}'’ -]{1,24}?)\s?[:：]\s*(.*)$/u.exec(plainTextOf(line)) ?? [];
  const key = name.toLowerCase();
  const kind = mailFieldOf(key) ?? (isAny && key !== '' && !value.startsWith('//') ? 'other' : undefined);
  return kind && { kind, key: kind === 'other' ? key : kind, value };
}

/** Whether a line that is not a field continues the field above it. */
function continuesField(lines: readonly string[], at: number, { kind, value }: Field): boolean {
  const line = lines[at] ?? '';
  const below = lines[at + 1];
  if (isOpening(line)) return false;
  if (kind === 'other' && (line.includes('@') || /[,;]$/.test(plainTextOf(lines[at - 1])))) return true;
  return !!fieldOf(below) || (kind === 'subject' && value.length >= WRAPPED_FROM && isBare(below));
}

function isOpening(line = ''): boolean {
  if (line.length > 200 || (!/--|[–—]{2}|&#45;/.test(line) && !namesForwarding(line))) return false;
  const text = plainTextOf(line);
  const isNamed = /[:：]$/.test(text) || line.includes('# ');
  return text.length <= 80 && (isBetweenDashes(text) || (isNamed && namesForwarding(text)));
}

/** The text of a line without Markdown markup; of links, only their words. */
function plainTextOf(line = ''): string {
  return line
    .slice(0, MAX_LENGTH)
    .replace(/^[\s>]*(?:#{1,6} )?/, '')
    .replace(/(?<!\\)\[((?:[^[\]\\]|\\.)*)\]\(<[^<>]*>\)/g, '$1')
    .replace(/<\/?(?:b|i|em|strong)>/g, '')
    .replace(/(?<!\\)[*|]+|\\$/g, ' ')
    .replace(/&#(\d{2,3});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}

/** `"Harbour Weekly" <news@harbour.example>` -> `Harbour Weekly`; an address alone is used as the name. */
function nameIn(from: string): string {
  const words = tidy(from.replace(/[<>[\]()]|mailto:/g, ' ')).split(' ');
  const address = words.findIndex((word) => word.includes('@'));
  const name = words.slice(0, address < 0 ? undefined : Math.max(address, 1)).join(' ');
  return name.replace(/^["'“„«]+|["'”“»;,]+$/g, '').trim();
}

/**
 * The day as written, without time zone, which few name. `3/4/2026 7:00 AM` is ambiguous: it may be in March or April.
 */
function dateOf(sent: string): string | undefined {
  const day = /\d\/\d.*\d ?[ap]m/i.test(sent) ? undefined : findDate(sent);
  return day && `${day}T00:00:00.000Z`;
}
