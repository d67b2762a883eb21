import type { Block } from './document.ts';
import { headingLevel, paragraphOf } from './headings.ts';

const isHeading = ({ tokens }: Block) => tokens[0]?.type === 'heading_open';

/**
 * `#### Author: Ann Example` right below the heading of a wider section, or the first below the title: it heads nothing, and
 * is the first paragraph of what stands below it. `isByline`: whether a heading's words say who has written the text.
 */
export function readBylines(
  blocks: readonly Block[],
  isByline: (heading: Block) => boolean,
): readonly Block[] {
  let headings = 0;
  return blocks.map((block, i) => {
    if (!isHeading(block)) return block;
    headings++;
    const above = blocks[i - 1];
    const isBelow =
      headings === 2 ||
      (above !== undefined && isHeading(above) && headingLevel(above) < headingLevel(block));
    return isBelow && isByline(block) ? paragraphOf(block) : block;
  });
}
