import { compactDay } from '../text/dates/compactDay.ts';
import {
  dateOfFileName,
  dayBeforeComma,
  dayOfByline,
  dayOfDateline,
  findDate,
  findDateOrMonth,
  isCalledDate,
  monthOfDateline,
  monthOfFileName,
  saysWhenMade,
} from '../text/dates/date.ts';
import { dayAtEnd, dayOfToday } from '../text/dates/dayAtEnd.ts';
import { dayOfMetadata } from '../text/dates/dayOfMetadata.ts';
import { TWO_DIGITS } from '../text/dates/digits.ts';
import { withoutEdition } from '../text/title.ts';
import { type Block, blockText, type Document, isPicture } from '../blocks/document.ts';
import { isParagraph } from '../blocks/kinds.ts';
import { dayOfSubtitle } from './outline/datelineHeading.ts';
import type { SectionParts, Structure } from './structure.ts';

/** Number of blocks of the lede, and of lines in each block, that are searched for a dateline. */
const BLOCKS = 4;
const LINES = 4;
/** Number of lines of the first section that are searched for a dateline. */
const SECTION_LINES = 12;

/**
 * Returns the date from the first of these that has one: front matter, a title in the text, the file name, any other
 * title, a dateline near the top, the path that the text is published at, the day on which a program wrote it, a month
 * alone in the file name, the title or a dateline, and finally less certain places in the text.
 */
export function dateOf(structure: Structure, title: string, fileName: string): string | undefined {
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
  const top = lede.slice(0, BLOCKS).flatMap(({ from, to }) => lines.slice(from, Math.min(to, from + LINES)));
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
  return lines.slice(first?.from, first ? Math.min(first.to, first.from + LINES) : 0);
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
  const end = first.node.from + 1 + SECTION_LINES;
  const near = blocksOf(first).flatMap(({ from, to }) =>
    lines.slice(from, Math.min(to, end)).map((_, i) => from + i),
  );
  const at = near.find(dayAt) ?? -1;
  const [inside] = first.sections;
  const isAboveAll = !second && inside !== undefined && at < inside.node.from;
  return isAboveAll || !lines.slice(at + 1).some(dayOf) ? dayAt(at) : undefined;
}

function blocksOf({ blocks, sections }: SectionParts): readonly Block[] {
  return [...blocks.map(({ block }) => block), ...sections.flatMap(blocksOf)];
}
