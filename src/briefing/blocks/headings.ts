import type { Block } from './document.ts';
import { tokenOf } from '../grammar/tokens.ts';

/** Of a heading; `NaN` for any other block. */
export function headingLevel(block: Block): number {
  return Number(block.tokens[0]?.tag.slice(1));
}

/** The same words as a heading of a level. */
export function headingOf(block: Block, level: number): Block {
  return wordsIn(block, 'heading', `h${level}`);
}

/** The same words as a paragraph. */
export function paragraphOf(block: Block): Block {
  return wordsIn(block, 'paragraph', 'p');
}

function wordsIn(block: Block, type: string, tag: string): Block {
  const map = block.tokens[0]?.map ?? null;
  const words = block.tokens.filter((token) => token.type === 'inline');
  const tokens = [tokenOf(`${type}_open`, tag, 1, { map }), ...words, tokenOf(`${type}_close`, tag, -1)];
  return { ...block, tokens };
}
