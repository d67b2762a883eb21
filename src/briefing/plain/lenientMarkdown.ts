import { itemsIn, unmarked } from '../text/listMarks.ts';
import { isBoldLine } from './lineForm.ts';
import { headingsOf } from './plainHeadings.ts';
import { joinLoneMarks } from './loneMarks.ts';
import { isPassedOver, titleLineOf } from './masthead.ts';
import { countedHeads } from './repeats.ts';
import { isBlank, isSeparator } from '../text/sourceText.ts';
import { isOtherUnderline, isOverlined, readUnderline } from './underlines.ts';

/** A fence, which may begin in an item; three backticks with another after them are code within the line. */
const FENCE = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(`{3,}(?!.*`)|~{3,})/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
/** `##Title`; `#Title here`, but not `#tag`, `#12 is open` or `#!/bin/sh`. */
const TIGHT_HEADING = /^ {0,3}(?:(#{2,6})(?=[^\s#!])|(#)(?=\p{L}[^#]*\s[^#]*$))/u;

/** `# Title`, and other forms of a level-1 heading. */
const TITLE = /^ {0,3}(?:#\s|<h1|=+\s*$)/;
/** A heading, a quotation, a table's row, a definition or a tag: not a line of words. */
const BLOCK_MARK = /^\s*(?:[#>|<]|\[[^\]]+\]:)/;
const NONE: ReadonlyMap<number, string> = new Map();
const NO_LINES: ReadonlySet<number> = new Set();
const MARKS = /^ {0,3}(#{1,6})\s/;
/** A heading below the title, which is `# Title`. */
const HEADING = /^ {0,3}(?:#{2,6}\s|<h\d)/;
/** The start of HTML. It ends with a line that is neither blank, nor a tag, nor indented. */
const HTML =
  /^ {0,3}<(?:html|body|main|header|footer|section|article|div|center|table|tbody|tr|td|p)(?:\s[^<>]{0,1000})?>/i;
const TAG = /^ {0,3}<(?!pre\b)/i;
/** An equals sign of a formula, alone on its line. */
const SIGN = /^ {0,3}=\s*$/;
/** A rule of box-drawing characters. */
const DRAWN_RULE = /^ {0,3}[―─━═▬]{3,400}\s*$/;
const UNDERLINE = /^ {0,3}-{2,400}\s*$/;
/**
 * What Markdown reads as an item: only a plain space or a tab counts after the mark, while many texts have a no-break
 * or a wide space there.
 */
const LIST_MARK = /^[ \t]*(?:[-*+]|\d+[.)])(?:[ \t]|$)/;
/** `<p>• The ferry stops.<br>`: a paragraph whose lines are items begins with the first of them. */
const ITEM_IN_PARAGRAPH = /^\s*<p(?:\s[^<>]{0,200})?>\s*(?=[•●▪‣]\s)/i;
/** A line that may occur above the words as well as below them. */
const OVERLINE = /^ {0,3}(?:==|##|\*\*)/;
/** The target of a link in reStructuredText: `.. _look: https://a.example`, or the address on the next line. */
const TARGET = /^\.\. _(?:`([^`\]]{1,200})`|([^:`\]]{1,200})):(?=\s*(?:https?:\/\/\S+)?\s*$)/i;
/** `- [Ferries]: 2 (late)`: Markdown would read this as a link definition, and show none of it. */
const NO_TARGET =
  /^(\s*(?:[-*+]|\d{1,3}[.)])\s+)(?=\[(?=[^\][]*\p{L})[^\][]*\]:\s+[\p{L}\p{N},-]+(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$)/u;
/** Markdown already reads the line above this one as a heading. */
const DOUBLE_UNDERLINE = /^ {0,3}={1,400}\s*$/;

/**
 * Writes what is almost Markdown as Markdown, line for line: `##Title` -> `## Title`, `• a` -> `- a`, and, if there are
 * no other headings, `**Title**` -> `## **Title**`. `titled`: the text's own title is elsewhere, so that its first line
 * is not the title.
 */
export function normalizeLenientMarkdown(written: readonly string[], titled = false): string[] {
  const joined = joinLoneMarks(written, () => layoutOf(written).code);
  const unwrapped = withoutParagraphTags(joined);
  const shown = layoutOf(unwrapped);
  const source = withoutIndents(unwrapped, shown.code);
  const given = source === unwrapped ? shown : layoutOf(source);
  const lines = withHeadings(source, given.code, titled);
  const { blank, items, code } = lines === source ? given : layoutOf(lines);
  const first = blank.indexOf(false);
  const last = blank.lastIndexOf(false);
  const isTitle = (i: number) => !titled && i === first && !headsList;
  // Computed only for a bold first line.
  const headsList = isBoldLine(lines[first] ?? '') && areAboveLists(lines, { blank, items, code });
  const isHeading = (line: string, i: number) =>
    HEADING.test(line) ||
    TIGHT_HEADING.exec(line)?.[1] !== undefined ||
    (blank[i] === false && !items[i] && UNDERLINE.test(lines[i + 1] ?? ''));
  const boldHeads = !lines.some((line, i) => !code[i] && !isTitle(i) && isHeading(line, i));
  const unmarkedHeads = boldHeads ? headingsOf(lines, items, titled, true) : NONE;
  // Headings counted in Chinese are one level below the marked ones.
  const counted = boldHeads ? NO_LINES : countedHeads(lines);
  let level = 1;
  // Whether `#Title` is a heading: it is if the text has `##Title` without a space, too. Computed when first needed.
  let tight: boolean | undefined;
  const isTight = () => (tight ??= lines.some((line) => TIGHT_HEADING.exec(line)?.[1] !== undefined));
  const hasTargets = lines.some((line) => line.startsWith('.. _'));
  // Below `10.` and `9.  `, nested items need one more column of indentation than below `9.`.
  let isWide = false;
  const fallsOut = (line: string, i: number) => {
    if (/^(?:\d{2}[.)]\s|\d[.)] {2}\S)/.test(line)) isWide = true;
    else if (blank[i - 1] !== false && !/^\s/.test(line)) isWide = false;
    return isWide && /^ {3}(?:[-*+]|\d+[.)])\s/.test(line);
  };
  return lines.map((line, i) => {
    if (code[i] || blank[i]) return line;
    if (DRAWN_RULE.test(line)) return '***';
    if (line.startsWith('.. _'))
      return line.replace(TARGET, (_, quoted?: string, name = '') => `[${quoted ?? name}]:`);
    // Markdown would read two of `the last ferry`_ on a line as emphasis.
    if (hasTargets && line.includes('`_')) return line.replace(/`_/g, '`\\_');
    const marks = MARKS.exec(line)?.[1];
    if (marks !== undefined) level = marks.length;
    else if (counted.size > 2 && counted.has(i))
      return `${'#'.repeat(Math.min(6, level + 1))} ${line.trim()}`;
    const heading = isTitle(i) ? undefined : unmarkedHeads.get(i);
    const isMarked = () =>
      isBoldLine(line) || BLOCK_MARK.test(line) || DOUBLE_UNDERLINE.test(lines[i + 1] ?? '');
    if (heading !== undefined && !isMarked()) return `## ${heading}`;
    const item = items[i];
    if (item && !LIST_MARK.test(line))
      return `${' '.repeat(item.indent)}${item.mark} ${unmarked(item.words)}`;
    // A bold line below a blank one is the heading of what follows; the first of a text is its title.
    const isBelowBlank = blank[i - 1] !== false;
    const isInside = first <= i && !isTitle(i) && i < last && isBelowBlank;
    if (boldHeads && isInside && isBoldLine(line)) return `## ${line.trimStart()}`;
    const standsAlone = isBelowBlank && blank[i + 1] !== false;
    if (fallsOut(line, i)) return ` ${line}`;
    if (item && line.includes(']:')) return line.replace(NO_TARGET, '$1\\');
    if (!line.includes('#')) return line;
    return line.replace(TIGHT_HEADING, (hashes, several?: string) =>
      several !== undefined || standsAlone || isTight() ? `${hashes} ` : hashes,
    );
  });
}

/**
 * Whether the first line is a heading and not the title: `**Ferries**`, a list, and two or more such lines below, with
 * nothing but lists below them.
 */
function areAboveLists(
  lines: readonly string[],
  { blank, items, code }: ReturnType<typeof layoutOf>,
): boolean {
  const title = titleLineOf(lines);
  if (title?.isMasthead || title?.isDated) return false;
  const bold = lines.flatMap((line, i) =>
    !code[i] && blank[i - 1] !== false && isBoldLine(line) ? [i] : [],
  );
  const gap = blank[(bold[0] ?? 0) + 1] === true ? 2 : 1;
  return bold.length > 2 && bold.every((i) => items[i + gap] !== undefined && blank[i + 1] === (gap === 2));
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

function layoutOf(lines: readonly string[]) {
  const blank = lines.map(isBlank);
  const items = itemsIn(lines);
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
    if (code[i]) return;
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
      changes.set(i - 1, `${line.includes('-') ? '##' : '#'} ${(source[i - 1] ?? '').trim()}`);
      changes.set(i, '');
    }
    if (underline === 'rule') changes.set(i, '***');
  });
  const isTitle = (line: string, i: number) =>
    i !== masthead?.end && !code[i] && TITLE.test(changes.get(i) ?? line) && !isPassedOver(line.trim());
  if (masthead && !source.some(isTitle)) {
    const { line, end } = masthead;
    changes.set(line, `# ${(source[line] ?? '').trim()}`);
    if (isSeparator(source[end])) changes.set(end, '');
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
    const mark = FENCE.exec(line)?.[1];
    const isFence =
      mark !== undefined && (fence === '' ? !isIndentedCode : mark.startsWith(fence) && line.trim() === mark);
    code.push(isFence || fence !== '' || isIndentedCode);
    if (isFence) fence = fence === '' ? mark : '';
    if (blank[i] === true || isIndented) return;
    if (items[i]) inList = true;
    else if (startsApart) inList = false;
  });
  return code;
}
