import type { Token } from 'markdown-it';
import type { Block } from '../blocks/document.ts';
import { copyOf, linesOf, tokenOf } from '../grammar/tokens.ts';

/** Makes a list of items that are blocks. `start`: the first number, if they are numbered. */
export function listOf(items: readonly (readonly Block[])[], start?: number): Block {
  const blocks = items.flat();
  const from = blocks[0]?.from ?? 0;
  const to = blocks.at(-1)?.to ?? from;
  const tag = start === undefined ? 'ul' : 'ol';
  const kind = start === undefined ? 'bullet_list' : 'ordered_list';
  const attrs: Token['attrs'] = start === undefined || start === 1 ? null : [['start', start]];
  const tokens = [tokenOf(`${kind}_open`, tag, 1, { map: [from, to], attrs })];
  for (const item of items) {
    const map: [number, number] = [item[0]?.from ?? 0, item.at(-1)?.to ?? 0];
    tokens.push(tokenOf('list_item_open', 'li', 1, { map }));
    for (const block of item)
      for (const token of item.length > 1 ? apart(block) : block.tokens) tokens.push(token);
    tokens.push(tokenOf('list_item_close', 'li', -1));
  }
  tokens.push(tokenOf(`${kind}_close`, tag, -1));
  return { tokens, from, to };
}

/** Returns the blocks, with a list in place of items in a row. An item is an array of its blocks. */
export function withLists(parts: readonly (Block | readonly Block[])[]): Block[] {
  const made: Block[] = [];
  let items: (readonly Block[])[] = [];
  for (const part of [...parts, undefined]) {
    if (isItem(part)) {
      items.push(part);
      continue;
    }
    if (items.length > 0) made.push(listOf(items));
    items = [];
    if (part) made.push(part);
  }
  return made;
}

function isItem(part: Block | readonly Block[] | undefined): part is readonly Block[] {
  return Array.isArray(part);
}

/** A block's tokens. In a tight list, its paragraph has no tags, and would run together with the next block. */
function apart({ tokens }: Block): readonly Token[] {
  const [open, inline, close] = tokens;
  if (tokens.length !== 3 || !open?.hidden || !inline || !close) return tokens;
  return [copyOf(open, { hidden: false }), inline, copyOf(close, { hidden: false })];
}

/** Splits a paragraph into several: one from its first line, and one from each line for which `begins` is true. */
export function splitParagraph(block: Block, begins: (line: number) => boolean): Block[] {
  const { tokens, from, to } = block;
  const [open, inline, close] = tokens;
  if (!open || !inline || !close) return [block];
  const lines = linesOf(inline);
  if (lines.length === 1) return [block];
  const source = inline.content.split('\n');
  const starts = [...lines.keys()].filter((line) => line === 0 || begins(line));
  // Lines match those of the source, unless a link's words are wrapped.
  const isLineForLine = lines.length === to - from;
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? lines.length;
    const map: [number, number] = isLineForLine ? [from + start, from + end] : [from, to];
    const children = lines
      .slice(start, end)
      .flatMap((line, at) => (at === 0 ? line : [tokenOf('softbreak', 'br', 0), ...line]));
    // Inline code may span lines. Each part gets only its own content: with all of it in thousands of parts, checking
    // them would take minutes.
    const content =
      source.length === lines.length
        ? source.slice(start, end).join('\n')
        : children.map((child) => (child.type === 'softbreak' ? '\n' : child.content)).join('');
    return {
      tokens: [copyOf(open, { map }), copyOf(inline, { content, children, map }), close],
      from: map[0],
      to: map[1],
    };
  });
}
