import { crc32 } from '../../base/crc32.ts';
import { type Flag, isKey, LAST_STAMP, type Mark } from './marks.ts';

/*
 * One mark is one line: `~`, the version of the format, the stamp in base 36, the kind, the key, its value, and a
 * checksum of everything before it:
 *
 *   ~1 mk3w2q1s r 4fQ9cA1x 1 0k3x9zq
 *   ~1 mk3w2q1s p B7_briefing 4fQ9cA1x 3 0.25 1a2b3c4
 *
 * All later versions keep the `~` and the version at the start and the checksum at the end, so that their lines do not
 * count as damaged. `~` is used nowhere else: if a newline was destroyed, it separates the two lines.
 */
const VERSION = 1;
const CHECKSUM_LENGTH = 7;
const TILDE = 0x7e;
const SPACE = 0x20;
const NEWLINE = 0x0a;
/** The word in a `p` line for an item that is ''. */
const NO_ITEM = '.';
/** The number of bytes that are decoded at a time: about 1,500 lines, which take 2 ms. */
const SLICE = 64 * 1024;

export interface DecodedLines {
  readonly marks: readonly Mark[];
  /** The number of damaged lines. Marks may have been recovered from them. */
  readonly damaged: number;
  /** The number of intact lines of a later version of the format. */
  readonly newer: number;
}

/** Encodes a mark as a line, with the newline at its end. */
export function encodeMark(mark: Mark): string {
  const body = `~${VERSION} ${mark.stamp.toString(36)} ${fieldsOf(mark)}`;
  const checksum = crc32(new TextEncoder().encode(body)).toString(36);
  return `${body} ${checksum.padStart(CHECKSUM_LENGTH, '0')}\n`;
}

function fieldsOf(mark: Mark): string {
  if (mark.kind !== 'place') return `${mark.kind === 'read' ? 'r' : 's'} ${mark.key} ${mark.value ? 1 : 0}`;
  const { item, number, offset } = mark.place;
  return `p ${mark.key} ${item === '' ? NO_ITEM : item} ${number} ${offset}`;
}

/** Reads all marks that can be read. The last line needs no newline at its end. */
export function decodeLines(lines: Uint8Array | string): DecodedLines {
  const bytes = typeof lines === 'string' ? new TextEncoder().encode(lines) : lines;
  const marks: Mark[] = [];
  let [damaged, newer] = [0, 0];
  const addLine = (line: Mark | 'newer' | undefined): boolean => {
    if (line === 'newer') newer++;
    else if (line) marks.push(line);
    return line !== undefined;
  };
  for (let from = 0; from < bytes.length;) {
    const end = lineEnd(bytes, from);
    if (!addLine(decodeLine(bytes, from, end))) {
      damaged++;
      for (const [start, stop] of piecesOf(bytes, from, end))
        // Retry without the last byte, which may be a damaged newline, as in `~1 … 0k3x9zqJ~1 …`.
        if (!addLine(decodeLine(bytes, start, stop))) addLine(decodeLine(bytes, start, stop - 1));
    }
    from = end + 1;
  }
  return { marks, damaged, newer };
}

/** Divides bytes at line ends into parts that are decoded quickly. */
export function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length;) {
    const to = lineEnd(bytes, from + SLICE) + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(NEWLINE, from);
  return end === -1 ? bytes.length : end;
}

function* piecesOf(bytes: Uint8Array, from: number, to: number): Generator<readonly [number, number]> {
  // Within this line only: with many damaged lines, each search would continue through all others.
  const line = bytes.subarray(from, to);
  let start = line.indexOf(TILDE);
  while (start !== -1) {
    const next = line.indexOf(TILDE, start + 1);
    yield [from + start, next === -1 ? to : from + next];
    start = next;
  }
}

function decodeLine(bytes: Uint8Array, from: number, to: number): Mark | 'newer' | undefined {
  const end = to - CHECKSUM_LENGTH - 1;
  if (end <= from || bytes[from] !== TILDE || bytes[end] !== SPACE) return undefined;
  if (base36(bytes, end + 1, to) !== crc32(bytes, from, end)) return undefined;
  const words = wordsIn(bytes, from + 1, end);
  const version = Number(words[0]);
  if (version !== VERSION) return Number.isInteger(version) && version > VERSION ? 'newer' : undefined;
  return markOf(words);
}

/** Builds each word as a separate string: a substring would keep the file's whole text in memory. */
function wordsIn(bytes: Uint8Array, from: number, to: number): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === SPACE) {
      words.push(word);
      word = '';
    } else word += String.fromCharCode(byte);
  }
  words.push(word);
  return words;
}

/** Validates the words of a line: its checksum only proves that this extension wrote it, not that it makes sense. */
function markOf([, stampWord = '', letter, key = '', ...values]: readonly string[]): Mark | undefined {
  const stamp = parseInt(stampWord, 36);
  if (!(stamp > 0 && stamp <= LAST_STAMP) || !isKey(key)) return undefined;
  if (letter === 'p') return placeMark(key, stamp, values);
  const kind: Flag | undefined = letter === 'r' ? 'read' : letter === 's' ? 'starred' : undefined;
  const [value] = values;
  return kind && (value === '0' || value === '1') ? { kind, key, value: value === '1', stamp } : undefined;
}

function placeMark(key: string, stamp: number, values: readonly string[]): Mark | undefined {
  const item = values[0] === NO_ITEM ? '' : (values[0] ?? '');
  const [number, offset] = [Number(values[1]), Number(values[2])];
  if ((item !== '' && !isKey(item)) || !Number.isInteger(number) || !(offset >= 0 && offset <= 1))
    return undefined;
  return { kind: 'place', key, place: { item, number, offset }, stamp };
}

/** Returns -1 for anything but digits and lowercase letters: `1A` is `1a` with a flipped bit. */
function base36(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x30 && byte <= 0x39) value = value * 36 + byte - 0x30;
    else if (byte >= 0x61 && byte <= 0x7a) value = value * 36 + byte - 0x61 + 10;
    else return -1;
  }
  return value;
}
