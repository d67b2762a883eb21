import type { PageContent } from './content.ts';
import { escapeHtml } from '../base/escapeHtml.ts';

/** The `lang` and `dir` attributes of an element with text from a briefing. */
export function textAttributes({ language, direction }: PageContent): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  return `${lang} dir="${direction}"`;
}
