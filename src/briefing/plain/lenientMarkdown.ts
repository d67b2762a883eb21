import { itemLinesIn } from '../text/bullets/listMarks.ts';
import { BULLETS } from '../text/bullets/marks.ts';
import { type Layout, LenientLines } from './lenientLines.ts';
import { withFoldedTitles } from './formats/folded.ts';
import { joinLoneMarks } from './loneMarks.ts';
import { isBeforeTitle, titleLineOf } from './masthead.ts';
import { withQuotesInItems } from './quotesInItems.ts';
import { beginsWithLetter, isBlank, isSeparator } from '../text/sourceText.ts';
import { openedFence } from '../text/fences.ts';
import { isOtherUnderline, isOverlined, readUnderline } from './underlines.ts';

/** A fence, which may begin in an item. */
const FENCE = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(`{3,}|~{3,})/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
/** `# Title`, and other forms of a level-1 heading. */
const TITLE = /^ {0,3}(?:#\s|<h1|=+\s*$)/;
/** The start of HTML. It ends with a line that is neither blank, nor a tag, nor indented. */
const HTML =
  /^ {0,3}<(?:html|body|main|header|footer|section|article|div|center|table|tbody|tr|td|p)(?:\s[^<>]{0,1000})?>/i;
const TAG = /^ {0,3}<(?!pre\b)/i;
const DOUBLE = /^ {0,3}={3,400}\s*$/;
/** An equals sign of a formula, alone on its line. */
const SIGN = /^ {0,3}=\s*$/;
/** `<p>• The ferry stops.<br>`: a paragraph whose lines are items begins with the first of them. */
const ITEM_IN_PARAGRAPH = new RegExp(String.raw`^\s*<p(?:\s[^<>]{0,200})?>\s*(?=[${BULLETS}]\s)`, 'i');
/** A line that may occur above the words as well as below them. */
const OVERLINE = /^ {0,3}(?:==|##|\*\*|\+\+)/;

/**
 * Writes what is almost Markdown as Markdown, line for line: `##Title` -> `## Title`, `• a` -> `- a`, and, if there are
 * no other headings, `**Title**` -> `## **Title**`. `titled`: the text's own title is elsewhere, so that its first line
 * is not the title.
 */
export function normalizeLenientMarkdown(written: readonly string[], titled = false): string[] {
  const quoted = withQuotesInItems(written);
  const unfolded = withFoldedTitles(quoted, () => layoutOf(quoted).code);
  const joined = joinLoneMarks(unfolded, () => layoutOf(unfolded).code);
  const unwrapped = withoutParagraphTags(joined);
  const shown = layoutOf(unwrapped);
  const source = withoutIndents(unwrapped, shown.code);
  const given = source === unwrapped ? shown : layoutOf(source);
  const lines = withHeadings(source, given.code, titled);
  const layout = lines === source ? given : layoutOf(lines);
  const lenient = new LenientLines(lines, layout, titled);
  return lines.map((line, i) => (layout.code[i] || layout.blank[i] ? line : lenient.asMarkdown(line, i)));
}

/** Removes the `<p>` before an item, except in code. */
function withoutParagraphTags(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => ITEM_IN_PARAGRAPH.test(line))) return lines;
  const { code } = layoutOf(lines);
  return lines.map((line, i) => (code[i] ? line : line.replace(ITEM_IN_PARAGRAPH, '')));
}

/** Removes the indentation of HTML lines: it shows how deep an element is, while Markdown would read it as code. */
function withoutIndents(lines: readonly string[], code: readonly boolean[]): readonly string[] {
  const begins = (line: string, i: number) => code[i] === false && HTML.test(line);
  if (!lines.some(begins)) return lines;
  let inHtml = false;
  return lines.map((line, i) => {
    if (begins(line, i)) inHtml = true;
    else if (!INDENTED.test(line) && !isBlank(line) && !TAG.test(line)) inHtml = false;
    return inHtml && INDENTED.test(line) ? line.trimStart() : line;
  });
}

function layoutOf(lines: readonly string[]): Layout {
  const blank = lines.map(isBlank);
  const items = itemLinesIn(lines);
  return { blank, items, code: codeIn(lines, items, blank) };
}

/** Writes headings that a line below underlines, and the title of a masthead, as one line each. */
function withHeadings(
  source: readonly string[],
  code: readonly boolean[],
  titled: boolean,
): readonly string[] {
  const title = titled ? undefined : titleLineOf(source);
  const masthead = title?.isMasthead || title?.isDated ? title : undefined;
  const changes = new Map<number, string>();
  source.forEach((line, i) => {
    // What is drawn above or below a heading begins with a mark.
    if (code[i] || beginsWithLetter(line)) return;
    // `=====` / `Ferries` / `=====`: Markdown would read the first of the two rules as words.
    if (OVERLINE.test(line) && isOverlined(source, i)) changes.set(i - 2, '');
    // A dated title may have an underline like any other.
    if (i === masthead?.end && !isOtherUnderline(source, i)) return;
    // Markdown would make a heading of the line above.
    if (SIGN.test(line)) {
      changes.set(i, '\\=');
      return;
    }
    const underline = readUnderline(source, i);
    if (underline === 'title') {
      changes.set(i - 1, `${/[-~]/.test(line) ? '##' : '#'} ${(source[i - 1] ?? '').trim()}`);
      changes.set(i, '');
    }
    if (underline === 'rule') changes.set(i, '***');
  });
  // A rule of `=` above a masthead is the top of its box.
  const top = masthead && DOUBLE.test(source[masthead.line - 1] ?? '') ? masthead.line - 1 : undefined;
  const isTitle = (line: string, i: number) =>
    i !== masthead?.end &&
    i !== top &&
    !code[i] &&
    TITLE.test(changes.get(i) ?? line) &&
    !isBeforeTitle(line.trim());
  if (masthead && !source.some(isTitle)) {
    const { line, end } = masthead;
    changes.set(line, `# ${(source[line] ?? '').trim()}`);
    if (isSeparator(source[end])) changes.set(end, '');
    if (top !== undefined) changes.set(top, '');
  }
  return changes.size === 0 ? source : source.map((line, i) => changes.get(i) ?? line);
}

/** Returns for each line whether it is code: between fences, or indented below a blank line outside a list. */
function codeIn(lines: readonly string[], items: readonly unknown[], blank: readonly boolean[]): boolean[] {
  const code: boolean[] = [];
  let fence = '';
  let inList = false;
  lines.forEach((line, i) => {
    const startsApart = blank[i - 1] !== false;
    const isIndented = INDENTED.test(line);
    const isIndentedCode = isIndented && !inList && (startsApart || code[i - 1] === true);
    const mark = openedFence(line, FENCE);
    const isFence =
      mark !== undefined &&
      (fence === ''
        ? !isIndentedCode && !isOtherUnderline(lines, i)
        : mark.startsWith(fence) && line.trim() === mark);
    code.push(isFence || fence !== '' || isIndentedCode);
    if (isFence) fence = fence === '' ? mark : '';
    if (blank[i] === true || isIndented) return;
    if (items[i]) inList = true;
    else if (startsApart) inList = false;
  });
  return code;
}
