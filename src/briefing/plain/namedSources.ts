import type { ItemLine } from '../text/bullets/listMarks.ts';
import { WRAP_COLUMN } from './headings/linePlaces.ts';
import { urlOfBareDomain } from '../text/links/safeUrl.ts';
import { isBlank } from '../text/sourceText.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

/**
 * Adds the items of a text that has lost its marks, but still names its links at its end, each with its site on the
 * line below: `Reference(s):`, `Minutes of the meeting`, `forum.example`. A line with one of those names was a link,
 * and so is an item; one with prose below it was a heading.
 */
export function addNamedSources(
  lines: readonly string[],
  items: readonly (ItemLine | undefined)[],
): (ItemLine | undefined)[] {
  const start = lines.findLastIndex((line) => kindOfTitle(line) === 'references');
  if (start < 0) return [...items];
  const names = new Set(namesBelow(lines, start));
  return items.map((item, i) => {
    const words = (lines[i] ?? '').trim();
    if (item || i >= start || !names.has(words) || isAboveLongLine(lines, i)) return item;
    return { indent: 0, mark: '-', words };
  });
}

function namesBelow(lines: readonly string[], start: number): string[] {
  return lines
    .slice(start + 1)
    .filter((line, i, below) => !isBlank(line) && urlOfBareDomain((below[i + 1] ?? '').trim()) !== undefined)
    .map((line) => line.trim());
}

function isAboveLongLine(lines: readonly string[], i: number): boolean {
  return (lines[i + 1] ?? '').length > WRAP_COLUMN;
}
