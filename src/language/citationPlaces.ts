import type { Range } from '../briefing/model.ts';
import { rangeIn } from './linkPlaces.ts';

/** Where `[7]` or `[^note]` stands. */
export interface CitationPlace {
  readonly label: string;
  /** `^` for a footnote. */
  readonly caret: string;
  readonly range: Range;
  /** It touches no word before it, as the place in a program's list does: `a[1]`. */
  readonly standsAlone: boolean;
}

/** Neither a link nor a definition. */
const CITATION = /(?<!^[ \t]*(?=\[[^\]]*\]:))(?<![!\\])\[(\^?)([^[\]\s]{1,40})\](?!\()/gu;
const NUMBER = /^\d{1,3}$/;

/** What is written as a citation is in some lines, in document order. */
export function citationPlaces(lines: readonly string[]): CitationPlace[] {
  return lines.flatMap((text, line) => {
    if (!text.includes('[')) return [];
    const found: CitationPlace[] = [];
    for (const { 0: written, 1: caret = '', 2: label = '', index } of text.matchAll(CITATION)) {
      if (caret === '' && !NUMBER.test(label)) continue;
      const standsAlone = !/[\p{L}\p{N}_\]]/u.test(text[index - 1] ?? '');
      found.push({ label, caret, standsAlone, range: rangeIn(line, index, index + written.length) });
    }
    return found;
  });
}
