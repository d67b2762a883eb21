import { type Block, blockText, type Document } from '../../blocks/document.ts';
import { isParagraph } from '../../blocks/kinds.ts';
import { isSourceParagraph } from '../../items/sourceLines.ts';
import { endsLikeTitle } from '../../items/titleLines.ts';

/** Returns the kickers of a text, if several stories have one: one such line is rather the end of the text above it. */
export function kickersIn(blocks: readonly Block[], lines: Document['body']): ReadonlySet<Block | undefined> {
  const kickers = blocks.filter((block, i) => isKicker(block, blocks[i + 1], lines));
  return new Set(kickers.length > 1 ? kickers : []);
}

/**
 * Whether a block is a kicker, the topic of a story above its headline: a line alone that neither ends a sentence nor
 * names a source, with the heading right below it, and blank lines above and below both, `Tolls` / `## The ferry costs
 * more`. `lines` are the document's: in a plain text, any line may be right above a heading.
 */
function isKicker(block: Block, below: Block | undefined, lines: Document['body']): boolean {
  return (
    below?.from === block.from + 1 &&
    lines[below.from]?.[0] === '#' &&
    !lines[block.from - 1]?.trim() &&
    !lines[below.to]?.trim() &&
    isParagraph(block) &&
    !isSourceParagraph(block) &&
    endsLikeTitle(blockText(block))
  );
}
