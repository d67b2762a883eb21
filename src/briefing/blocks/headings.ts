import type { Block } from './document.ts';
import { tokenOf } from '../grammar/tokens.ts';

/** The level of a heading, 1 to 6. For any other block, 0 or `NaN`. */
export function headingLevel(block: Block): number {
  return Number(block.tokens[0]?.tag.slice(1));
}

/** The words of a block as a heading of this level. */
export function asHeading(block: Block, level: number): Block {
  return wordsIn(block, 'heading', `h${level}`);
}

/** The words of a block as a paragraph. */
export function asParagraph(block: Block): Block {
  return wordsIn(block, 'paragraph', 'p');
}

function wordsIn(block: Block, type: string, tag: string): Block {
  const map = block.tokens[0]?.map ?? null;
  const words = block.tokens.filter((token) => token.type === 'inline');
  const tokens = [tokenOf(`${type}_open`, tag, 1, { map }), ...words, tokenOf(`${type}_close`, tag, -1)];
  return { ...block, tokens };
}
