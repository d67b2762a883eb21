import { compactDay } from './text/dates/compactDay.ts';
import { checkStructure } from './structure/checks.ts';
import {
  dateOfFileName,
  dayBeforeComma,
  dayOfByline,
  dayOfDateline,
  findDate,
  findDateOrMonth,
  isBareDate,
  isCalledDate,
  monthOfDateline,
  monthOfFileName,
  saysWhenMade,
} from './text/dates/date.ts';
import { dayAtEnd, dayOfToday } from './text/dates/dayAtEnd.ts';
import { TWO_DIGITS } from './text/dates/digits.ts';
import { dayOfMetadata } from './text/dates/dayOfMetadata.ts';
import { type Block, blockText, type Document, isPicture } from './blocks/document.ts';
import { isParagraph } from './blocks/kinds.ts';
import { firstLineOf, ledeOf } from './structure/lede.ts';
import { dayOfSubtitle } from './structure/outline/datelineHeading.ts';
import type { Briefing, Problem, Section, Takeaway } from './model.ts';
import { problem } from './problems.ts';
import { isBlank, lineRange } from './text/sourceText.ts';
import {
  carryStructure,
  readStructure,
  type SectionParts,
  type Structure,
  type TakeawayParts,
} from './structure/structure.ts';
import { fallbackTitle, withoutEdition } from './text/title.ts';

/** Number of blocks of the lede, and of lines in each of them, that are searched for a dateline. */
const DATELINE_BLOCKS = 4;
/** Number of lines of the first section that are searched for a dateline. */
const DATELINE_LINES = 12;

/**
 * Parses a briefing. Never throws: any string gives a briefing, and what is wrong in it is among its `problems`.
 *
 * @param text the whole document, decoded: plain text or Markdown
 * @param fileName gives the title and the date if the text has none: `2025-08-19-ukraine-talks.txt`
 */
export function parseBriefing(text: string, fileName: string): Briefing {
  const structure = readStructure(text);
  const { lines, frontMatter } = structure.document;
  const lede = ledeOf(structure);
  const { titleBlock } = structure;
  // Empty if the title is only a citation.
  const headline = titleBlock ? blockText(titleBlock) : '';
  const notJson = jsonProblem(structure, fileName);
  const { title: given } = frontMatter;
  // Of `title: 2026-03-03` and `# Morning brief, 3 March 2026`, the second says more; so of `Issue 12`.
  const isShort =
    given !== undefined && headline !== '' && (isBareDate(given) || withoutEdition(given) === '');
  const written = (isShort ? undefined : given) ?? (headline === '' ? undefined : headline);
  const title = written ?? titleInstead(structure, fileName, notJson.length > 0, lede || text);
  const sections = structure.sections.map((parts) => sectionOf(parts, lines, title));
  const date = dateOf(structure, title, fileName);
  const briefing: Briefing = {
    title,
    ...(date !== undefined && { date }),
    ...(frontMatter.language !== undefined && { language: frontMatter.language }),
    ...(frontMatter.sender !== undefined && { sender: frontMatter.sender }),
    lede,
    sections,
    references: structure.references.all,
    problems: [...emptyProblem(lines), ...notJson, ...structure.problems, ...checkStructure(structure)],
    text,
  };
  carryStructure(briefing, structure);
  return deepFreeze(briefing);
}

/** Returns a title for a text that gives none. */
function titleInstead(
  { document }: Structure,
  fileName: string,
  isBrokenJson: boolean,
  words: string,
): string {
  // The first line of a `.json` file that is not JSON is only a brace.
  const first = isBrokenJson ? { words: '', isWhole: false } : firstLineOf(document);
  const name = document.json ? fileName.replace(/(?:\.briefing)?\.json$/i, '') : fileName;
  return fallbackTitle(name, first, words);
}

/** A section without a heading has the briefing's title. */
function sectionOf(parts: SectionParts, lines: readonly string[], briefingTitle: string): Section {
  const { id, title, node, blocks, sections } = parts;
  return {
    id,
    kind: node.kind,
    title: title || briefingTitle,
    level: node.level,
    range: lineRange(lines, node.from, node.to),
    takeaways: blocks.flatMap(({ takeaways }) => takeaways).map((one) => takeawayOf(one, lines)),
    sections: sections.map((nested) => sectionOf(nested, lines, briefingTitle)),
  };
}

function takeawayOf({ id, node, ground }: TakeawayParts, lines: readonly string[]): Takeaway {
  const { label, text, emoji, from, to } = node;
  return {
    id,
    ...(label !== undefined && { label }),
    text,
    ...(emoji !== undefined && { emoji }),
    references: ground.references,
    range: lineRange(lines, from, to),
  };
}

/**
 * Returns the date from the first of these that has one: front matter, a title in the text, the file name, any other
 * title, a dateline near the top, the path that the text is published at, the day on which a program wrote it, a month
 * alone in the file name, the title or a dateline, and finally less certain places in the text.
 */
function dateOf(structure: Structure, title: string, fileName: string): string | undefined {
  const { document, titleBlock } = structure;
  return (
    dayOfMetadata(document.frontMatter.date ?? '') ??
    (titleBlock || document.frontMatter.title !== undefined ? findDate(title) : undefined) ??
    // The front matter may have `title: Harbour`, and the heading below it `# Harbour, 3 March 2026`.
    findDate(titleBlock ? blockText(titleBlock) : '') ??
    dateOfFileName(fileName) ??
    findDate(headingOfAll(structure)) ??
    findDate(title) ??
    compactDay(title) ??
    dateInText(structure, title, fileName)
  );
}

/** The first-level heading that everything is below, if it is not the title, as front matter has another one. */
function headingOfAll({ sections }: Structure): string {
  const [first, ...others] = sections.filter(({ node }) => node.kind !== 'references');
  return first?.node.level === 1 && others.length === 0 ? first.title : '';
}

function dateInText(structure: Structure, title: string, fileName: string): string | undefined {
  const { document, sections } = structure;
  const top = linesAtTop(document, structure.lede, sections[0]?.title);
  return (
    dayOfDatelines(top) ??
    [...linesBelowTitle(structure).map(dayOfByline), ...structure.lede.map(dayOfSubtitle)].find(
      (date) => date !== undefined,
    ) ??
    document.frontMatter.dateOfPath ??
    document.frontMatter.dateGenerated ??
    lessCertainDate(structure, title, fileName, top)
  );
}

/** The day of the first dateline; `Date: 3 March 2026` comes before `Created: 2 March 2026`. */
function dayOfDatelines(top: readonly string[]): string | undefined {
  const datelines = top.filter((line) => dayOf(line) !== undefined);
  const [first] = datelines;
  const called = first !== undefined && saysWhenMade(first) ? datelines.find(isCalledDate) : undefined;
  return dayOf(called ?? first ?? '');
}

/** Returns the date from the places that come last: a month alone, a remark, and the text itself. */
function lessCertainDate(
  structure: Structure,
  title: string,
  fileName: string,
  top: readonly string[],
): string | undefined {
  const { document, sections } = structure;
  const month =
    monthOfFileName(fileName) ??
    findDateOrMonth(title) ??
    top.map((line) => monthOfDateline(withoutEdition(line))).find((date) => date !== undefined);
  if (month !== undefined) return withDay(month, dayInside(document, sections));
  return (
    // A remark may say the date: `Here is your briefing for 3 March 2026:`
    findDate(document.remarks.opening.map(blockText).join(' ')) ??
    dayAbove(linesBelowTitle(structure)) ??
    dayInside(document, sections)
  );
}

/**
 * Returns the day that the first section gives, if it is in the month that the text is named after; otherwise that
 * month.
 */
function withDay(month: string, day: string | undefined): string {
  return day?.slice(0, 7) === month.slice(0, 7) ? day : month;
}

/** The day of a dateline, which may begin with the number of an edition. */
function dayOf(line: string): string | undefined {
  return TWO_DIGITS.test(line) ? dayOfDateline(withoutEdition(line)) : undefined;
}

/** The lines that may be a dateline: those at the top of the lede, and the title of the first section. */
function linesAtTop({ lines }: Document, lede: readonly Block[], firstTitle = ''): string[] {
  const top = lede
    .slice(0, DATELINE_BLOCKS)
    .flatMap(({ from, to }) => lines.slice(from, Math.min(to, from + DATELINE_BLOCKS)));
  return [...top, firstTitle].map(withoutTargets).filter((line) => TWO_DIGITS.test(line));
}

/** `Posted on [3 March 2026](https://a.example/2026)`: the date is in the words of a link, not in its target. */
function withoutTargets(line: string): string {
  return line.replace(/\]\([^\s()]{0,2000}\)/g, ']');
}

/** The first lines of the first paragraph below the title, or else of the first above it. */
function linesBelowTitle({ document: { lines }, lede, titleBlock }: Structure): readonly string[] {
  const paragraphs = lede.filter((block) => block !== titleBlock && isParagraph(block) && !isPicture(block));
  const first = paragraphs.find(({ from }) => from > (titleBlock?.from ?? -1)) ?? paragraphs[0];
  return lines.slice(first?.from, first ? Math.min(first.to, first.from + DATELINE_BLOCKS) : 0);
}

/** Finds `Harbour Office Bulletin, 3 March 2026` on a line that the next does not continue, or the day called today. */
function dayAbove(top: readonly string[]): string | undefined {
  const whole = top.length === 1 ? dayBeforeComma(top[0] ?? '') : undefined;
  if (whole !== undefined) return whole;
  return top
    .map((line, i) => (/^\s*\p{Ll}/u.test(top[i + 1] ?? '') ? undefined : dayAtEnd(line)) ?? dayOfToday(line))
    .find((date) => date !== undefined);
}

/**
 * Finds `Date: 3 March 2026` in a first section `## Meeting info`. If there are several, each dates a story, but not one above
 * all other sections.
 */
function dayInside({ lines }: Document, [first, second]: readonly SectionParts[]): string | undefined {
  if (!first) return undefined;
  const dayAt = (at: number) => dayOf(lines[at] ?? '');
  const end = first.node.from + 1 + DATELINE_LINES;
  const near = blocksIn(first).flatMap(({ from, to }) =>
    lines.slice(from, Math.min(to, end)).map((_, i) => from + i),
  );
  const at = near.find(dayAt) ?? -1;
  const [inside] = first.sections;
  const isAboveAll = !second && inside !== undefined && at < inside.node.from;
  return isAboveAll || !lines.slice(at + 1).some(dayOf) ? dayAt(at) : undefined;
}

function blocksIn({ blocks, sections }: SectionParts): readonly Block[] {
  return [...blocks.map(({ block }) => block), ...sections.flatMap(blocksIn)];
}

/** The problem of a file that is named `.json` and is not JSON. */
function jsonProblem({ document: { lines, json, problems } }: Structure, fileName: string): Problem[] {
  const isJson = json !== undefined || problems.some(({ code }) => code === 'not-a-briefing');
  return isJson || lines.every(isBlank) || !/\.json$/i.test(fileName)
    ? []
    : [problem('not-a-briefing', lineRange(lines, 0, lines.length))];
}

function emptyProblem(lines: readonly string[]): Problem[] {
  return lines.every(isBlank) ? [problem('empty', lineRange(lines, 0, 1))] : [];
}

function deepFreeze<T extends object>(value: T): T {
  Object.freeze(value);
  // Freezes in place: listing each object's values would make up most of the allocations here.
  if (Array.isArray(value)) value.forEach(freezeInside);
  else for (const key in value) freezeInside(value[key]);
  return value;
}

function freezeInside(value: unknown): void {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) deepFreeze(value);
}
