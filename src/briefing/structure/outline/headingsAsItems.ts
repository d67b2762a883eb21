import { sumOf } from '../../../base/sumOf.ts';
import { type Block, blockText } from '../../blocks/document.ts';
import { isList, isListOrTable, isRule } from '../../blocks/kinds.ts';
import { isOneLink } from '../../items/linksAsItems.ts';
import { listOf } from '../../items/makeLists.ts';
import { isUninformative } from '../../items/sourceLines.ts';
import { linkAtStart, takeawaysOf } from '../../items/takeaways.ts';
import { gatherItems, isNumbered } from '../../items/unlistedItems.ts';
import { isVersion } from '../../text/title.ts';
import type { SectionNode } from './sectionNode.ts';

/**
 * Whether all headings are links, and are items: not if a third of them, and two, are above several items that begin
 * with links of their own, and those are more than the headings.
 */
export function areItems(blocks: readonly Block[], headings: ReadonlySet<Block>): boolean {
  if (headings.size < 2 || ![...headings].every(isOneLink)) return false;
  const bodies: Block[][] = [];
  for (const block of blocks)
    if (headings.has(block)) bodies.push([]);
    else bodies.at(-1)?.push(block);
  const lists = bodies.map(linksListed);
  // Links with the same words below two headings are parts of stories: `- [Discussion](https://a.example)`.
  const isOwn = (link: string, at: number) =>
    !isUninformative(link) && !lists.some((other, i) => i !== at && other.has(link));
  const own = lists.map((links, at) => [...links].filter((link) => isOwn(link, at)).length);
  const sections = own.filter((count, at) => count > 1 && count * 2 >= (lists[at]?.size ?? 0));
  const items = sumOf(sections, (count) => count);
  return sections.length < 2 || sections.length * 3 < headings.size || items <= headings.size;
}

/** Returns the words of the links that the items below a heading begin with; '' stands for items without one. */
function linksListed(body: readonly Block[]): ReadonlySet<string> {
  const blocks = body.some(isNumbered) ? gatherItems(body) : body;
  return new Set(
    blocks
      .filter(isList)
      .flatMap(takeawaysOf)
      .map((item) => linkAtStart(item) ?? ''),
  );
}

/** Makes a list of headings that are links: each is an item, with the blocks below it. */
export function itemsOfHeadings(blocks: readonly Block[], headings: ReadonlySet<Block>): Block[] {
  const first = blocks.findIndex((block) => headings.has(block));
  const items: Block[][] = [];
  for (const block of blocks.slice(first)) {
    if (headings.has(block)) items.push([block]);
    else items.at(-1)?.push(block);
  }
  return [...blocks.slice(0, first), listOf(items)];
}

/**
 * Whether all sections are links, as headlines are, and at least half of them have nothing below but rules; one is
 * enough if none has a list.
 */
export function areHeadlines(sections: readonly SectionNode[]): boolean {
  const isHeadline = ({ heading, kicker, sections: nested }: SectionNode) =>
    heading !== undefined &&
    !kicker &&
    nested.length === 0 &&
    isOneLink(heading) &&
    !isVersion(blockText(heading));
  const empty = sections.filter(({ blocks }) => blocks.every(isRule)).length;
  const areStories = () =>
    empty * 2 >= sections.length || !sections.some(({ blocks }) => blocks.some(isListOrTable));
  return empty > 0 && areStories() && sections.every(isHeadline);
}

/** Makes a list of sections that are headlines: see {@link areHeadlines}. */
export function listOfSections(sections: readonly SectionNode[]): Block {
  return listOf(sections.map(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks]));
}
