import { compareStrings } from '../../base/compareStrings.ts';
import { isRecord } from '../../base/isRecord.ts';
import { type FlagMark, isKey, LAST_STAMP, type Mark } from './marks.ts';
import { decodeLines, encodeMark } from './markLines.ts';

/**
 * Marks as a value for Settings Sync, whose size is limited. For each mark, `marks` has a sign, the key, and by how
 * much the stamp is less than that of the mark before, in base 36; for the first one, its stamp with a minus:
 *
 *   *4fQ9cA1x,-mk3w2q1s+B7ab99cd,2s+C0ab99ce,1f
 */
export interface SyncedMarks {
  readonly version: 1;
  readonly marks: string;
}

const EMPTY = JSON.stringify({ version: 1, marks: '' } satisfies SyncedMarks).length;

const ENTRY = /([*/+.])([\w-]+),(-?[0-9a-z]+)/y;

/** The signs of set and removed stars, and of read and unread items. */
const SIGNS = ['*', '/', '+', '.'] as const;
type Sign = (typeof SIGNS)[number];

/**
 * Encodes as many marks as fit into `limit` bytes of JSON, the most important first: stars, then removed stars, then
 * the latest changes of read or unread. Places are synced separately: see {@link encodePlaces}.
 */
export function encodeMarks(marks: Iterable<Mark>, limit: number): SyncedMarks {
  const sorted = [...marks].filter((mark) => mark.kind !== 'place').sort(byImportance);
  const entries: string[] = [];
  let [room, before] = [limit - EMPTY, 0];
  for (const mark of sorted) {
    const entry = `${signOf(mark)}${mark.key},${(before - mark.stamp).toString(36)}`;
    room -= entry.length;
    if (room < 0) break;
    entries.push(entry);
    before = mark.stamp;
  }
  return { version: 1, marks: entries.join('') };
}

/** Decodes the marks of an untrusted value, up to where it is malformed. */
export function decodeMarks(value: unknown): Mark[] {
  const text = encodedMarksIn(value);
  const marks: Mark[] = [];
  const entries = new RegExp(ENTRY);
  let stamp = 0;
  for (let entry = entries.exec(text); entry; entry = entries.exec(text)) {
    const [, sign, key = '', difference = ''] = entry;
    stamp -= parseInt(difference, 36);
    if (!isKey(key) || !(stamp > 0 && stamp <= LAST_STAMP)) break;
    const kind = sign === '*' || sign === '/' ? 'starred' : 'read';
    marks.push({ kind, key, value: sign === '*' || sign === '+', stamp });
  }
  return marks;
}

function encodedMarksIn(value: unknown): string {
  if (!isRecord(value)) return '';
  const { version, marks } = value;
  return version === 1 && typeof marks === 'string' ? marks : '';
}

function byImportance(one: FlagMark, other: FlagMark): number {
  return rank(one) - rank(other) || other.stamp - one.stamp || compareStrings(one.key, other.key);
}

/** Read and unread have the same rank: their order is by time only. */
function rank(mark: FlagMark): number {
  return Math.min(SIGNS.indexOf(signOf(mark)), 2);
}

function signOf({ kind, value }: FlagMark): Sign {
  if (kind === 'starred') return value ? '*' : '/';
  return value ? '+' : '.';
}

/** The latest places for Settings Sync, the latest first: lines as in the log's files, `limit` bytes at most. */
export function encodePlaces(marks: Iterable<Mark>, limit: number): string {
  const places = [...marks].filter(({ kind }) => kind === 'place').sort((a, b) => b.stamp - a.stamp);
  let text = '';
  for (const place of places) {
    // Lines are ASCII: each character is one byte.
    const line = encodeMark(place);
    if (text.length + line.length > limit) break;
    text += line;
  }
  return text;
}

/** Decodes the places of an untrusted value; malformed lines are skipped. */
export function decodePlaces(value: unknown): readonly Mark[] {
  return typeof value === 'string' ? decodeLines(value).marks.filter(({ kind }) => kind === 'place') : [];
}
