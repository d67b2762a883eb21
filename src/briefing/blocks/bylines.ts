import type { Block } from './document.ts';
import { isAnyHeading } from './kinds.ts';
import { headingLevel, asParagraph } from './headings.ts';

const LIST = /^(?:bullet|ordered)_list_open$/;

/**
 * Turns a heading that names the author, `#### Author: Ann Example`, into a paragraph of the section that it is in, if
 * it is right below a heading of a higher level, or is the first heading below the title. `isTitled`: whether the
 * metadata has the title. `isByline` tells whether a heading names the author. If others of its level do so further
 * below, or if a list is right below the first heading of all, they are sections: `## By Ann Example`, `- Ferry stops.`
 */
export function readBylines(
  blocks: readonly Block[],
  isTitled: boolean,
  isByline: (heading: Block) => boolean,
): readonly Block[] {
  const first = blocks.find(isAnyHeading);
  const isTitle = !isTitled || (first !== undefined && headingLevel(first) === 1);
  const second = isTitle ? blocks.find((block) => block !== first && isAnyHeading(block)) : first;
  const isBelowHigher = (block: Block, i: number) => {
    const above = blocks[i - 1];
    return above !== undefined && isAnyHeading(above) && headingLevel(above) < headingLevel(block);
  };
  let apart: ReadonlySet<number> | undefined;
  /** The levels of the bylines that are not right below a heading of a higher level, nor the first. */
  const levelsApart = () =>
    new Set(
      blocks
        .filter((block, i) => isAnyHeading(block) && block !== second && !isBelowHigher(block, i))
        .filter(isByline)
        .map(headingLevel),
    );
  return blocks.map((block, i) => {
    if (!isAnyHeading(block) || !(block === second || isBelowHigher(block, i)) || !isByline(block))
      return block;
    const headsList = !isBelowHigher(block, i) && LIST.test(blocks[i + 1]?.tokens[0]?.type ?? '');
    return headsList || (apart ??= levelsApart()).has(headingLevel(block)) ? block : asParagraph(block);
  });
}
