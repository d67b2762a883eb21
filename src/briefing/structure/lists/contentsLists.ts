import { type Block, blockText } from '../../blocks/document.ts';
import { localTargetOf } from '../../blocks/links.ts';
import { isListOrTable } from '../../blocks/kinds.ts';
import { announcesContents } from '../../text/vocabulary.ts';

/** Returns the tables of contents, each with the line above that announces it: `In this issue:`. */
export function contentsIn(blocks: readonly Block[], heading: Block | undefined): ReadonlySet<Block> {
  const contents = new Set<Block>();
  blocks.forEach((block, i) => {
    const above = blocks[i - 1] ?? heading;
    if (!isListOrTable(block)) return;
    const isAnnounced = above !== undefined && announcesContents(blockText(above));
    if (isAnnounced && above !== heading) contents.add(above);
    // Inside a section, the list may be the section's content.
    if (isAnnounced || (!heading && linksToSections(block))) contents.add(block);
  });
  return contents;
}

/**
 * Whether a list links to sections, `- [World](#world)`. Links that cite sources, `It stops [[2](#source-2)].`, or
 * lead to further text, `The last ferry leaves at nine. ([Ferries](#ferries))`, do not count.
 */
export function linksToSections({ tokens }: Block): boolean {
  let links = 0;
  for (const { children } of tokens) {
    let before = 0;
    for (const [i, word] of (children ?? []).entries()) {
      before += word.content.length;
      if (!word.type.endsWith('link_open')) continue;
      if (localTargetOf(word)?.kind !== 'section') return false;
      const words = children?.[i + 1]?.content ?? '';
      if (/\p{L}/u.test(words) && before <= Math.max(FRONT, words.length)) links++;
    }
  }
  const items = tokens.filter(({ type }) => type === 'list_item_open').length;
  return items > 1 && links >= items;
}

/** Maximum length of a prefix such as `Part 12: ` before the link; a longer one has content. In UTF-16 units. */
const FRONT = 12;
