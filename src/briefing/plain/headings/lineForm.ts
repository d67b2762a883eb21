import { sumOf } from '../../../base/sumOf.ts';
import { bulletinHead } from '../../text/bulletins.ts';
import { saysHowMade } from '../../text/colophon.ts';
import { itemOf } from '../../text/bullets/listMarks.ts';
import { FIGURES, POINTERS } from '../../text/bullets/marks.ts';
import { opensSources } from '../../text/sourceLabels.ts';
import { urlOfBareDomain } from '../../text/links/safeUrl.ts';
import { saysNoNews } from '../../text/noNews.ts';
import { isFileName } from '../../text/title.ts';
import { namesPart, labelOfField } from '../../text/partLabels.ts';
import { isByline } from '../../text/people.ts';
import { kindOfTitle } from '../../text/vocabulary.ts';
import { endsAsNoTitle } from '../../text/sentences.ts';

/**
 * How a possible heading is written: as a section's known name, in bold, with something drawn around it, in capitals,
 * with a colon at its end, or bare.
 */
export type Form = 'named' | 'bold' | 'drawn' | 'capitals' | 'colon' | 'bare';

const HEADING_LENGTH = 80;
/** At most twelve words. */
const HEADING_WORDS = /^\S+(?:\s+\S+){0,11}$/;
const MARKED_LENGTH = 120;
const COLON = /[:：]$/;

/** `**A**`, `__A:__`, `**A**:`, `<b>A</b>`, `🚢 **A**`, `➤ **A**`, alone on its line; not `*** A ***`, which is drawn. */
const BOLD_LINE = new RegExp(
  String.raw`^ {0,3}(?:[\p{Extended_Pictographic}\p{RI}${FIGURES}▌▍█${POINTERS}][^\p{L}\p{N}\s*_<]{0,6}\s)?(?:(\*\*|__)(?=[*_]?[^\s*_])((?:(?!\1).){1,120})\1[*_]?|<(b|strong)>[^<>]{1,120}<\/\3>)\s*(?:[:：]\s*)?$`,
  'iu',
);
/**
 * The marks that an author draws around a heading: `*** A ***`, `=== A ===`, `.:: A ::.`, `=  [ A ]  =`, `** A **`,
 * `>> A <<`, `[-- A --]`.
 */
const DRAWN = /^(\[?[*=~#.:|_+<>═━─-]+[\s[\]]*)(.*?[\p{L}\p{N}].*?)([\s[\]]*[*=~#.:|_+<>═━─-]+\]?)$/u;
/** What a mail program writes about attachments: `[-- End of signed data --]`; and figures, `[== 50% ==]`. */
const ATTACHED = /^(?:attachment|type|begin|end of|the following|\P{L}*$)/iu;
const ENDS_WITH_MARK = /[*=~#.:|_+<>═━─-]\]?$/;
/** `>F E R R I E S<` */
const POINTED_AT = /^>\s*([^<>]{2,120}[^<>\s])\s*<$/;
/** `【Ferries】`: the brackets stay. */
const BRACKETED = /^【[^【】]{1,80}】$/;
/** A cheap first check: most lines begin with a letter. */
const BEGINS_WITH_MARK = /^[^\p{L}\p{N}]/u;
/** At least 13 small letters: a line of 120 characters with so many is not in capitals. */
const SMALL_WORDS = /(?:[a-z][^a-z]*){13}/;
/** At least four capitals, as a line in capitals has. */
const SOME_CAPITALS = /(?:\p{Lu}\P{Lu}*){4}/u;
/** A line of a table drawn in columns: `The old bridge     [12][b.txt]  64`. */
const COLUMNS = /\S\s{3,}\S|\]\s*[\d[]/;
/** The hashtags of a post: `#Ferries #Tugs`. */
const HASHTAGS = /^#\S+(?:\s+#\S+)*$/;
/** `Copyright (c) 2026 Ann`, `© Harbour Office 2026`, and not `Copyright law of 2026`. */
const COPYRIGHT = /^(?:copyright\s*)?(?:©|\(c\)).{0,20}\d{4}|^copyright\s+(?:by\s+)?\d{4}/iu;
/** A quotation, and who said it: `Quote of the day: "No hurry." -- Ann`. Without a name, it may be a headline. */
const QUOTED = /[.!?…]["”“»’]\s*(?:--|[–—―-])\s*\p{Lu}/u;

/** A company, or a time in capitals, whose full stop ends no sentence: `Harbour Boats Inc.`, `MEETING AT 8 P.M.` */
const ABBREVIATED = /^(?:(?:\p{Lu}\S* ){1,5}(?:Inc|Ltd|Corp|Co)|\P{Ll}+[AP]\.M)\.$/u;

/**
 * A row of data, `2026-03-03 | FERRY | 9 | 4`, `2 stories · 9 sources · 4 new`, or a rule in an old code page,
 * `ÄÄÄÄÄÄÄÄÄÄ`.
 */
const NO_WORDS = /(?:\S \| .*){3}|^(?=.*\d)(?:.*\S · ){2}|^([^ -~])\1{9,}$/u;
/** A cheap first check, which most lines fail. */
const MAY_HAVE_NO_WORDS = /[|·]|^[^ -~]/;

/** Returns the form of a line without indentation; undefined if it cannot be a heading. `inCapitals`: all lines are. */
export function formOf(text: string, inCapitals = false): Form | undefined {
  const words = headingText(text);
  if (kindOfTitle(words) !== 'prose') return 'named';
  if (MAY_HAVE_NO_WORDS.test(text) && NO_WORDS.test(text)) return undefined;
  const isMarked =
    words.length <= MARKED_LENGTH && (!endsAsNoTitle(words.slice(-2)) || ABBREVIATED.test(words));
  if (isMarked && isBoldLine(text)) return 'bold';
  if (isMarked && !inCapitals && isCapitals(words)) return 'capitals';
  if (isMarked && isDrawn(text)) return 'drawn';
  if (!couldHead(text) || isLabelledPart(text) || isByline(text) || COPYRIGHT.test(text)) return undefined;
  // Few lines come as far as this: these two forms take time.
  if (saysHowMade(text) || saysNoNews(text.replace(/^-/, ''))) return undefined;
  return endsInColon(text) ? 'colon' : 'bare';
}

/** Whether a line is a part of a story: `Date: 3 March`, `Source: Harbour Office`. */
function isLabelledPart(text: string): boolean {
  const label = labelOfField(text);
  return label !== undefined && namesPart(label);
}

/** Letters that are drawn wide, at the start of a line: `N E W S`. */
const WIDE = /^\p{Lu}(?: {1,3}\p{Lu}){3}(?: |$)/u;
const WIDE_WORD = /(?<!\S)\p{Lu}(?: \p{Lu}(?!\S))+/gu;
/**
 * Maximum length of such a word: in a longer one, the spaces between words are no wider than those inside. In UTF-16
 * units.
 */
const MAX_WIDE_LENGTH = 27;

/** `N E W S   O F   T H E   D A Y` -> `NEWS OF THE DAY`. Any other line is returned as it is. */
function withoutGaps(text: string): string {
  const words = WIDE.test(text) ? (text.match(WIDE_WORD) ?? []) : [];
  if (words.length === 0 || words.some(({ length }) => length > MAX_WIDE_LENGTH)) return text;
  return text.replace(WIDE_WORD, (word) => word.replaceAll(' ', '')).replace(/ {2,}/g, ' ');
}

/** Returns the words of a line without the marks that are drawn around, before or between them. */
export function headingText(written: string): string {
  // A program has written a line break: `FERRIES\`.
  return withoutGaps(wordsOf(written.endsWith('\\') ? written.slice(0, -1) : written));
}

function wordsOf(written: string): string {
  const text = written.endsWith('----') || written.endsWith('====') ? withoutRule(written) : written;
  if (!BEGINS_WITH_MARK.test(text)) return text;
  return (
    drawnWords(text) ??
    POINTED_AT.exec(text)?.[1] ??
    text.replace(
      /^(?:\*\s+(?=\S)|(?:[*=~|>]+|-{2,})\s*(?=[\p{L}\p{N}\p{Pi}\p{Extended_Pictographic}("“])(?![^*]*\*))/u,
      '',
    )
  );
}

/** `Ferries:-----`, `Ferries ------`: a rule fills the rest of the line. */
function withoutRule(text: string): string {
  let end = text.length;
  while (text[end - 1] === text.at(-1)) end--;
  return BEGINS_WITH_MARK.test(text) ? text : text.slice(0, end).trimEnd();
}

export function isBoldLine(line: string): boolean {
  return BOLD_LINE.test(line);
}

/** Whether a line is in bold as in a chat message: `*Ferries:*`. */
export function isStressedHead(text: string): boolean {
  return /^([*_])(?=\S)[^*_]{1,60}[:：]\1$/.test(text);
}

export function endsInColon(text: string): boolean {
  return COLON.test(text);
}

/** Whether all longer words begin with a capital: `Request for Assistance:`. */
export function readsAsTitle(text: string): boolean {
  return text.split(/\s+/).every((word) => word.length < 4 || !/^\p{Ll}/u.test(word));
}

/**
 * Whether a first line is marked as a title: `*A*`, `=== A ===`, `= A`. For other headings, such marks are not
 * enough.
 */
export function isDrawnOrEmphasised(text: string): boolean {
  return /^([*_])[^*_]+\1$|^=\s+[\p{L}\p{N}]/u.test(text) || drawnWords(text) !== undefined;
}

/** Whether something is drawn around a line: `=== A ===`, `【A】`. */
export function isDrawn(text: string): boolean {
  return drawnWords(text) !== undefined || BRACKETED.test(text);
}

/** Returns the words of a heading that its author has drawn something around. */
function drawnWords(text: string): string | undefined {
  if (!BEGINS_WITH_MARK.test(text)) return undefined;
  const part = bulletinHead(text);
  if (part !== undefined) return part;
  // `**A** or **B**`: the marks are in the words, not around them.
  if ((text.match(/\*\*|__/g)?.length ?? 0) > 2) return undefined;
  if (/^--(?=["'(\p{Lu}])/u.test(text)) return text.slice(2).replace(/-+$/, '').trim();
  const start = text.slice(0, MARKED_LENGTH * 2);
  if (!ENDS_WITH_MARK.test(start)) return undefined;
  const [, before = '', words = '', after = ''] = DRAWN.exec(start) ?? [];
  // `- or -` separates two lines, and dots at the end alone only trail off: `**Ann:** Wait...`
  const trailsOff = /^\.+$/.test(after) && !before.includes('.');
  // `---- Ferries --->` points to something.
  const points = /[<>]/.test(before) !== /[<>]/.test(after);
  const isBracketed = before.startsWith('[');
  const drawn =
    before.length >= 2 &&
    after.length >= 2 &&
    words !== '' &&
    isBracketed === after.endsWith(']') &&
    !(isBracketed && ATTACHED.test(words)) &&
    !/^[-#]$/.test(before.trim()) &&
    !trailsOff &&
    !points;
  return drawn ? words.trim() : undefined;
}

/** Whether nine of ten letters are capitals: `FERRY TIMES`, `FERRY (A/b) TIMES:`. */
export function isCapitals(text: string): boolean {
  if (SMALL_WORDS.test(text) || !SOME_CAPITALS.test(text)) return false;
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const others = text.match(/\p{Lo}/gu)?.length ?? 0;
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  return (
    capitals >= 4 &&
    others <= capitals &&
    (letters.length - capitals) * 9 <= capitals &&
    lettersOfCodes(text) * 2 <= letters.length &&
    urlOfBareDomain(text) === undefined
  );
}

/** Number of letters right beside a digit, as in a fingerprint or a call sign: `AB1JG K1YW`, `0FAA 4B08`. */
function lettersOfCodes(text: string): number {
  const codes = text.match(/[\p{L}\p{N}]+/gu)?.filter((word) => /\d/.test(word)) ?? [];
  return codes.join('').replace(/\P{L}/gu, '').length;
}

/**
 * Whether four of five letters are capitals, as in bulletins and telegrams: the capitals of a single line mean
 * nothing then.
 */
export function areInCapitals(lines: readonly string[]): boolean {
  let more = 0;
  let left = sumOf(lines, ({ length }) => length);
  for (const line of lines) {
    more += surplusOf(line);
    left -= line.length;
    // Most texts are decided by their first lines: even if all the rest were capitals, they would be too few.
    if (more + left <= 0) return false;
  }
  return more > 0;
}

/** What the capitals of a line are more than four of five letters, times five; negative if they are fewer. */
function surplusOf(line: string): number {
  let surplus = 0;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    // Only ASCII is counted without a regular expression, which takes ten times as long.
    if (unit > 127)
      return 5 * (line.match(/\p{Lu}/gu)?.length ?? 0) - 4 * (line.match(/\p{L}/gu)?.length ?? 0);
    if (unit >= CAPITAL_A && unit <= CAPITAL_Z) surplus++;
    else if (unit >= SMALL_A && unit <= SMALL_Z) surplus -= 4;
  }
  return surplus;
}

const [CAPITAL_A, CAPITAL_Z, SMALL_A, SMALL_Z] = [65, 90, 97, 122];

/**
 * Whether a longer line is a headline:
 * `Harbour Office Stops the Last Ferry at Nine, and Says That It Will Not Come Back`, by its capitals.
 */
function hasTitleCapitals(text: string): boolean {
  return (text.match(/(?<![\p{L}’'])\p{Lu}/gu)?.length ?? 0) > 4 && readsAsTitle(text);
}

/**
 * Whether a line may be a heading: short, not the middle or end of a sentence, and not a quotation, address, item,
 * table row or file name.
 */
function couldHead(text: string): boolean {
  return (
    text !== '' &&
    text.length <= MARKED_LENGTH &&
    // Most lines of a paragraph fail here. `iOS` has a capital.
    !/^[a-z](?![a-z]{0,5}[A-Z])/.test(text) &&
    (!/[.,;!…。、]["'”’»)]?$/u.test(text.slice(-2)) || ABBREVIATED.test(text)) &&
    !text.includes('。') &&
    /[\p{L}\p{N}].*[\p{L}\p{N}]|\p{Ideo}/u.test(text) &&
    !/^(?:\P{L}*\p{Ll}(?!\p{Ll}{0,5}\p{Lu})|[>|]|-\p{L}|\d{1,3}、|https?:)/u.test(text) &&
    !/@|:\/\/|[-=]>/.test(text) &&
    !COLUMNS.test(text) &&
    !HASHTAGS.test(text) &&
    !QUOTED.test(text) &&
    !isFileName(text) &&
    // Counting words takes longer than the checks above.
    ((text.length <= HEADING_LENGTH && HEADING_WORDS.test(text)) || hasTitleCapitals(text)) &&
    !opensSources(text.replace(/[:：]\s*$/, '')) &&
    itemOf(text) === undefined &&
    urlOfBareDomain(text) === undefined
  );
}

/** Whether a line describes an action: `[Ann draws it on the board]`, not `[Top stories]` or `[Ferries and Tugs]`. */
export function isAside(text: string): boolean {
  return /^(?:\[[^[\]]*\]|\([^()]*\))$/.test(text) && text.split(/\s+/).length > 2 && !readsAsTitle(text);
}
