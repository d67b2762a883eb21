import { labelsOf } from '../briefing/structure/references/citations.ts';
import type { Range } from '../briefing/model.ts';
import { rangeIn } from './linkPlaces.ts';

/** The place of a citation: `[7]` or `[^note]`. */
export interface CitationPlace {
  /** Usually one; several in `[1, 3]` and `[1-3]`. */
  readonly labels: readonly string[];
  /** `^` for a footnote, else ''. */
  readonly caret: string;
  readonly range: Range;
}

const CITATION = /\[(\^?)([^[\]\s]{1,40}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){1,20})\](?!\()/gu;
const DEFINITION = /^[ \t]*\[[^[\]]{1,60}\]:/;
const NUMBER = /^\d{1,3}$/;

/** Returns everything written as a citation in some lines, in document order. */
export function citationPlaces(lines: readonly string[]): CitationPlace[] {
  return lines.flatMap((text, line) => {
    if (!text.includes('[')) return [];
    const start = DEFINITION.exec(text)?.[0].length ?? 0;
    const found: CitationPlace[] = [];
    for (const { 0: written, 1: caret = '', 2: label = '', index } of text.matchAll(CITATION)) {
      const before = text[index - 1];
      if (index < start || before === '!' || before === '\\') continue;
      const labels = labelsOf(label);
      if (caret === '' && !labels.every((one) => NUMBER.test(one))) continue;
      const end = index + written.length;
      if (!isInLink(text, end)) found.push({ labels, caret, range: rangeIn(line, index, end) });
    }
    return found;
  });
}

/** Maximum distance at which the end of a link's text is searched, in UTF-16 units. */
const MAX_DISTANCE = 300;

/** Whether a place is in the text of a link, where a number is not a citation: `[**Meetup [1]**](…)`. */
function isInLink(text: string, from: number): boolean {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + MAX_DISTANCE); at++) {
    if (text[at] === '[') depth++;
    if (text[at] === ']' && depth-- === 0) return text[at + 1] === '(';
  }
  return false;
}
