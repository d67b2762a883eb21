import { findDate, isDateAlone } from './date.ts';
import { endsSentence } from '../sentences.ts';

/**
 * What separates a date from what is before it: `Bulletin, 3 March 2026`, `by Ann on 3 March 2026`,
 * `edition of 3 March 2026`.
 */
const JOINTS =
  /[,，|;·•(（–—-]\s*|\bby\s[^.!?]{2,60}?\son\s+|\b(?:issue|edition|ausgabe|édition|edición|edizione)\s(?:of|for|vom|du|de|del|di)\s+/giu;
/** The longest line that is searched. In UTF-16 units. */
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
