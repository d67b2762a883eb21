import type { ItemLine } from '../text/bullets/listMarks.ts';
import { isBlank } from '../text/sourceText.ts';
import { isTitleLine } from '../text/title.ts';
import { withoutAddress } from './headings/linkedHeads.ts';

/**
 * Adds the items of a list without marks whose entries are titles with their address in brackets, two or more one below
 * the other: `Ferry stops (https://a.example/1)` / blank / `Tugs are sold (https://a.example/2)`.
 */
export function addLinkedItems(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
): (ItemLine | undefined)[] {
  const written = [...lines.keys()].filter((i) => !isBlank(lines[i]));
  const linked = new Set(
    written.filter((i) => {
      const line = (lines[i] ?? '').trim();
      const title = withoutAddress(line);
      return items[i] === undefined && title !== line && isTitleLine(title);
    }),
  );
  const found = [...items];
  written.forEach((line, at) => {
    const isInRow = [written[at - 1], written[at + 1]].some(
      (beside) => beside !== undefined && linked.has(beside),
    );
    if (linked.has(line) && isInRow)
      found[line] = { indent: 0, mark: '-', words: (lines[line] ?? '').trim() };
  });
  return found;
}
