import { type Block, blockText } from '../../blocks/document.ts';
import { holdsItems } from '../../items/takeaways.ts';
import { announcesContents } from '../../text/vocabulary.ts';

/** Returns the lists of what the document contains, each with the line above that announces it: `In this issue:`. */
export function contentsIn(blocks: readonly Block[], heading: Block | undefined): ReadonlySet<Block> {
  const contents = new Set<Block>();
  blocks.forEach((block, i) => {
    const above = blocks[i - 1] ?? heading;
    if (!above || !holdsItems(block) || !announcesContents(blockText(above))) return;
    if (above !== heading) contents.add(above);
    contents.add(block);
  });
  return contents;
}
