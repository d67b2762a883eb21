import { EMOJI } from './emoji.ts';
import { lazy } from './lazy.ts';

/** Embeddings, overrides and isolates, which change the text's direction. */
const TURNS = '\\u202a-\\u202e\\u2066-\\u2069';
/** All of them but overrides. Programs put them around names and addresses in right-to-left text. */
const AROUND_WORDS = /[^\u202d\u202e]/;
/** Left-to-right, right-to-left and Arabic letter marks. */
const DIRECTION_MARKS = '\\u200e\\u200f\\u061c';
/** Tags and the selectors of rare glyphs: whole sentences have been hidden in them for machines to read. */
const PLANE_14 = '\\u{e0000}-\\u{e0fff}';
/** All invisible characters: those that fonts may ignore (Default_Ignorable), and annotation marks. */
export const HIDDEN = '\\p{DI}\\ufff9-\\ufffb';

const RIGHT_TO_LEFT = 'Hebr Arab Syrc Thaa Nkoo Adlm';
/** Scripts whose spelling uses joiners and selectors of letter forms. */
const JOINED = scripts(
  'Arab Syrc Mand Nkoo Adlm Rohg Hebr Mong Phag Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mymr Khmr Tibt',
);
/** Scripts without spaces between words, in which an invisible character marks where a line may break. */
const WITH_BREAK_MARKS = scripts('Thai Laoo Khmr Mymr Tibt');

/** Legitimate invisible characters, including those inside emoji. */
export const LEGITIMATE = [
  EMOJI,
  `(?<=[${JOINED}])[\\u034f\\u180b-\\u180f\\u200c\\u200d]`,
  `(?<=[${WITH_BREAK_MARKS}])\\u200b`,
  '(?<=[\\p{L}\\p{M}])\\u00ad(?=\\p{L})',
  '(?<=[\\p{S}\\p{ExtPict}\\p{Ideo}])[\\ufe00-\\ufe0f]',
  '(?<=\\p{Ideo})[\\u{e0100}-\\u{e01ef}]',
].join('|');

/** Characters such as a zero-width space, which are harmless at the edge of a word and deceptive inside one. */
const ZERO_WIDTH = `(?:(?![${TURNS}${DIRECTION_MARKS}${PLANE_14}])\\p{DI})+`;

const ANY_HIDDEN = new RegExp(`[${HIDDEN}]`, 'u');
const PIECES = `(${LEGITIMATE})|(${ZERO_WIDTH})|([${TURNS}])\\3*|[${HIDDEN}]`;
const EMOJI_STARTS = '\\p{ExtPict}\\p{RI}0-9#*';
const MAY_BE_EMOJI = /[\p{ExtPict}\p{RI}\u20e3]/u;
const DIRECTION_MARK = new RegExp(`^[${DIRECTION_MARKS}]$`, 'u');
const SOFT_HYPHEN = '\u00ad';
const rightToLeftLetter = lazy(() => new RegExp(`(?=\\p{L})[${scripts(RIGHT_TO_LEFT)}]`, 'u'));

/**
 * Makes hidden characters in a text or in HTML visible if they could deceive the reader:
 * `invoice_\u202efdp.exe` -> `invoice_[U+202E]fdp.exe`, `ad\u200bmin` -> `ad[U+200B]min`.
 *
 * Legitimate uses of these characters are not changed: joiners and selectors in emoji and in scripts that have them
 * (Persian, Hindi), soft hyphens between letters, breaks in Thai, direction marks in a line with right-to-left letters.
 * Zero-width characters at the edge of a word hide nothing, and are removed: newsletters are full of them. So are
 * embeddings and isolates in a line with right-to-left letters.
 */
export function escapeInvisible(text: string): string {
  return ANY_HIDDEN.test(text)
    ? text
        .split('\n')
        .map((line) => (ANY_HIDDEN.test(line) ? escapeLine(line) : line))
        .join('\n')
    : text;
}

function escapeLine(line: string): string {
  const isRightToLeft = rightToLeftLetter().test(line);
  const cache = new Map<string, string>();
  /** The fast path: between ASCII letters or digits, only a direction mark can be legitimate. */
  const escaped = (character: string) => {
    const shown =
      cache.get(character) ??
      (isRightToLeft && DIRECTION_MARK.test(character) ? character : codePoint(character));
    cache.set(character, shown);
    return shown;
  };
  // An emoji begins before the hidden characters in it.
  const hasEmoji = MAY_BE_EMOJI.test(line);
  const starts = new RegExp(`[${hasEmoji ? EMOJI_STARTS : ''}${HIDDEN}]`, 'gu');
  const pieces = new RegExp(PIECES, 'yu');
  // One match at a time: all at once take a hundred times the memory of a line that is full of them.
  const parts: string[] = [];
  let end = 0;
  while (starts.test(line)) {
    const last = starts.lastIndex;
    const at = /[\udc00-\udfff]/.test(line.charAt(last - 1)) ? last - 2 : last - 1;
    const character = line.slice(at, last);
    if (!hasEmoji && character !== SOFT_HYPHEN && isBetweenAscii(line, at, last)) {
      parts.push(line.slice(end, at), escaped(character));
      end = last;
      continue;
    }
    pieces.lastIndex = at;
    const found = pieces.exec(line);
    if (!found) continue;
    if (at > end) parts.push(line.slice(end, at));
    parts.push(escapePiece(found, isRightToLeft));
    end = starts.lastIndex = at + found[0].length;
  }
  parts.push(line.slice(end));
  return parts.join('');
}

/** The text to show for a match of {@link PIECES}. */
function escapePiece(found: RegExpExecArray, isRightToLeft: boolean): string {
  const [piece, legitimate, zeroWidth, turn] = found;
  if (legitimate !== undefined || (isRightToLeft && DIRECTION_MARK.test(piece))) return piece;
  const mayBeLeftOut =
    zeroWidth !== undefined || (turn !== undefined && isRightToLeft && AROUND_WORDS.test(turn));
  if (mayBeLeftOut && !isInWord(found.input, found.index, found.index + piece.length)) return '';
  if (turn !== undefined) return codePoint(turn).repeat(piece.length);
  return piece.length === 1 ? codePoint(piece) : piece.replace(/./gsu, codePoint);
}

export function isRightToLeftLetter(character: string): boolean {
  return rightToLeftLetter().test(character);
}

/** Whether there is an ASCII letter or digit right before `from` and at `to`. */
function isBetweenAscii(line: string, from: number, to: number): boolean {
  return isAsciiWord(line.charCodeAt(from - 1)) && isAsciiWord(line.charCodeAt(to));
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

/** Whether there is a letter or digit right before `from` and at `to`. */
function isInWord(line: string, from: number, to: number): boolean {
  // A character beyond the first plane is two UTF-16 units.
  const before = line.slice(Math.max(0, from - 2), from);
  const after = line.slice(to, to + 2);
  return /[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
}

/** `\u202e` -> `[U+202E]`. */
function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `[U+${hex.padStart(4, '0')}]`;
}

/** For use inside a character class: the letters of some scripts, and the marks that they share with others. */
function scripts(names: string): string {
  return names
    .split(' ')
    .map((name) => `\\p{scx=${name}}`)
    .join('');
}
