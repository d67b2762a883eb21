import { inSingleSpaces } from '../../base/tidy.ts';
import type { Feed, FeedEntry } from '../model.ts';

/** How a feed is stored: each entry as a briefing, or each day as a briefing with an entry per story. */
export type Shape = 'issues' | 'digest';

/** Minimum length of entries that are briefings by themselves, in UTF-16 units. */
const LONG = 1500;
/** The same for their number of headings and lists. */
const STRUCTURED = 2;
/** The number of entries that are examined. */
const SAMPLE = 50;

/** Detects the shape by the median entry, so that one long announcement or one short note does not decide. */
export function shapeOf({ entries }: Feed): Shape {
  const sample = entries.slice(0, SAMPLE);
  const isLong = median(sample.map(textLength)) >= LONG;
  return isLong || median(sample.map(structure)) >= STRUCTURED ? 'issues' : 'digest';
}

function textLength({ html, text }: FeedEntry): number {
  return (html === undefined ? (text ?? '') : textOfHtml(html)).length;
}

function structure({ html = '' }: FeedEntry): number {
  return html.match(/<(?:h[1-6]|[ou]l)[\s>]/gi)?.length ?? 0;
}

/** The approximate text of HTML, good enough to measure and compare: tags removed, and white space collapsed. */
export function textOfHtml(html: string): string {
  return inSingleSpaces(html.replace(/<[^<>]*>/g, ' '));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
