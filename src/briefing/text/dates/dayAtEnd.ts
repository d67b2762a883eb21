import { findDate, isDateAlone } from './date.ts';
import { endsSentence } from '../sentences.ts';

/**
 * The characters that separate a date from the name or the author before it: `Bulletin, 3 March 2026`, `by Ann on 3
 * March 2026`.
 */
const JOINTS = /[,，|;·•(（–—-]\s*|\bby\s[^.!?]{2,60}?\son\s+/giu;
/** Maximum length of a line that is searched. In UTF-16 units. */
const LENGTH = 120;

/**
 * The day at the end of a line, whatever name is before it: `Harbour Office Bulletin, 3 March 2026`. At the end of a
 * sentence, a day belongs to something else.
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
