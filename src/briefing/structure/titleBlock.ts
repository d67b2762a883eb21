import { besideDate, findDate } from '../text/dates/date.ts';
import { type Block, blockText, type Document, isPicture } from '../blocks/document.ts';
import { headingLevel } from '../blocks/headings.ts';
import { isSourceBehind } from '../items/leads.ts';
import { isField } from '../text/partLabels.ts';
import { announcesPeople } from '../text/people.ts';
import { isEditionLine, isFileName, isTitleLine, wordsBeforeNumber } from '../text/title.ts';
import { announcesContents, foldTitle, kindOfTitle } from '../text/vocabulary.ts';

/**
 * The block that gives the title and so is not a section: the first level-1 heading (where the front matter has a title,
 * only a heading that repeats it, of level 1 or above all else), or else a first line that stands alone, or a first heading that all others stand
 * below, or that is unlike its siblings.
 */
export function findTitleBlock(
  { blocks, frontMatter, json }: Document,
  headings: readonly Block[],
): Block | undefined {
  const first = headings.find(
    (block) => headingLevel(block) === 1 && kindOfTitle(blockText(block)) === 'prose',
  );
  const given = frontMatter.title;
  const isRule = ({ tokens }: Block) => tokens[0]?.type === 'hr';
  const top = blocks.find((block) => !isRule(block) && !isFileName(blockText(block)) && !isPicture(block));
  if (given !== undefined) {
    const heads = top && top === headings[0] && kindOfTitle(blockText(top)) === 'prose';
    return [first, heads ? top : undefined].find((block) => block && repeats(blockText(block), given));
  }
  const isSibling =
    first !== undefined &&
    (announcesContents(blockText(first)) ||
      endsText(first, headings) ||
      followsSibling(first, headings) ||
      isOneOfMany(first, blocks, headings));
  // What programs write has a key for its title, and else none of its names is one.
  if (!isSibling && (first ?? (blocks.length < 2 || json !== undefined))) return first;
  if (top && headings.includes(top))
    return !isSibling && (headsAll(headings) || headsSiblings(blocks, headings)) ? top : undefined;
  return standsAlone(top) ? top : undefined;
}

/** `# To do` below `## Talks` and `## Votes`: a title has what it is the title of below it. */
function endsText(first: Block, headings: readonly Block[]): boolean {
  return headings.length > 2 && headings.at(-1) === first;
}

/**
 * Whether a level-1 heading is a section beside one above it, as `# Markets` below `# TL;DR` is. A title below a section
 * has only deeper headings after it.
 */
function followsSibling(first: Block, headings: readonly Block[]): boolean {
  const at = headings.indexOf(first);
  const below = headings.slice(at + 1).map(headingLevel);
  return (
    headings.slice(0, at).some((block) => headingLevel(block) === 1) &&
    (below.length === 0 || below.includes(1))
  );
}

/** `1. `, `1 `, `一、` */
const NUMBER = /^\s*(?:(\d{1,2})(?:[.)、．]|\s)|([一二三四五六七八九十])[、.．])/u;
const NUMERALS = '零一二三四五六七八九十';

/**
 * A heading that its siblings count on from, `# 1 Ferries` above `# 2 Tugs`; that says what they say before a number,
 * `# Changes in 1.3`; or that has the label below it that all of them have, `**Authors:** …`: it is the first of them, and
 * the title of none. A date is the whole text's as well.
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

/** The label that a paragraph begins with: `**Authors:** …`, `Link: …`. */
function labelOf(block: Block | undefined): string | undefined {
  const [open, inline] = block?.tokens ?? [];
  if (open?.type !== 'paragraph_open' || !inline || isEditionLine(inline.content)) return undefined;
  const [, label] = LABEL.exec(inline.content) ?? [];
  return label === undefined ? undefined : foldTitle(label);
}

const LABEL = /^(?:\*\*|__)?([^\n:：*_]{2,40})(?:\*\*|__)?[:：]/;

/** `Morning brief` repeats `Morning brief`, and `Morning brief - 3 March 2026`. */
function repeats(heading: string, title: string): boolean {
  const words = foldTitle(heading);
  if (words === foldTitle(title)) return true;
  const beside = foldTitle(besideDate(title));
  return beside !== '' && beside === foldTitle(besideDate(heading));
}

/** The first heading has a level of its own above all others. */
function headsAll(headings: readonly Block[]): boolean {
  const [first = 0, ...others] = headings.map(headingLevel);
  return others.length > 0 && others.every((level) => level > first);
}

/**
 * The first heading stands at the level of the others, and yet is none of them: it alone has a date (`## Harbour brief,
 * 3 March 2026`), or it has no more below it than a dateline and a short paragraph, where most others have more.
 */
function headsSiblings(blocks: readonly Block[], headings: readonly Block[]): boolean {
  const [top, ...others] = headings;
  if (!top || others.length === 0 || kindOfTitle(blockText(top)) !== 'prose') return false;
  if (announcesPeople(blockText(top))) return false;
  if (others.some((other) => headingLevel(other) < headingLevel(top))) return false;
  const day = findDate(blockText(top));
  if (day !== undefined) {
    const days = others.flatMap((block) => findDate(blockText(block)) ?? []);
    // A few others may say of what day they are, too: that of the whole.
    return days.every((one) => one === day) && days.length * 4 <= others.length;
  }
  if (isOneOfMany(top, blocks, headings)) return false;
  // Deeper headings stand in it, as in any section.
  if (others[0] && headingLevel(others[0]) > headingLevel(top)) return false;
  const own = bodies(blocks, headings).map((body) => body.filter((block) => !isDatelineBlock(block)));
  const [intro = [], ...rest] = own;
  if (intro.length === 0) return rest.some((body) => body.length > 0);
  return isShortIntro(intro) && rest.filter(isShortIntro).length * 2 < rest.length;
}

/** What stands below each of the headings, down to the next. */
function bodies(blocks: readonly Block[], headings: readonly Block[]): Block[][] {
  const found: Block[][] = [];
  const all = new Set(headings);
  for (const block of blocks) {
    if (all.has(block)) found.push([]);
    else if (block.tokens[0]?.type !== 'hr') found.at(-1)?.push(block);
  }
  return found;
}

function isDatelineBlock(block: Block): boolean {
  return block.tokens[0]?.type === 'paragraph_open' && isEditionLine(blockText(block));
}

const INTRO_LENGTH = 300;

function isShortIntro(body: readonly Block[]): boolean {
  return body.every(
    (block, i) =>
      i === 0 && block.tokens[0]?.type === 'paragraph_open' && blockText(block).length <= INTRO_LENGTH,
  );
}

/** A short first paragraph on one line that ends no sentence: `Morning brief, 3 March`. */
function standsAlone(block: Block | undefined): boolean {
  return (
    block?.tokens[0]?.type === 'paragraph_open' &&
    block.to - block.from === 1 &&
    isTitleLine(blockText(block)) &&
    !isField(blockText(block)) &&
    !announcesPeople(blockText(block)) &&
    !isHeadlineWithSource(block)
  );
}

/** `**Ferry stops** [source](https://a.example)`: the first story of a text without a title. */
function isHeadlineWithSource({ tokens: [, inline] }: Block): boolean {
  const words = inline?.children ?? [];
  const close = words.findIndex(({ type }) => type === 'strong_close');
  return close > 0 && isSourceBehind(words.slice(close + 1));
}
