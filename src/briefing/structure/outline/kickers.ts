import { type Block, blockText, type Document } from '../../blocks/document.ts';
import { isParagraph } from '../../blocks/kinds.ts';
import { endsLikeTitle } from '../../items/titleLines.ts';

/**
 * Whether a block is a kicker, the topic of a story above its headline: a line alone that does not end a sentence, with
 * the heading right below it, and blank lines above and below both, `Tolls` / `## The ferry costs more`. `lines` are the
 * document's: in a plain text, any line may be right above a heading.
 */
export function isKicker(block: Block, below: Block | undefined, lines: Document['body']): boolean {
  return (
    below?.from === block.from + 1 &&
    lines[below.from]?.[0] === '#' &&
    !lines[block.from - 1]?.trim() &&
    !lines[below.to]?.trim() &&
    isParagraph(block) &&
    endsLikeTitle(blockText(block))
  );
}
