import { type Block, blockText } from '../../blocks/document.ts';
import { isOneLink } from '../../items/linksAsItems.ts';
import { listOf } from '../../items/makeLists.ts';
import { isVersion } from '../../text/title.ts';
import type { SectionNode } from './sectionNode.ts';

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

/** Whether all sections are links, as headlines are, and at least half of them have nothing below. */
export function areHeadlines(sections: readonly SectionNode[]): boolean {
  const isHeadline = ({ heading, sections: nested }: SectionNode) =>
    heading !== undefined && nested.length === 0 && isOneLink(heading) && !isVersion(blockText(heading));
  const empty = sections.filter(({ blocks }) => blocks.length === 0).length;
  return sections.length > 0 && empty * 2 >= sections.length && sections.every(isHeadline);
}

/** Makes a list of sections that are headlines: see {@link areHeadlines}. */
export function listOfSections(sections: readonly SectionNode[]): Block {
  return listOf(sections.map(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks]));
}
