import { itemOf } from '../text/bullets/listMarks.ts';
import { withoutBoxes } from './boxes.ts';
import { partingRules } from './headings/ruledHeads.ts';
import { titleLineOf } from './masthead.ts';
import { isBlank, isEmptyLine, isSeparator } from '../text/sourceText.ts';
import { endsSentence } from '../text/sentences.ts';
import { endsInEdition, isEditionLine, isTitleLine } from '../text/title.ts';
import { isAboutAsLong } from './underlines.ts';

/** Headings, fences, definitions: any of them makes the text Markdown. */
const MARKDOWN_LINE =
  /^ {0,3}(?:#{1,6}(?:\s|$)|#{2,6}[^\s#]|```|~~~\w*$|\[[^\]]+\]:\s*(?:<?\w+:|\/)|\.\. _[^:\s])/;
/** `[a](b)`, `[a][]`, `[^1]` and a table's second line make it Markdown, too. */
const MARKDOWN_SPAN =
  /\[(?:[^[\]]|\\[[\]]){0,300}\](?:\((?=\S)|\[\])|\[\^|^\s*(?:\|\s*)?:?-{2,}:?\s*\|[\s|:-]*$/;
/** A cheap first check, which most lines fail. */
const MAY_SPAN = /[[|]/;

/**
 * Whether a text is not Markdown. Bold, rules, quotes and underlines of dashes alone do not make it Markdown: people
 * write those in plain text, too, and draw their headings by hand. Nor does a single underline of `=` if it is the
 * title's, nor do several if a title is apart above, nor one if the number or date of the edition is: in Markdown, one
 * of those would be the title.
 */
export function isPlainText(drawn: readonly string[]): boolean {
  const lines = withoutBoxes(drawn);
  const isMarked = (line: string, i: number) =>
    MARKDOWN_LINE.test(line)
      ? !isBoxed(lines, i) && !isCommand(lines, i)
      : MAY_SPAN.test(line) && MARKDOWN_SPAN.test(line);
  if (lines.some(isMarked)) return false;
  const underlines = [...lines.keys()].filter((i) => isUnderline(lines, i));
  const [first = 0] = underlines;
  return (
    underlines.length === 0 ||
    (underlines.length === 1 && underlinesTitle(lines, first)) ||
    (hasTitleAbove(lines, first - 1) && (underlines.length > 1 || hasMastheadAbove(lines, first - 1))) ||
    areRules(lines, underlines)
  );
}

/** `==========`, drawn as wide as the text. */
const WIDE_RULE = /^={40,400}\s*$/;

/**
 * Whether all lines of `=` are rules: two or more of one width, none of which may underline a title; or three and more,
 * some of which can underline nothing, because a blank line or another rule is above them, or a paragraph above most.
 */
function areRules(lines: readonly string[], underlines: readonly number[]): boolean {
  const wide = [...lines.keys()].filter((i) => WIDE_RULE.test(lines[i] ?? ''));
  if (wide.length < 2 || !underlines.every((i) => wide.includes(i))) return false;
  if (new Set(wide.map((i) => lines[i]?.trim())).size > 1) return false;
  if (!wide.some((i) => mayBeTitle(lines[i - 1]))) return true;
  if (wide.length < 3) return false;
  return wide.some((i) => isEmptyLine(lines[i - 1])) || partingRules(lines).has(wide[0] ?? -1);
}

/** Whether a line may be a title: it neither ends a sentence nor has an address. */
function mayBeTitle(line: string | undefined): boolean {
  return !isEmptyLine(line) && isTitleLine((line ?? '').trim()) && !/@|:\/\//.test(line ?? '');
}

/** `# cp a b`: a command at the prompt of a shell, right above or below another. */
const COMMAND = /^\s{0,3}#\s+[a-z]/;

function isCommand(lines: readonly string[], i: number): boolean {
  return COMMAND.test(lines[i] ?? '') && [i - 1, i + 1].some((beside) => COMMAND.test(lines[beside] ?? ''));
}

/** Whether a line is in a box of hashes: `##########` / `# Ferries #` / `##########`. */
function isBoxed(lines: readonly string[], i: number): boolean {
  let top = i;
  while (/^#.*#\s*$/.test(lines[top] ?? '') && i - top < MAX_BOX_LINES) top--;
  return top < i && /^#{20,400}\s*$/.test(lines[top + 1] ?? '');
}

/** Whether a rule underlines the title, and no other rule may underline a heading of Markdown. */
function underlinesTitle(lines: readonly string[], rule: number): boolean {
  const title = lines[rule - 1]?.trim() ?? '';
  return titleLineOf(lines)?.line === rule - 1 && isTitleLine(title) && !hasDashes(lines);
}

/** Whether a rule of dashes is right below words, which it may underline. */
function hasDashes(lines: readonly string[]): boolean {
  return lines.some((line, i) => /^ {0,3}-{2,400}\s*$/.test(line) && !isEmptyLine(lines[i - 1]));
}

/**
 * Whether the first line gives the edition, `Harbour Letter No. 12, August 2002`, and sentences are between it and a
 * heading, which is a section's then. No other rule may underline a heading of Markdown.
 */
function hasMastheadAbove(lines: readonly string[], heading: number): boolean {
  const title = titleLineOf(lines);
  const words = (lines[title?.line ?? 0] ?? '').trim();
  return (
    title !== undefined &&
    isBlank(lines[title.end]) &&
    (title.isMasthead || title.isDated || isEditionLine(words) || endsInEdition(words)) &&
    lines.slice(title.end, heading).some(endsSentence) &&
    !hasDashes(lines)
  );
}

/** Whether the first line is a title, apart from the heading below it, alone or with its dateline. */
function hasTitleAbove(lines: readonly string[], heading: number): boolean {
  const title = titleLineOf(lines);
  if (!title || title.line >= heading || !isBlank(lines[heading - 1])) return false;
  const words = (lines[title.line] ?? '').trim();
  return isTitleLine(words) && itemOf(words) === undefined && isEmptyLine(lines[title.end]);
}

/** Whether a line underlines the one above: `=====` below `Title`. Lines between two such rules are drawn by hand. */
function isUnderline(lines: readonly string[], i: number): boolean {
  const [line = '', above = ''] = [lines[i], lines[i - 1]];
  if (!/^=+\s*$/.test(line) || !isAboutAsLong(line, above) || !/\p{L}/u.test(above)) return false;
  let over = i - 2;
  while (over > i - MAX_BOX_LINES && !isEmptyLine(lines[over])) over--;
  return !isSeparator(lines[over]);
}

/** Maximum number of lines between the two rules. */
const MAX_BOX_LINES = 20;
