import { type Block, blockText, type Document, topLevelNodes } from './document.ts';
import { gatherItems, isOneLink, listOf } from './items.ts';
import type { SectionKind } from './model.ts';
import { isList } from './takeaways.ts';
import { isFileName } from './title.ts';
import { foldTitle, kindOfTitle } from './vocabulary.ts';

/** A section as it stands in the document: its own blocks, and the sections inside it. */
export interface SectionNode {
  readonly kind: SectionKind;
  readonly level: number;
  /** Missing where a document without headings is one list. */
  readonly heading?: Block;
  /** What stands directly under the heading. */
  readonly blocks: readonly Block[];
  readonly sections: readonly SectionNode[];
  /** Source lines, the nested sections included. */
  readonly from: number;
  readonly to: number;
}

export interface Outline {
  /** The heading or line that gives the title. */
  readonly titleBlock?: Block;
  /** The blocks before the first section, without that one. */
  readonly lede: readonly Block[];
  readonly sections: readonly SectionNode[];
}

/** Finds the title and the sections of a document. Sections nest by heading level: an h3 stands in the h2 above it. */
export function outline(document: Document): Outline {
  const all = document.blocks.filter(isHeading);
  const titleBlock = findTitleBlock(document, all);
  const blocks = document.blocks.filter((block) => block !== titleBlock);
  const headings = new Set(all.filter((block) => block !== titleBlock));
  const found =
    headings.size === 0
      ? oneList(gatherItems(blocks))
      : headings.size > 1 && [...headings].every(isOneLink)
        ? oneList(itemsOfHeadings(blocks, headings))
        : nest(document.blocks, headings, titleBlock);
  return { ...(titleBlock && { titleBlock }), ...found };
}

type Parts = Omit<Outline, 'titleBlock'>;

function nest(blocks: readonly Block[], headings: ReadonlySet<Block>, titleBlock: Block | undefined): Parts {
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
  const closed = (section: OpenSection): SectionNode => ({
    ...section,
    blocks: section.kind === 'references' ? section.blocks : gatherItems(section.blocks),
    sections: section.sections.map(closed),
  });
  return { lede, sections: sections.map(closed) };
}

/** A document without headings that is a list in the main: a section that has no heading holds it. */
function oneList(blocks: readonly Block[]): Parts {
  const first = blocks.findIndex(isList);
  const lists = blocks.filter(isList);
  const items = lists.reduce((sum, list) => sum + topLevelNodes(list.tokens.slice(1, -1)).length, 0);
  if (first < 0 || items < 2 * (blocks.length - lists.length)) return { lede: blocks, sections: [] };
  const own = blocks.slice(first);
  const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
  const section: SectionNode = { kind: 'prose', level: 1, blocks: own, sections: [], from, to };
  return { lede: blocks.slice(0, first), sections: [section] };
}

/** Where each heading is a link, the headings are the items, with what stands below them. */
function itemsOfHeadings(blocks: readonly Block[], headings: ReadonlySet<Block>): Block[] {
  const first = blocks.findIndex((block) => headings.has(block));
  const items: Block[][] = [];
  for (const block of blocks.slice(first)) {
    if (headings.has(block)) items.push([block]);
    else items.at(-1)?.push(block);
  }
  return [...blocks.slice(0, first), listOf(items)];
}

/** A section that the reading has not left yet. */
interface OpenSection extends SectionNode {
  readonly blocks: Block[];
  readonly sections: OpenSection[];
  to: number;
}

function sectionOf(heading: Block): OpenSection {
  const { from, to } = heading;
  const kind = kindOfTitle(sectionTitle(heading));
  return { kind, level: headingLevel(heading), heading, blocks: [], sections: [], from, to };
}

/** A heading often ends in a colon (`Reference(s):`); a title needs none. */
export function sectionTitle(heading: Block | undefined): string {
  const text = heading ? blockText(heading) : '';
  return text.replace(/\s*[:：]$/, '') || text;
}

/**
 * The block that gives the title and so is no section: the first level-1 heading (where the front matter has a title,
 * only a heading that repeats it), or else a first line that stands alone, or a first heading that all others stand
 * below.
 */
function findTitleBlock({ blocks, frontMatter }: Document, headings: readonly Block[]): Block | undefined {
  const first = headings.find(
    (block) => headingLevel(block) === 1 && kindOfTitle(blockText(block)) === 'prose',
  );
  if (frontMatter.title !== undefined) {
    return first && foldTitle(blockText(first)) === foldTitle(frontMatter.title) ? first : undefined;
  }
  const top = blocks.find((block) => !isFileName(blockText(block)));
  if (first ?? blocks.length < 2) return first;
  if (top && headings.includes(top)) return headsAll(headings) ? top : undefined;
  return standsAlone(top) ? top : undefined;
}

/** The first heading has a level of its own above all others. */
function headsAll(headings: readonly Block[]): boolean {
  const [first = 0, ...others] = headings.map(headingLevel);
  return others.length > 0 && others.every((level) => level > first);
}

/** A first line this long is a paragraph. */
const TITLE_LENGTH = 160;

/** A short first paragraph on one line that ends no sentence: `Morning brief, 3 March`. */
function standsAlone(block: Block | undefined): boolean {
  if (block?.tokens[0]?.type !== 'paragraph_open' || block.to - block.from !== 1) return false;
  const text = blockText(block);
  return (
    text !== '' && text.length <= TITLE_LENGTH && !/[.,;:!?…。]["'”’»)]?$/u.test(text) && /\p{L}/u.test(text)
  );
}

function isHeading(block: Block): boolean {
  return block.tokens[0]?.type === 'heading_open' && blockText(block) !== '';
}

function headingLevel(block: Block): number {
  return Number(block.tokens[0]?.tag.slice(1));
}
