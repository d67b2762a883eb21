import { wordsOf } from '../../grammar/tokens.ts';
import { isNoTitle } from '../../text/colophon.ts';
import { besideDate, findDate, isBareDate } from '../../text/dates/date.ts';
import { type Block, blockText, type Document, isPicture } from '../../blocks/document.ts';
import { headingLevel } from '../../blocks/headings.ts';
import { inlineOf, isParagraph, isRule } from '../../blocks/kinds.ts';
import { isSourceAfter } from '../../items/boldLeads.ts';
import { safeUrl } from '../../text/links/safeUrl.ts';
import { saysHowSent } from '../../text/links/sendingLinks.ts';
import { announcesPeople } from '../../text/people.ts';
import { endsSentence } from '../../text/sentences.ts';
import {
  endsInEdition,
  isEditionLine,
  isFileName,
  isTitleLine,
  withoutEdition,
  wordsBeforeNumber,
} from '../../text/title.ts';
import { announcesContents, foldTitle, kindOfTitle } from '../../text/vocabulary.ts';
import { datelineHeading, isDatelineParagraph } from './datelineHeading.ts';

/**
 * Returns the block that gives the title and so is not a section: the first level-1 heading; or else a first line on
 * its own, a first heading that all others are below, or one that is unlike its siblings. If the front matter has a
 * title, only a heading that repeats it counts: the first of level 1, or one above all else.
 */
export function findTitleBlock(document: Document, headings: readonly Block[]): Block | undefined {
  const { blocks, frontMatter, json } = document;
  const first = headings.find(
    (block) => headingLevel(block) === 1 && kindOfTitle(blockText(block)) === 'prose',
  );
  const given = frontMatter.title;
  const isAbove = (words: string) => isFileName(words) || saysHowSent(words) || safeUrl(words) !== undefined;
  const top = blocks.find((block) => !isRule(block) && !isAbove(blockText(block)) && !isPicture(block));
  if (given !== undefined) {
    const heads = top && top === headings[0] && kindOfTitle(blockText(top)) === 'prose';
    return [first, heads ? top : undefined].find((block) => block && repeats(blockText(block), given));
  }
  if (top && isAboveDate(top, document, headings, first)) return top;
  if (top && isBelowDate(top, blocks, headings)) return headings[1];
  const isSibling =
    first !== undefined &&
    (announcesContents(blockText(first)) ||
      endsText(first, headings) ||
      followsSibling(first, headings) ||
      followsProse(first, blocks, headings) ||
      isOneOfMany(first, blocks, headings));
  // JSON has a key for its title; without one, no name in it is the title.
  if (!isSibling && (first ?? (blocks.length < 2 || json !== undefined))) return first;
  if (top && headings.includes(top))
    return !isSibling && (headsAll(headings) || headsSiblings(blocks, headings)) ? top : undefined;
  return standsAlone(top) ? top : undefined;
}

/**
 * Whether the top of a text is a heading with the only heading that is a date right below it: `## Harbour meeting`,
 * `##### 3 March 2026`. It is then the title, even if a heading of level 1 is below other sections.
 */
function isAboveDate(
  top: Block,
  document: Document,
  headings: readonly Block[],
  first: Block | undefined,
): boolean {
  const [heading, date, next] = headings;
  return (
    top === heading &&
    date !== undefined &&
    next !== undefined &&
    [top, date, next].every((block) => block !== first) &&
    headingLevel(top) < headingLevel(date) &&
    datelineHeading(document, headings, top) === date &&
    kindOfTitle(blockText(top)) === 'prose'
  );
}

/**
 * Whether the top of a text is a heading that is only a date, right above a name with a number that all others are
 * below: `# 3 March 2026`, `## Harbour 1.2`.
 */
function isBelowDate(top: Block, blocks: readonly Block[], headings: readonly Block[]): boolean {
  const [date, name, ...others] = headings;
  return (
    date === top &&
    name !== undefined &&
    name === blocks[blocks.indexOf(top) + 1] &&
    isBareDate(blockText(top)) &&
    wordsBeforeNumber(blockText(name)) !== undefined &&
    others.every((block) => headingLevel(block) > headingLevel(name))
  );
}

/**
 * Whether the first level-1 heading is the last of several headings, as `# To do` below `## Talks` and `## Votes`: a
 * title has its text below it.
 */
function endsText(first: Block, headings: readonly Block[]): boolean {
  return headings.length > 2 && headings.at(-1) === first;
}

/**
 * Whether a heading comes after one of its level and is a section, too, as `# Markets` below `# TL;DR`: a title after a
 * section has sections of its own below it, and no further ones beside it.
 */
function followsSibling(first: Block, headings: readonly Block[]): boolean {
  const at = headings.indexOf(first);
  const below = headings.slice(at + 1).map(headingLevel);
  return (
    headings.slice(0, at).some((block) => headingLevel(block) === 1) &&
    (below.length === 0 || below.includes(1))
  );
}

/**
 * Whether sentences are above the first level-1 heading and two others of its level below it, as in a letter: `Dear all, …`,
 * `# Ferries`, `# Tugs`, `# Cranes`.
 */
function followsProse(first: Block, blocks: readonly Block[], headings: readonly Block[]): boolean {
  const siblings = headings.filter((block) => headingLevel(block) === 1);
  if (siblings[0] !== first || siblings.length < 3 || headings[0] !== first) return false;
  const above = blocks.slice(0, blocks.indexOf(first));
  return above.some(
    (block) => isParagraph(block) && endsSentence(blockText(block)) && !isDatelineParagraph(block),
  );
}

/** `1. `, `1 `, `一、` */
const NUMBER = /^\s*(?:(\d{1,2})(?:[.)、．]|\s)|([一二三四五六七八九十])[、.．])/u;
const NUMERALS = '零一二三四五六七八九十';

/**
 * Whether a heading is the first of several alike, and so not the title: its siblings continue its number,
 * `# 1 Ferries` above `# 2 Tugs`; all have the same words before a number, `# Changes in 1.3`; or all have the same
 * label below them, `**Authors:** …`. A date below it does not count, since it may be that of the whole text.
 */
function isOneOfMany(first: Block, blocks: readonly Block[], headings: readonly Block[]): boolean {
  const siblings = headings.filter((block) => headingLevel(block) === headingLevel(first));
  const [, second, third] = siblings;
  if (siblings[0] !== first || !second) return false;
  if (numberOf(first) === 1 && numberOf(second) === 2) return true;
  if (!third) return false;
  const words = wordsBeforeNumber(blockText(first));
  const isSame = (block: Block) => wordsBeforeNumber(blockText(block)) === words;
  if (words !== undefined && siblings.every(isSame)) return true;
  const label = labelOf(blocks[blocks.indexOf(first) + 1]);
  const all = new Set(siblings);
  return (
    label !== undefined && blocks.every((block, i) => !all.has(block) || labelOf(blocks[i + 1]) === label)
  );
}

function numberOf(heading: Block): number | undefined {
  const [, digits, numeral] = NUMBER.exec(blockText(heading)) ?? [];
  return numeral === undefined
    ? digits === undefined
      ? undefined
      : Number(digits)
    : NUMERALS.indexOf(numeral);
}

/** The label of a paragraph, folded: `**Authors:** …`, `Link: …`; undefined if it only gives a date or edition. */
function labelOf(block: Block | undefined): string | undefined {
  const inline = inlineOf(block);
  if (!inline || isEditionLine(inline.content)) return undefined;
  const [, label] = LABEL.exec(inline.content) ?? [];
  return label === undefined ? undefined : foldTitle(label);
}

const LABEL = /^(?:\*\*|__)?([^\n:：*_]{2,40})(?:\*\*|__)?[:：]/;

/**
 * Whether a heading repeats a title, with or without its date: `Morning brief` repeats `Morning brief`, and
 * `Morning brief - 3 March 2026`, which also repeats a title that is only that date.
 */
function repeats(heading: string, title: string): boolean {
  const words = foldTitle(heading);
  if (words === foldTitle(title) || (withoutEdition(title) === '' && words.endsWith(` ${foldTitle(title)}`)))
    return true;
  const beside = foldTitle(besideDate(title));
  return beside === ''
    ? findDate(title) !== undefined && findDate(title) === findDate(heading)
    : beside === foldTitle(besideDate(heading));
}

/** Whether all other headings are at deeper levels than the first. */
function headsAll(headings: readonly Block[]): boolean {
  const [first = 0, ...others] = headings.map(headingLevel);
  return others.length > 0 && others.every((level) => level > first);
}

/**
 * Whether the first heading, though at the level of the others, is the title: it alone has a date (`## Harbour brief,
 * 3 March 2026`) or the number of an issue (`## Harbour brief, Vol. 12`), or it has at most a dateline and a short
 * paragraph below it, while most others have more.
 */
function headsSiblings(blocks: readonly Block[], headings: readonly Block[]): boolean {
  const [top, ...others] = headings;
  if (!top || others.length === 0 || kindOfTitle(blockText(top)) !== 'prose') return false;
  if (announcesPeople(blockText(top))) return false;
  if (others.some((other) => headingLevel(other) < headingLevel(top))) return false;
  const day = findDate(blockText(top));
  if (day !== undefined) {
    const days = others.flatMap((block) => findDate(blockText(block)) ?? []);
    // Up to a quarter of the other headings may repeat the date of the text.
    return days.every((one) => one === day) && days.length * 4 <= others.length;
  }
  const areNumbered = headings.map((block) => endsInEdition(blockText(block)));
  if (areNumbered.indexOf(true) === 0 && areNumbered.lastIndexOf(true) === 0) return true;
  if (isOneOfMany(top, blocks, headings)) return false;
  // With a deeper heading right after it, it is a section like any other.
  if (others[0] && headingLevel(others[0]) > headingLevel(top)) return false;
  const own = bodies(blocks, headings).map((body) => body.filter((block) => !isDatelineParagraph(block)));
  const [intro = [], ...rest] = own;
  if (intro.length === 0) return rest.some((body) => body.length > 0);
  return isShortIntro(intro) && rest.filter(isShortIntro).length * 2 < rest.length;
}

/** Returns the blocks below each heading, up to the next, without rules. */
function bodies(blocks: readonly Block[], headings: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  const all = new Set(headings);
  for (const block of blocks) {
    if (all.has(block)) found.push([]);
    else if (!isRule(block)) found.at(-1)?.push(block);
  }
  return found;
}

const INTRO_LENGTH = 300;

function isShortIntro(body: readonly Block[]): boolean {
  return body.every((block, i) => i === 0 && isParagraph(block) && blockText(block).length <= INTRO_LENGTH);
}

/** Whether a first block is a short paragraph on one line that does not end a sentence: `Morning brief, 3 March`. */
function standsAlone(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    isParagraph(block) &&
    block.to - block.from === 1 &&
    isTitleLine(blockText(block)) &&
    !isNoTitle(blockText(block)) &&
    !announcesPeople(blockText(block)) &&
    !isHeadlineWithSource(block)
  );
}

/** Whether a block is the first story of a text without a title: `**Ferry stops** [source](https://a.example)`. */
function isHeadlineWithSource({ tokens: [, inline] }: Block): boolean {
  const words = wordsOf(inline);
  const close = words.findIndex(({ type }) => type === 'strong_close');
  return close > 0 && isSourceAfter(words.slice(close + 1));
}
