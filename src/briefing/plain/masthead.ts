import { findDate } from '../text/dates/date.ts';
import { opensChat } from '../text/chat.ts';
import { isDrawnOrEmphasised } from './lineForm.ts';
import { itemOf } from '../text/listMarks.ts';
import { isField } from '../text/partLabels.ts';
import { isBlank, isSeparator } from '../text/sourceText.ts';
import { isEditionLine, isFileName, isTitleLine } from '../text/title.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

/** The first line that may be a title. */
export interface TitleLine {
  readonly line: number;
  /** The first line below it and what says which edition this is. */
  readonly end: number;
  /** It is one by what it says, or by what stands below it: whatever else its paragraph holds. */
  readonly isMarked: boolean;
  /** A line below it says which edition this is. */
  readonly isMasthead: boolean;
  /** It says so itself: `Harbour brief, 3 March 2026`. */
  readonly isDated: boolean;
}

/** A title has so many lines of date and number below it at most. */
const EDITION_LINES = 2;
/** They stand so many lines below it, where blank lines or an underline stand between. */
const BETWEEN = 3;
const MARKED_LENGTH = 120;
/** `Date: 3 March 2026`: metadata; two of them are no masthead. */
const KEY = /^[\p{L}-]{1,20}:\s/u;
const BANNER = /^(?:#{1,6}\s+)?!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])$/;
/** Marks that Markdown, or an author, gives a whole line. */
const BLOCK_MARK = /^(?:[#>|<[`~!]|\d{1,3}、|\w+:\/\/)/;

/**
 * The first line with words of its own, no file's name, and whether it is the title by itself: it is where it is drawn,
 * in italics or dated, or where it is a masthead: `HARBOUR WEEKLY` above `Issue 12 — 3 March 2026`, with a blank line or
 * an underline between them or not.
 */
export function titleLineOf(lines: readonly string[]): TitleLine | undefined {
  const line = lines.findIndex((line) => !isBlank(line) && !isSeparator(line) && !isPassedOver(line.trim()));
  if (line < 0) return undefined;
  const end = endOfMasthead(lines, line);
  if (end !== undefined) return { line, end, isMarked: true, isMasthead: true, isDated: false };
  const words = (lines[line] ?? '').trim();
  const isTitle =
    words.length <= MARKED_LENGTH &&
    !/[.,;…。]["'”’»)]?$/u.test(words) &&
    itemOf(words) === undefined &&
    !isField(words);
  const isDated =
    isTitle && !BLOCK_MARK.test(words) && findDate(words) !== undefined && endsEarly(lines, line);
  const isMarked = isDated || (isTitle && isDrawnOrEmphasised(words));
  return { line, end: line + 1, isMarked, isMasthead: false, isDated };
}

/** Its paragraph ends with it or with a motto, or its next line is long enough for it and one word more. */
function endsEarly(lines: readonly string[], line: number): boolean {
  const next = (lines[line + 1] ?? '').trim();
  if (next === '' || isSeparator(next)) return true;
  if (/^\p{Ll}/u.test(next)) return false;
  if (isBlank(lines[line + 2]) && !/[.!?。！？]["'”’»)]?$/u.test(next)) return true;
  const words = (lines[line] ?? '').trim();
  return words.length + 1 + next.search(/\s|$/) <= next.length;
}

/** The name of a file, a banner, `# ![The harbour](a.png)`, or what a language model says first. */
export function isPassedOver(line: string): boolean {
  return isFileName(line) || BANNER.test(line) || opensChat(line);
}

function endOfMasthead(lines: readonly string[], line: number): number | undefined {
  const words = (lines[line] ?? '').trim();
  if (!isTitleLine(words) || BLOCK_MARK.test(words) || itemOf(words) || kindOfTitle(words) !== 'prose')
    return undefined;
  const start = lines.findIndex((other, i) => i > line && !isBlank(other) && !isSeparator(other));
  if (start < 0 || start > line + BETWEEN) return undefined;
  let end = start;
  while (end < start + EDITION_LINES && isEditionLine((lines[end] ?? '').trim())) end++;
  const isMetadata = KEY.test(words) && KEY.test(lines[start] ?? '');
  return end > start && !isMetadata ? end : undefined;
}
