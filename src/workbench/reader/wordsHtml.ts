import { markEmoji } from '../../briefing/emoji.ts';
import { escapeHtml } from '../../reader/escapeHtml.ts';

/** Words as HTML, with each emoji as an element of its own, so that it can be hidden: a sign like `↔` is a word. */
export function wordsHtml(text: string): string {
  return markEmoji(escapeHtml(text), '<span class="emoji">', '</span>');
}
