import type { Takeaway } from './model.ts';
import { shownUrl } from './safeUrl.ts';

/**
 * A takeaway as plain text that can be pasted anywhere: its words, then each source on a line of its own.
 * `Talks with Putin?: He softened … 📞` / `— Q&A: Why … (https://cgtn.com)`
 */
export function citeTakeaway({ label, text, emoji, references }: Takeaway): string {
  const words = [label === undefined ? '' : `${label}${/[.?!]$/.test(label) ? '' : ':'}`, text, emoji ?? ''];
  const sources = references.map(
    ({ title, url }) => `— ${title}${url === undefined ? '' : ` (${shownUrl(url)})`}`,
  );
  return [words.filter(Boolean).join(' '), ...sources].join('\n');
}
