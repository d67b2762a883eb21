import type { ItemLine } from '../text/bullets/listMarks.ts';
import { isWrapped } from './headings/linePlaces.ts';
import { isBlank } from '../text/sourceText.ts';

/** Minimum length of a full line of hard-wrapped prose. In UTF-16 units. */
const FULL_LINE = 40;
const DASH = /^-\s+[^\p{L}\s]{0,2}\p{Ll}/u;
const ENDS = /[.:;!?…]["'”’»)]?\s*$/u;

/**
 * Returns the items of a text without lines that begin with a dash of a sentence:
 * `The ferry stops on the far side of the bridge` / `- but for the last one, which is late -` / `from Monday on.` The
 * sentence continues from the line right above and into the one right below, and neither of these is an item.
 */
export function withoutDashes(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
): readonly (ItemLine | undefined)[] {
  const isProse = (i: number) => items[i] === undefined && /^\S/.test(lines[i] ?? '');
  const isInside = (line: string, i: number) => {
    const [above = '', below] = [lines[i - 1], lines[i + 1]];
    return (
      DASH.test(line) &&
      isProse(i - 1) &&
      above.trimEnd().length >= FULL_LINE &&
      !ENDS.test(above) &&
      !isBlank(below) &&
      isProse(i + 1)
    );
  };
  let last = 0;
  /** `… by the end of July` / `4. The crane …`: the sentence goes on, and no list has come to this number. */
  const isCounted = (i: number) => {
    const number = parseInt(items[i]?.mark ?? '', 10);
    const above = (lines[i - 1] ?? '').trimEnd();
    const isNext = number === 1 || number === last + 1;
    if (!Number.isNaN(number)) last = number;
    return (
      number > 1 && !isNext && isProse(i - 1) && above.length >= FULL_LINE && /[\p{L}\p{N},]$/u.test(above)
    );
  };
  const inside = new Set(
    lines.flatMap((line, i) => (items[i] && (isCounted(i) || isInside(line, i)) ? [i] : [])),
  );
  if (inside.size === 0 || !isWrapped(lines)) return items;
  return items.map((item, i) => (inside.has(i) ? undefined : item));
}
