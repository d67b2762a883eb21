import { EMOJI } from './emoji.ts';

/** Embeddings, overrides and isolates: they turn the text around them, and no briefing needs them. */
const TURNS = '\\u202a-\\u202e\\u2066-\\u2069';
/** Left-to-right, right-to-left and Arabic letter marks. */
const DIRECTION_MARKS = '\\u200e\\u200f\\u061c';
/** Tags and the selectors of rare forms: whole sentences have been hidden in them, for machines to read. */
const PLANE_14 = '\\u{e0000}-\\u{e0fff}';
/** Whatever shows nothing of itself: what Unicode lets a font ignore, and the marks of annotations. */
const HIDDEN = '\\p{DI}\\ufff9-\\ufffb';

const RIGHT_TO_LEFT = scripts('Hebr Arab Syrc Thaa Nkoo Adlm');
/** Joiners, and selectors of a letter's form, are part of their spelling. */
const JOINED = scripts(
  'Arab Syrc Mand Nkoo Adlm Rohg Hebr Mong Phag Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Mymr Khmr Tibt',
);
/** They have no spaces between words, and say where a line may break. */
const UNSPACED = scripts('Thai Laoo Khmr Mymr Tibt');

/** A hidden character, or an emoji with those in it, that does the work it was made for. */
const AT_WORK = [
  EMOJI,
  `(?<=[${JOINED}])[\\u034f\\u180b-\\u180f\\u200c\\u200d]`,
  `(?<=[${UNSPACED}])\\u200b`,
  '(?<=[\\p{L}\\p{M}])\\u00ad(?=\\p{L})',
  '(?<=[\\p{S}\\p{ExtPict}\\p{Ideo}])[\\ufe00-\\ufe0f]',
  '(?<=\\p{Ideo})[\\u{e0100}-\\u{e01ef}]',
].join('|');

/** Those that are nothing at all at the edge of a word, like a zero-width space, and hide something only inside one. */
const FILLERS = `(?:(?![${TURNS}${DIRECTION_MARKS}${PLANE_14}])\\p{DI})+`;

const ANY_HIDDEN = new RegExp(`[${HIDDEN}]`, 'u');
const PIECES = new RegExp(`(${AT_WORK})|(${FILLERS})|([${TURNS}])\\3*|[${HIDDEN}]`, 'gu');
const DIRECTION_MARK = new RegExp(`^[${DIRECTION_MARKS}]$`, 'u');
const RIGHT_TO_LEFT_LETTER = new RegExp(`(?=\\p{L})[${RIGHT_TO_LEFT}]`, 'u');

/**
 * Makes visible what is hidden in a text, or in HTML, and could deceive the person who reads it:
 * `invoice_\u202efdp.exe` -> `invoice_[U+202E]fdp.exe`, `ad\u200bmin` -> `ad[U+200B]min`.
 *
 * Honest writing needs some of these characters, and looks as it did: the joiners and selectors of an emoji and of
 * scripts that have them (Persian, Hindi), soft hyphens between letters, breaks in Thai, direction marks in a line with
 * right-to-left letters. Fillers at the edge of a word hide nothing, and are left out: newsletters are full of them.
 */
export function escapeInvisible(text: string): string {
  return ANY_HIDDEN.test(text)
    ? text
        .split('\n')
        .map((line) => (ANY_HIDDEN.test(line) ? revealLine(line) : line))
        .join('\n')
    : text;
}

function revealLine(line: string): string {
  const isRightToLeft = RIGHT_TO_LEFT_LETTER.test(line);
  const shownAs = ([piece, atWork, fillers, turn]: RegExpExecArray, at: number) => {
    if (turn !== undefined) return codePoint(turn).repeat(piece.length);
    if (atWork !== undefined || (isRightToLeft && DIRECTION_MARK.test(piece))) return piece;
    if (fillers !== undefined && !isInWord(line, at, at + piece.length)) return '';
    return piece.length === 1 ? codePoint(piece) : piece.replace(/./gsu, codePoint);
  };
  // One by one: all at once, they would take a hundred times the room of a line that is full of them.
  const parts: string[] = [];
  let end = 0;
  for (const match of line.matchAll(PIECES)) {
    const [piece] = match;
    if (match.index > end) parts.push(line.slice(end, match.index));
    parts.push(shownAs(match, match.index));
    end = match.index + piece.length;
  }
  parts.push(line.slice(end));
  return parts.join('');
}

export function isRightToLeftLetter(character: string): boolean {
  return RIGHT_TO_LEFT_LETTER.test(character);
}

/** Whether a letter or digit stands right before and right after. */
function isInWord(line: string, from: number, to: number): boolean {
  // A character beyond the first plane is two units.
  const before = line.slice(Math.max(0, from - 2), from);
  const behind = line.slice(to, to + 2);
  return /[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(behind);
}

/** `\u202e` -> `[U+202E]`. */
function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `[U+${hex.padStart(4, '0')}]`;
}

/** Inside a character class: the letters of some scripts, and the marks that they share with others. */
function scripts(names: string): string {
  return names
    .split(' ')
    .map((name) => `\\p{scx=${name}}`)
    .join('');
}
