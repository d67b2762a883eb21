import { type Block, blockText, isPicture } from '../blocks/document.ts';
import { haveWords } from '../grammar/tokens.ts';

/** A heading often ends in a colon (`Reference(s):`), or in a dash; a title needs none. */
export function sectionTitle(heading: Block | undefined): string {
  const text = heading ? blockText(heading) : '';
  return text.replace(/\s*[:：]$|(?<=[\p{L}\p{N})）])\s[—–-]$/u, '') || text;
}

/** A heading of pictures alone heads nothing: it is a banner. */
export function isHeading(block: Block): boolean {
  return (
    block.tokens[0]?.type === 'heading_open' &&
    haveWords(block.tokens[1]?.children ?? []) &&
    !isPicture(block)
  );
}
