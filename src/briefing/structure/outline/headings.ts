import { type Block, blockText, isPicture } from '../../blocks/document.ts';
import { haveWords } from '../../grammar/tokens.ts';

/** Returns the words of a heading, without a colon (`Reference(s):`) or a dash at its end; '' without a heading. */
export function sectionTitle(heading: Block | undefined): string {
  const text = heading ? blockText(heading) : '';
  return text.replace(/\s*[:：]$|(?<=[\p{L}\p{N})）])\s[—–-]$/u, '') || text;
}

/** Whether a block is a heading with words. One of pictures alone is a banner. */
export function isHeading(block: Block): boolean {
  return (
    block.tokens[0]?.type === 'heading_open' &&
    haveWords(block.tokens[1]?.children ?? []) &&
    !isPicture(block)
  );
}
