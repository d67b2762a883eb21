import type { ItemLine } from '../text/listMarks.ts';
import { isWrapped } from './linePlaces.ts';
import { isBlank } from '../text/sourceText.ts';

/** No sentence that is wrapped by hand has shorter lines. */
const FULL_LINE = 40;
const DASH = /^-\s+[^\p{L}\s]{0,2}\p{Ll}/u;
const ENDS = /[.:;!?…]["'”’»)]?\s*$/u;

/**
 * The items of a text without the lines that a dash in a sentence begins: `The ferry stops on the far side of the bridge` /
 * `- but for the last one, which is late -` / `from Monday on.` The words go on from the line right above and in the one
 * right below, and no other item stands there.
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
  const inside = new Set(lines.flatMap((line, i) => (items[i] && isInside(line, i) ? [i] : [])));
  if (inside.size === 0 || !isWrapped(lines)) return items;
  return items.map((item, i) => (inside.has(i) ? undefined : item));
}
