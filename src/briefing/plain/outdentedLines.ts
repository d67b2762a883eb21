import type { ItemLine } from '../text/bullets/listMarks.ts';
import { endsSentence } from '../text/sentences.ts';
import { isBlank } from '../text/sourceText.ts';

/**
 * Returns the lines that introduce further items and belong to none: they begin before the marks of the item above and
 * of the one right below. A line above them ends a sentence, or they end with a colon: other such lines are wrapped.
 *
 * ```text
 *    + The ferry stops.
 * From the town:
 *    + The crane comes.
 * ```
 */
export function outdentedLines(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
): ReadonlySet<number> {
  const found = new Set<number>();
  /** The column of the mark of the item that is open. */
  let open = 0;
  lines.forEach((line, i) => {
    const [item, below] = [items[i], items[i + 1]];
    if (item) open = item.indent;
    else if (isBlank(line)) open = 0;
    else if (open > 0 && below) {
      const text = line.trimStart();
      const isBefore = line.length - text.length < Math.min(open, below.indent);
      const isLeadIn = /[:：]\s*$/.test(text) || endsSentence(lines[i - 1] ?? '');
      if (isBefore && isLeadIn && !/^\p{Ll}/u.test(text)) found.add(i);
    }
  });
  return found;
}
