import type { Block } from './document.ts';
import { headingLevel, asParagraph } from './headings.ts';

const isHeading = ({ tokens }: Block) => tokens[0]?.type === 'heading_open';

/**
 * Turns a heading that names the author, `#### Author: Ann Example`, into a paragraph of the section that it is in, if
 * it is right below a heading of a higher level, or is the first heading below the title. `isTitled`: whether the
 * metadata has the title. `isByline` tells whether a heading names the author.
 */
export function readBylines(
  blocks: readonly Block[],
  isTitled: boolean,
  isByline: (heading: Block) => boolean,
): readonly Block[] {
  const first = blocks.find(isHeading);
  const isTitle = !isTitled || (first !== undefined && headingLevel(first) === 1);
  let headings = 0;
  return blocks.map((block, i) => {
    if (!isHeading(block)) return block;
    headings++;
    const above = blocks[i - 1];
    const isBelow =
      headings === (isTitle ? 2 : 1) ||
      (above !== undefined && isHeading(above) && headingLevel(above) < headingLevel(block));
    return isBelow && isByline(block) ? asParagraph(block) : block;
  });
}
