import { withoutAddress } from './headings/linkedHeads.ts';
import { itemOf } from '../text/bullets/listMarks.ts';
import { headingMarks, isBlank, isEmptyLine, isSeparator } from '../text/sourceText.ts';
import { endsAsNoTitle } from '../text/sentences.ts';

/** Markdown's underline of a heading: `-----`, `=====`. */
const UNDERLINE = /^ {0,3}(?:-{2,400}|={1,400})\s*$/;
/** An underline of a title, or with tildes of a section, in reStructuredText. */
const OTHER_UNDERLINE = /^(?:#{7,400}|\*{7,400}|\+{7,400}|~{4,400})\s*$/;
/** `=====` below a blank line, which is words in Markdown. */
const DOUBLE_RULE = /^ {0,3}={3,400}\s*$/;
/** `Source: https://a.example` is no title, whatever is below it. */
const NAMES_PAGE = /^(?:[^:：]{1,30}[:：]\s*)?https?:\/\/\S+$/i;
const NUMBER = /^\d{1,3}[.)]\s/;
/** Marks that no paragraph begins with. */
const BLOCK = /^ {0,3}(?:[>|<]|#{1,6}\s|```|~~~)|^(?: {4}|\t)/;
const HEADING_LENGTH = 120;
/**
 * Maximum number of lines that are searched for the beginning of a paragraph; a longer one is a paragraph in any
 * case.
 */
const MAX_LENGTH = 40;

/**
 * Returns what the author of an underline meant, if Markdown reads it otherwise: `title` is the heading of one line
 * above it; `rule` separates what is above from what is below; undefined if Markdown is right.
 *
 * `2. Tugs` / `-----` is a heading, and not an item. `A paragraph` / `of two lines` / `---` is not a heading of two
 * lines, and `It ends.` / `---` is not one of a sentence.
 */
export function readUnderline(lines: readonly string[], i: number): 'title' | 'rule' | undefined {
  const line = lines[i] ?? '';
  if (isOtherUnderline(lines, i)) return 'title';
  if (!UNDERLINE.test(line)) return undefined;
  const words = (lines[i - 1] ?? '').trim();
  // The first of two rules around a title is not apart from it.
  if (isEmptyLine(words))
    return DOUBLE_RULE.test(line) && !UNDERLINE.test(lines[i + 2] ?? '') ? 'rule' : undefined;
  const isAlone = isEmptyLine(lines[i - 2]);
  const said = withoutAddress(words);
  const couldHead = said.length <= HEADING_LENGTH && !endsAsNoTitle(said) && !/\S\s{3,}\S/.test(said);
  // A rule below a numbered sentence may end its list, unless it is drawn as an underline.
  if (isAlone && NUMBER.test(lines[i - 1] ?? '') && (couldHead || isDrawnBelow(line, words))) return 'title';
  if (!endsParagraph(lines, i - 1)) return undefined;
  if (isAlone && NAMES_PAGE.test(words)) return 'rule';
  if (isAlone) return couldHead || line.includes('=') ? undefined : 'rule';
  return couldHead && (line.includes('=') || isAboutAsLong(line, words)) ? 'title' : 'rule';
}

/**
 * Whether a line underlines a title that is on its own, and is just as long: `Ferry news` above `##########`. Tildes do
 * not if the next line of tildes ends code that begins here.
 */
export function isOtherUnderline(lines: readonly string[], i: number): boolean {
  const [line = '', words = ''] = [lines[i], lines[i - 1]];
  if (!OTHER_UNDERLINE.test(line) || isEmptyLine(words) || BLOCK.test(words)) return false;
  const longer = line.trimEnd().length - words.trimEnd().length;
  // In a list of contents, underlined lines follow each other.
  const isAlone = line.startsWith('~')
    ? isBlank(lines[i - 2])
    : isEmptyLine(lines[i - 2]) || lines[i - 2] === line;
  return isAlone && longer >= 0 && longer <= 2 && !(line.startsWith('~') && opensCode(lines, i));
}

/** Whether the next line of tildes is at least as long, and right below more than a title. */
function opensCode(lines: readonly string[], i: number): boolean {
  let end = i + 1;
  while (end < lines.length && !/^~{4}/.test(lines[end] ?? '')) end++;
  const [fence = '', close] = [lines[i]?.trimEnd(), lines[end]?.trimEnd()];
  if (close === undefined || !/^~+$/.test(close) || close.length < fence.length) return false;
  return !isBlank(lines[end - 1]) && !isBlank(lines[end - 2]);
}

/** Whether the heading with this underline has a line of the same kind above it, too. */
export function isOverlined(lines: readonly string[], i: number): boolean {
  if (lines[i - 2] === lines[i] && isOtherUnderline(lines, i)) return true;
  const isDouble = (line = '') => line.includes('=') && UNDERLINE.test(line);
  return (
    isDouble(lines[i]) && !isEmptyLine(lines[i - 1]) && isDouble(lines[i - 2]) && isEmptyLine(lines[i - 3])
  );
}

/** Returns the lines between two equal rules, if there are at least two: `=====` / `Tugs` / `=====`. */
export function boxedLines(lines: readonly string[]): ReadonlySet<number> {
  const found = [...lines.keys()].filter(
    (i) =>
      isSeparator(lines[i + 1]) && !isSeparator(lines[i]) && lines[i - 1]?.trim() === lines[i + 1]?.trim(),
  );
  return new Set(found.length > 1 ? found : []);
}

/** The length of a line that is wide in any text. In characters. */
const WIDE = 40;

/** Whether a rule is as long as the words above it, with or without their address, or as wide as a text. */
export function isDrawnBelow(rule: string, line: string): boolean {
  const under = rule.trim().length;
  return (
    (under >= WIDE && line.trim().length >= under) ||
    [line, withoutAddress(line.trim())].some((words) => Math.abs(under - words.trim().length) < 3)
  );
}

/** Whether the rule is about as long as the words above it. */
export function isAboutAsLong(rule: string, words: string): boolean {
  const [under, over] = [rule.trim().length, words.trim().length];
  return under * 2 >= over && under <= Math.max(3, over * 2);
}

/** Whether the words above are a paragraph's and not a list item's, a quotation's, a table's or code. */
function endsParagraph(lines: readonly string[], end: number): boolean {
  let at = end;
  for (; at > end - MAX_LENGTH && !isEmptyLine(lines[at]); at--) {
    const line = lines[at] ?? '';
    // A paragraph may begin right below a heading.
    if (at < end && headingMarks(line) !== '') break;
    if (BLOCK.test(line) || itemOf(line)) return false;
  }
  return at < end;
}
