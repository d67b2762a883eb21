import type { Token } from 'markdown-it';
import { type Block, topLevelNodes } from '../blocks/document.ts';
import { copyOf } from '../grammar/tokens.ts';
import type { Piece } from '../structure/passages.ts';

/** The parts of a reading item that are used here. */
interface Passage {
  readonly item: { readonly id: string };
  readonly pieces: readonly Piece[];
}

/** Adjacent pieces that are in the same passage, or in none. */
interface Run {
  readonly id: string | undefined;
  readonly pieces: readonly Piece[];
}

/** Knows the passage that each block of a briefing is in, or the passages, for a long list that was divided. */
export class PassageBlocks {
  readonly #places = new Map<Block, { readonly id: string; readonly piece: Piece }[]>();

  constructor(passages: readonly Passage[]) {
    for (const { item, pieces } of passages) {
      for (const piece of pieces) {
        const block = piece.of ?? piece;
        const places = this.#places.get(block) ?? [];
        places.push({ id: item.id, piece });
        this.#places.set(block, places);
      }
    }
  }

  holds(block: Block): boolean {
    return this.#places.has(block);
  }

  /** Groups consecutive blocks by the passages that they are in. */
  runsOf(blocks: readonly Block[]): readonly Run[] {
    const runs: { id: string | undefined; pieces: Piece[] }[] = [];
    for (const block of blocks) {
      for (const { id, piece } of this.#places.get(block) ?? [{ id: undefined, piece: block }]) {
        const last = runs.at(-1);
        if (last && last.id === id) last.pieces.push(piece);
        else runs.push({ id, pieces: [piece] });
      }
    }
    return runs;
  }
}

/** Some items of a list as a list of its own, which continues the numbers of the items before. */
export function partOfList(list: Block, items: readonly Piece[]): readonly Token[] {
  const [open, ...rest] = list.tokens;
  const close = rest.at(-1);
  const inner = items.flatMap(({ tokens }) => tokens.slice(1, -1));
  if (!open || !close) return inner;
  const before = topLevelNodes(rest.slice(0, -1)).findIndex(([first]) => first === inner[0]);
  if (open.tag !== 'ol' || before < 1) return [open, ...inner, close];
  const start = Number(open.attrGet('start') ?? 1) + before;
  return [copyOf(open, { attrs: [['start', String(start)]] }), ...inner, close];
}
