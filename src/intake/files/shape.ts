import type { Feed, FeedEntry } from '../model.ts';

/** Whether each entry of a feed is a briefing, or each is one story of a day's. */
export type Shape = 'issues' | 'digest';

/** An entry with so many characters of words is read by itself. */
const LONG = 1500;
/** As is one with so many headings and lists. */
const STRUCTURED = 2;
/** So many entries tell what the others are like. */
const SAMPLE = 50;

/** By the median entry, so that neither one long announcement nor one short note decides. */
export function shapeOf({ entries }: Feed): Shape {
  const sample = entries.slice(0, SAMPLE);
  const isLong = median(sample.map(wordsLength)) >= LONG;
  return isLong || median(sample.map(structure)) >= STRUCTURED ? 'issues' : 'digest';
}

function wordsLength({ html, text }: FeedEntry): number {
  return (html === undefined ? (text ?? '') : wordsOfHtml(html)).length;
}

function structure({ html = '' }: FeedEntry): number {
  return html.match(/<(?:h[1-6]|[ou]l)[\s>]/gi)?.length ?? 0;
}

/** Near enough to count and compare them by: what stands between tags, with its white space folded. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
