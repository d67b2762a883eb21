import { isProseAfterAll } from './ordinaryNames.ts';
import { datelineHeading } from './datelineHeading.ts';
import { headlinesOf } from './headlines.ts';
import { isHeading, sectionTitle } from './headings.ts';
import { listGroups } from './lists/listGroups.ts';
import { withPartsNested } from './partHeadings.ts';
import { withPartsInside } from './storyParts.ts';
import { type Block, blockText, type Document, topLevelNodes } from '../blocks/document.ts';
import { headingLevel, headingOf } from '../blocks/headings.ts';
import { gather } from '../items/gather.ts';
import { isOneLink, listOf } from '../items/items.ts';
import type { SectionKind } from '../model.ts';
import { type Habits, habitsOf, isOneStory, namesGroup, splitStories, startsOf } from '../items/stories.ts';
import { linesOf, plainText } from '../grammar/tokens.ts';
import { linksOf, targetOf } from '../blocks/links.ts';
import { holdsItems, isList, takeawaysOf } from '../items/takeaways.ts';
import { Leads } from '../items/leads.ts';
import { listedLines } from '../items/linkLines.ts';
import { isTable } from '../items/tableRows.ts';
import { isVersion } from '../text/title.ts';
import { isOrdinaryName, kindOfTitle } from '../text/vocabulary.ts';
import { findTitleBlock } from './titleBlock.ts';

/** A section of the document: its own blocks, and the sections nested in it. */
export interface SectionNode {
  readonly kind: SectionKind;
  readonly level: number;
  /** Missing for the one section of a document without headings, and for sources at the end that have no heading. */
  readonly heading?: Block;
  /** The blocks directly under the heading. */
  readonly blocks: readonly Block[];
  /** Whether the section is one story, so that its lists are parts of it and not takeaways. */
  readonly isStory: boolean;
  readonly sections: readonly SectionNode[];
  /** The source lines, including those of nested sections; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
}

export interface Outline {
  /** The heading or line that gives the title. */
  readonly titleBlock?: Block;
  /** The blocks before the first section, without the title block. */
  readonly lede: readonly Block[];
  readonly sections: readonly SectionNode[];
}

/** Finds the title and the sections of a document. Sections nest by heading level: an h3 is in the h2 above it. */
export function outline(document: Document): Outline {
  const given = document.blocks.filter(isHeading);
  const titleBlock = findTitleBlock(document, given);
  const [body, sources] = withoutSources(document.blocks);
  const leads = new Leads();
  const written = body.flatMap((block) =>
    block === titleBlock ? block : splitStories(listedLines(block), leads),
  );
  const hasHeadings = written.some((block) => block !== titleBlock && isHeading(block));
  const grouped = hasHeadings ? withGroups(withPartsNested(written, titleBlock), leads) : written;
  const { blocks: all, stories } = withPartsInside(grouped, titleBlock);
  const blocks = all.filter((block) => block !== titleBlock);
  const dateline = datelineHeading(document, given, titleBlock);
  const headings = new Set(blocks.filter((block) => isHeading(block) && block !== dateline));
  const habits = habitsOf(blocks, leads);
  const found =
    headings.size === 0
      ? oneList(gather({ kind: 'prose', blocks }, habits))
      : headings.size > 1 && [...headings].every(isOneLink)
        ? oneList(itemsOfHeadings(blocks, headings))
        : nest(all, { headings, titleBlock, habits, stories });
  const { lede, sections } = document.rest ? withRest(found, document.rest) : found;
  return { ...(titleBlock && { titleBlock }), lede, sections: [...sections, ...sources] };
}

/**
 * Splits off the numbered sources at the end of a text, as a reference section without a heading:
 * `[1] https://a.example`, `[2] Title https://b.example`.
 */
function withoutSources(blocks: readonly Block[]): readonly [readonly Block[], readonly SectionNode[]] {
  const last = blocks.findLastIndex((block) => !isNumberedSources(block));
  const own = blocks.slice(last + 1);
  const [first, end] = [own[0], own.at(-1)];
  if (!first || !end || last < 0) return [blocks, []];
  const heading = blocks.slice(0, last + 1).findLast(isHeading);
  if (heading && kindOfTitle(sectionTitle(heading)) === 'references') return [blocks, []];
  const { from } = first;
  const level = 2;
  return [
    blocks.slice(0, last + 1),
    [{ kind: 'references', level, blocks: own, isStory: false, sections: [], from, to: end.to }],
  ];
}

function isNumberedSources({ tokens }: Block): boolean {
  const [open, inline] = tokens;
  return (
    open?.type === 'paragraph_open' &&
    inline !== undefined &&
    inline.content.startsWith('[') &&
    linesOf(inline).every((line) => /^\[\d{1,3}\]/.test(plainText(line)) && linksOf(line).length > 0)
  );
}

type Parts = Omit<Outline, 'titleBlock'>;

/** Appends what is not parsed as Markdown, because the text is too dense, to the last section at any depth. */
function withRest({ lede, sections }: Parts, rest: Block): Parts {
  const last = sections.at(-1);
  if (!last) return { lede: [...lede, rest], sections };
  const { lede: blocks, sections: nested } = withRest({ lede: last.blocks, sections: last.sections }, rest);
  return { lede, sections: sections.with(-1, { ...last, blocks, sections: nested, to: rest.to }) };
}

interface Known {
  readonly headings: ReadonlySet<Block>;
  readonly titleBlock: Block | undefined;
  readonly habits: Habits;
  /** The headings of sections that are already known to be one story each. */
  readonly stories: ReadonlySet<Block | undefined>;
}

function nest(blocks: readonly Block[], { headings, titleBlock, habits, stories }: Known): Parts {
  const lede: Block[] = [];
  const sections: OpenSection[] = [];
  const open: OpenSection[] = [];
  for (const block of blocks) {
    if (block === titleBlock) {
      open.length = 0;
      continue;
    }
    if (!headings.has(block)) {
      (open.at(-1)?.blocks ?? lede).push(block);
    } else {
      const section = sectionOf(block);
      while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
      (open.at(-1)?.sections ?? sections).push(section);
      open.push(section);
    }
    for (const section of open) section.to = Math.max(section.to, block.to);
  }
  const headlines = new Set([...stories, ...headlinesOf(sections, habits)]);
  const closed = (open: OpenSection): SectionNode => {
    const section = areHeadlines(open.sections) ? withItems(open) : open;
    const isStory =
      section.kind === 'prose' &&
      section.sections.every(({ kind }) => kind === 'references') &&
      (headlines.has(section.heading) || isOneStory(section.blocks, habits));
    return {
      ...section,
      blocks: isStory ? section.blocks : gather(section, habits),
      isStory,
      sections: settled(section.sections).map(closed),
    };
  };
  const below = settled(sections).map(closed);
  // With no other sections but references, as in `# Title`, a list, `## Sources`, the lede is read as without sections.
  const top =
    below.every(({ kind }) => kind === 'references') || tellsStories(lede, habits)
      ? oneList(gather({ kind: 'prose', blocks: lede }, habits))
      : lede.some((block) => (isTable(block) && takeawaysOf(block).length > 1) || listsHeadlines(block))
        ? oneList(lede)
        : { lede, sections: [] };
  // The title may come after a section, which is then before the list in the lede.
  const all = [...top.sections, ...below].sort((one, other) => one.from - other.from);
  return { lede: top.lede, sections: all };
}

/**
 * Whether the lede has at least three stories like `**Ferry stops**`. A bold lead with a colon does not count: lines
 * like `**Date:** …` may be above the sections of any text.
 */
function tellsStories(lede: readonly Block[], habits: Habits): boolean {
  const starts = startsOf(lede, habits);
  return (
    lede.filter((block, i) => starts[i] === true && habits.leads.of(block)?.hasColon === false).length > 2
  );
}

/** `- [The last ferry stops](https://a.example)`, and two more such: no `- [Map](…)`, as may stand above any text. */
function listsHeadlines(block: Block): boolean {
  if (!isList(block)) return false;
  const items = takeawaysOf(block);
  return (
    items.length > 2 &&
    items.every(({ name, lead, text, label }) => {
      const [first] = [...name, ...lead].filter(
        ({ type, content }) => type !== 'text' || content.trim() !== '',
      );
      return (
        first?.type === 'link_open' && targetOf(first) === undefined && /\S\s+\S+\s+\S/.test(label ?? text)
      );
    })
  );
}

/** Returns sibling sections with their final kinds: that of `Links` depends on what it holds and on those after it. */
function settled(sections: readonly OpenSection[]): readonly OpenSection[] {
  const last = sections.findLastIndex(({ kind }) => kind !== 'references');
  return sections.map((section, i) =>
    section.kind === 'references' && isProseAfterAll(sectionTitle(section.heading), section.blocks, i > last)
      ? { ...section, kind: 'prose' }
      : section,
  );
}

/**
 * Returns the blocks with headings in place of bold lines that name a group of stories, the sources, or the key
 * takeaways above a list of them. They are one level below the heading above them; the key takeaways are at its level
 * if a rule comes right before them.
 */
function withGroups(blocks: readonly Block[], leads: Leads): readonly Block[] {
  let level = 0;
  const [top] = blocks.filter(isHeading);
  const summaries = blocks.filter((block, i) => namesSummary(block, blocks[i + 1], leads));
  const [summary] = summaries;
  const groups = listGroups(blocks, leads, isHeading);
  return blocks.map((block, i) => {
    if (isHeading(block)) level = headingLevel(block);
    const isSummary = summaries.length === 1 && block === summary;
    const isSubheading =
      isSummary ||
      groups.has(block) ||
      namesGroup(block, blocks[i + 1], leads) ||
      namesSources(blocks, i, leads);
    // In the lede, it is a sibling of the sections.
    if (isSummary && level === 0 && top) return headingOf(block, headingLevel(top));
    if (level === 0 || !isSubheading) return block;
    const isApart = isSummary && level > 1 && blocks[i - 1]?.tokens[0]?.type === 'hr';
    return headingOf(block, isApart ? level : Math.min(6, level + 1));
  });
}

/**
 * Whether a block right above a list names the key takeaways, in bold or with a colon: `**Key takeaways:**`. The caller
 * checks that no other does: labels that recur are those of stories.
 */
function namesSummary(block: Block, below: Block | undefined, leads: Leads): boolean {
  if (below === undefined || !isList(below)) return false;
  const lead = leads.of(block);
  const name = lead?.before === 'nothing' ? lead.words.replace(/[:：]$/, '') : wordsBeforeColon(block);
  return kindOfTitle(name) === 'takeaways';
}

/**
 * Whether a block names sources and nothing else follows in its section: `**Sources:**` in bold above a list or lines
 * of them, or `Sources:` above just a list.
 */
function namesSources(blocks: readonly Block[], at: number, leads: Leads): boolean {
  const block = blocks[at];
  const next = blocks[at + 1];
  if (!block || !next) return false;
  const lead = leads.of(block);
  const name = lead?.before === 'nothing' ? lead.words : isList(next) ? wordsBeforeColon(block) : '';
  // `**Links** · [Ferry](https://a.example)` lists the sources itself, and is not a heading.
  if (name === '' || kindOfTitle(name) !== 'references' || blockText(block).length > name.length + MARKS)
    return false;
  const below = blocks.slice(at + 1);
  const end = below.findIndex((one) => isHeading(one) || one.tokens[0]?.type === 'hr');
  const own = end < 0 ? below : below.slice(0, end);
  const [first] = own;
  return first !== undefined && (own.length === 1 || own.every((one) => isList(one) === isList(first)));
}

/** The most that a number, an emoji and a colon add to a name. In UTF-16 units. */
const MARKS = 12;

/** Returns the words of a line that ends in a colon, without it; '' for any other block. */
function wordsBeforeColon(block: Block): string {
  const [open, inline] = block.tokens;
  const isLabel =
    open?.type === 'paragraph_open' && inline !== undefined && /^[^\n]{1,40}[:：]$/.test(inline.content);
  const name = isLabel ? blockText(block).replace(/\s*[:：]$/, '') : '';
  // `Links:` may introduce items that are meant to be read.
  return isOrdinaryName(name) ? '' : name;
}

/**
 * Puts blocks that are mainly a list, or a table of stories, into a section without a heading, from the first list on;
 * any others are all lede.
 */
function oneList(blocks: readonly Block[]): Parts {
  const counts = blocks.map(itemCount);
  const first = counts.findIndex((count) => count > 0);
  const items = counts.reduce((sum, count) => sum + count, 0);
  // Blocks without words, such as rules, do not count beside several items.
  const others = blocks.filter((block, i) => counts[i] === 0 && (items < 2 || blockText(block) !== ''));
  if (first < 0 || (items < 2 * others.length && !isMostlyList(blocks)))
    return { lede: blocks, sections: [] };
  const own = blocks.slice(first);
  const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
  const section: SectionNode = {
    kind: 'prose',
    level: 1,
    blocks: own,
    isStory: false,
    sections: [],
    from,
    to,
  };
  return { lede: blocks.slice(0, first), sections: [section] };
}

/** Whether lists of at least three items have twice as many letters as all else, such as a greeting and a farewell. */
function isMostlyList(blocks: readonly Block[]): boolean {
  const lists = blocks.filter((block) => isList(block) && itemCount(block) > 2);
  const letters = (some: readonly Block[]) => some.reduce((sum, block) => sum + letterCount(block), 0);
  return lists.length > 0 && letters(lists) * 3 >= letters(blocks) * 2;
}

function letterCount({ tokens }: Block): number {
  return tokens.reduce((sum, { type, content }) => sum + (type === 'inline' ? content.length : 0), 0);
}

function itemCount(block: Block): number {
  if (isList(block)) return topLevelNodes(block.tokens.slice(1, -1)).length;
  return holdsItems(block) ? takeawaysOf(block).length : 0;
}

/** Whether all sections are links, as headlines are, and at least half of them have nothing below. */
function areHeadlines(sections: readonly SectionNode[]): boolean {
  const isHeadline = ({ heading, sections: nested }: SectionNode) =>
    heading !== undefined && nested.length === 0 && isOneLink(heading) && !isVersion(blockText(heading));
  return (
    sections.filter(({ blocks }) => blocks.length === 0).length * 2 >= Math.max(1, sections.length) &&
    sections.every(isHeadline)
  );
}

/** Makes a section with items of one with headlines as its sections: see {@link areHeadlines}. */
function withItems(section: OpenSection): OpenSection {
  const items = section.sections.map(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks]);
  return { ...section, blocks: [...section.blocks, listOf(items)], sections: [] };
}

/** Makes a list of headings that are links: each is an item, with the blocks below it. */
function itemsOfHeadings(blocks: readonly Block[], headings: ReadonlySet<Block>): Block[] {
  const first = blocks.findIndex((block) => headings.has(block));
  const items: Block[][] = [];
  for (const block of blocks.slice(first)) {
    if (headings.has(block)) items.push([block]);
    else items.at(-1)?.push(block);
  }
  return [...blocks.slice(0, first), listOf(items)];
}

/** A section that is still being read. */
interface OpenSection extends SectionNode {
  readonly blocks: Block[];
  readonly sections: OpenSection[];
  to: number;
}

function sectionOf(heading: Block): OpenSection {
  const { from, to } = heading;
  const kind = kindOfTitle(sectionTitle(heading));
  return { kind, level: headingLevel(heading), heading, blocks: [], isStory: false, sections: [], from, to };
}
