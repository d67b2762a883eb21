import { type Block, blockText } from '../../blocks/document.ts';
import { targetOf } from '../../blocks/links.ts';
import { holdsItems } from '../../items/takeaways.ts';
import { announcesContents } from '../../text/vocabulary.ts';

/** Returns the lists of what the document contains, each with the line above that announces it: `In this issue:`. */
export function contentsIn(blocks: readonly Block[], heading: Block | undefined): ReadonlySet<Block> {
  const contents = new Set<Block>();
  blocks.forEach((block, i) => {
    const above = blocks[i - 1] ?? heading;
    if (!holdsItems(block)) return;
    const isAnnounced = above !== undefined && announcesContents(blockText(above));
    if (isAnnounced && above !== heading) contents.add(above);
    // Inside a section, it may be what that is about.
    if (isAnnounced || (!heading && leadsInside(block))) contents.add(block);
  });
  return contents;
}

/**
 * A list of links to sections: `- [World](#world)`, and not of what cites its sources so, `It stops [[2](#source-2)].`, or
 * says where more is told of it: `The last ferry leaves at nine. ([Ferries](#ferries))`.
 */
export function leadsInside({ tokens }: Block): boolean {
  let links = 0;
  for (const { children } of tokens) {
    let before = 0;
    for (const [i, word] of (children ?? []).entries()) {
      before += word.content.length;
      if (!word.type.endsWith('link_open')) continue;
      if (targetOf(word)?.kind !== 'section') return false;
      const words = children?.[i + 1]?.content ?? '';
      if (/\p{L}/u.test(words) && before <= Math.max(FRONT, words.length)) links++;
    }
  }
  const items = tokens.filter(({ type }) => type === 'list_item_open').length;
  return items > 1 && links >= items;
}

/** `Part 12: ` may stand before a link; more tells something. In UTF-16 units. */
const FRONT = 12;
