import type { Block } from '../blocks/document.ts';

/** Groups blocks into runs of neighbours that are of one kind. */
export function runsOf(
  blocks: readonly Block[],
  kindOf: (block: Block) => unknown,
): readonly (readonly Block[])[] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (last?.[0] && kindOf(last[0]) === kindOf(block)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}
