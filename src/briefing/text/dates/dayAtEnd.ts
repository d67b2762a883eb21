import { findDate, isDateAlone } from './date.ts';
import { endsSentence } from '../sentences.ts';

/** What parts a date from the name before it, or from who wrote the text: `Bulletin, 3 March 2026`, `by Ann on 3 March 2026`. */
const JOINTS = /[,，|;·•(（–—-]\s*|\bby\s[^.!?]{2,60}?\son\s+/giu;
/** A line is no longer. */
const LENGTH = 120;

/**
 * The day that a line ends with, whatever is named before it: `Harbour Office Bulletin, 3 March 2026`. A sentence ends
 * with the day of something else.
 */
export function dayAtEnd(line: string): string | undefined {
  if (line.length > LENGTH || !/\d{4}/.test(line) || endsSentence(line)) return undefined;
  for (const { index, 0: joint } of line.matchAll(JOINTS)) {
    const end = line.slice(index + joint.length);
    const date = isDateAlone(end) ? findDate(end) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}
