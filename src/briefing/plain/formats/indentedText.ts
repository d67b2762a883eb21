import { itemOf } from '../../text/bullets/listMarks.ts';
import { holdsSentence } from '../../text/sentences.ts';
import { isBlank } from '../../text/sourceText.ts';

/** What Markdown reads as code. */
const INDENTED = /^(?: {4}|\t)/;
/** Maximum share of the lines above such a text. */
const ABOVE = 1 / 4;
/** Minimum number of paragraphs that end a sentence: code has hardly any. */
const PARAGRAPHS = 4;

/**
 * Removes the indentation of a text that is indented as a whole, as a mail on the page of a wiki is: all lines from one
 * near the top to the end, if none above begins an item.
 */
export function withoutIndentation(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  // Most texts end with a line that is not indented.
  if (!INDENTED.test(lines[last] ?? '')) return lines;
  const start = lines.findLastIndex((line) => !isBlank(line) && !INDENTED.test(line)) + 1;
  if (start > last * ABOVE || lines.slice(0, start).some(itemOf)) return lines;
  const ends = lines.filter((line, i) => i >= start && isBlank(lines[i + 1]) && holdsSentence(line));
  return ends.length < PARAGRAPHS ? lines : lines.map((line) => line.replace(INDENTED, ''));
}
