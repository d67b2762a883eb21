import { directionOf } from '../base/direction.ts';
import { escapeHtml } from '../base/escapeHtml.ts';

/** The `lang` and `dir` attributes of an element with these words; '' if the browser's own are right. */
export function languageAttributes(language: string | undefined, words: string): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  return lang + (directionOf(words) === 'rtl' ? ' dir="rtl"' : '');
}
