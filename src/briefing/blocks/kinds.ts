import type { Token } from 'markdown-it';
import type { Block } from './document.ts';

type Tokens = Pick<Block, 'tokens'>;

function typeOf(block: Tokens | undefined): string | undefined {
  return block?.tokens[0]?.type;
}

export function isParagraph(block: Tokens | undefined): boolean {
  return typeOf(block) === 'paragraph_open';
}

/** The token with a paragraph's words; undefined for any other block. */
export function inlineOf(block: Tokens | undefined): Token | undefined {
  return isParagraph(block) ? block?.tokens[1] : undefined;
}

/** Whether a block is a heading, also one without words, of pictures alone. */
export function isAnyHeading(block: Tokens | undefined): boolean {
  return typeOf(block) === 'heading_open';
}

export function isRule(block: Tokens | undefined): boolean {
  return typeOf(block) === 'hr';
}

export function withoutRules<T extends Tokens>(blocks: readonly T[]): readonly T[] {
  return blocks.filter((block) => !isRule(block));
}

export function isQuotation(block: Tokens | undefined): boolean {
  return typeOf(block) === 'blockquote_open';
}

export function isBulletList(block: Tokens | undefined): boolean {
  return typeOf(block) === 'bullet_list_open';
}

export function isNumberedList(block: Tokens | undefined): boolean {
  return typeOf(block) === 'ordered_list_open';
}

export function isList(block: Tokens | undefined): boolean {
  return isBulletList(block) || isNumberedList(block);
}

export function isTable(block: Tokens | undefined): boolean {
  return typeOf(block) === 'table_open';
}

/** Whether a block may hold takeaways. */
export function isListOrTable(block: Tokens | undefined): boolean {
  return isList(block) || isTable(block);
}
