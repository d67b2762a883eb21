import { itemLinesIn } from '../../../src/briefing/text/bullets/listMarks.ts';
import { headingsOf } from '../../../src/briefing/plain/headings/plainHeadings.ts';

/** The words of the headings of an unmarked text, in the order of their lines. */
export function headings(lines: readonly string[], titled = false): string[] {
  return [...headingsOf(lines, itemLinesIn(lines), titled)].sort(([a], [b]) => a - b).map(([, one]) => one);
}
