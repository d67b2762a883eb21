import { findDate, isMostlyDate } from '../text/dates/date.ts';
import { endOfBulletinCode } from '../text/bulletins.ts';
import { opensChat } from '../text/chat.ts';
import { isDrawnOrEmphasised } from './headings/lineForm.ts';
import { itemOf } from '../text/bullets/listMarks.ts';
import { isNoTitle } from '../text/colophon.ts';
import { saysHowSent } from '../text/links/sendingLinks.ts';
import { isBlank, isEmptyLine, isSeparator } from '../text/sourceText.ts';
import { isDrawing, isEditionLine, isFileName, isTitleLine } from '../text/title.ts';
import { kindOfTitle } from '../text/vocabulary.ts';
import { endsAsNoTitle, endsSentence } from '../text/sentences.ts';

/** The first line that may be a title. */
export interface TitleLine {
  readonly line: number;
  /** The first line after it and after the lines that give the edition. */
  readonly end: number;
  /** Whether it is a title by its words or by the lines below it, regardless of the rest of its paragraph. */
  readonly isMarked: boolean;
  /** Whether a line below it gives the edition. */
  readonly isMasthead: boolean;
  /** Whether it has a date itself: `Harbour brief, 3 March 2026`. */
  readonly isDated: boolean;
}

/** Maximum number of lines with the date and number below a title. */
const EDITION_LINES = 2;
/** Maximum distance of these from the title, after blank lines or an underline. In lines. */
const BETWEEN = 3;
const MARKED_LENGTH = 120;
/** A line of metadata: `Date: 3 March 2026`. Two of them are not a masthead. */
const KEY = /^[\p{L}-]{1,20}:\s/u;
const BANNER = /^(?:#{1,6}\s+)?!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])$/;
/** Marks that Markdown, or an author, puts before a whole line. */
const BLOCK_MARK = /^(?:[#>|<[`~!]|\d{1,3}、|\w+:\/\/)/;

/**
 * Returns the first line with words of its own that is not a file name, and whether it is certainly the title: it is if
 * it is drawn, in italics or dated, or if it is a masthead: `HARBOUR WEEKLY` above `Issue 12 — 3 March 2026`, with or
 * without a blank line or an underline between them.
 */
export function titleLineOf(lines: readonly string[]): TitleLine | undefined {
  const first = firstWritten(lines);
  if (first < 0) return undefined;
  const line = boxedBelowDate(lines, first) ?? first;
  const end = endOfMasthead(lines, line);
  if (end !== undefined) return { line, end, isMarked: true, isMasthead: true, isDated: false };
  const words = (lines[line] ?? '').trim();
  const isTitle =
    words.length <= MARKED_LENGTH &&
    !endsAsNoTitle(words) &&
    itemOf(words) === undefined &&
    !isNoTitle(words);
  const isDated =
    isTitle && !BLOCK_MARK.test(words) && findDate(words) !== undefined && endsParagraphEarly(lines, line);
  const isMarked = isDated || (isTitle && isDrawnOrEmphasised(words));
  return { line, end: line + 1, isMarked, isMasthead: false, isDated };
}

/** A rule above and below a title. */
const BOX = /^([#=*])\1{6,400}\s*$/;

/**
 * Returns the title between two equal rules below a first line that is only a date, `3 March 2026`. If other lines are
 * between such rules, too, they are sections.
 */
function boxedBelowDate(lines: readonly string[], first: number): number | undefined {
  let rule = first + 1;
  while (isBlank(lines[rule]) && rule <= first + BETWEEN) rule++;
  const isBoxed = (at: number) => BOX.test(lines[at] ?? '') && lines[at] === lines[at + 2];
  if (!isBoxed(rule) || !isMostlyDate((lines[first] ?? '').trim())) return undefined;
  return lines.some((_, i) => i > rule + 2 && isBoxed(i)) ? undefined : rule + 1;
}

/** The shortest line on which a remark goes on to the next one. In UTF-16 units. */
const FULL_LINE = 45;

function firstWritten(lines: readonly string[]): number {
  let isRemark = false;
  const top = endOfBulletinCode(lines);
  return lines.findIndex((line, i) => {
    if (i < top) return false;
    if (isEmptyLine(line)) isRemark = false;
    else if (!isRemark && !isBeforeTitle(line.trim())) {
      if (!saysHowSent(line)) return true;
      isRemark = line.trim().length >= FULL_LINE;
    }
    return false;
  });
}

/**
 * Whether a line ends before it is full: its paragraph ends with it or with a motto, or the next line's first word
 * would have fitted.
 */
function endsParagraphEarly(lines: readonly string[], line: number): boolean {
  const next = (lines[line + 1] ?? '').trim();
  if (next === '' || isSeparator(next)) return true;
  if (/^\p{Ll}/u.test(next)) return false;
  if (isBlank(lines[line + 2]) && !endsSentence(next)) return true;
  const words = (lines[line] ?? '').trim();
  return words.length + 1 + next.search(/\s|$/) <= next.length;
}

/**
 * Whether a line is before the title: a file name, a banner, `# ![The harbour](a.png)`, a line of a drawing, or a
 * model's first remark.
 */
export function isBeforeTitle(line: string): boolean {
  return isFileName(line) || BANNER.test(line) || isDrawing(line) || opensChat(line);
}

/**
 * Whether the line right below a title is a longer one with the date, alone above a blank line or a rule: `HARBOUR WEEKLY`,
 * `News of the port – edition of 3 March 2026`, `=====`.
 */
function isDatedBelow(title: string, lines: readonly string[], at: number): boolean {
  const words = (lines[at] ?? '').trim();
  const isAlone = isEmptyLine(lines[at + 1]);
  return isAlone && isTitleLine(words) && findDate(words) !== undefined && findDate(title) === undefined;
}

/**
 * Whether a motto is between a title and the line with the number or date, which ends their paragraph:
 * `HARBOUR WEEKLY`, `News of the port`, `Issue 12 — 3 March 2026`.
 */
function isMottoBetween(lines: readonly string[], at: number): boolean {
  const [motto = '', edition = ''] = [lines[at]?.trim(), lines[at + 1]?.trim()];
  const isAlone = isEmptyLine(lines[at + 2]);
  return (
    isAlone && isTitleLine(motto) && !KEY.test(motto) && itemOf(motto) === undefined && isEditionLine(edition)
  );
}

function endOfMasthead(lines: readonly string[], line: number): number | undefined {
  const words = (lines[line] ?? '').trim();
  if (!isTitleLine(words) || BLOCK_MARK.test(words) || itemOf(words) || kindOfTitle(words) !== 'prose')
    return undefined;
  const start = lines.findIndex((other, i) => i > line && !isEmptyLine(other));
  if (start < 0 || start > line + BETWEEN) return undefined;
  let end = start;
  while (end < start + EDITION_LINES && isEditionLine((lines[end] ?? '').trim())) end++;
  if (end === line + 1 && isDatedBelow(words, lines, end)) end++;
  else if (end === line + 1 && isMottoBetween(lines, end)) end += 2;
  const isMetadata = KEY.test(words) && KEY.test(lines[start] ?? '');
  return end > start && !isMetadata ? end : undefined;
}
