import type { PageContent } from './content.ts';
import { escapeHtml } from '../base/escapeHtml.ts';

/** The language and the direction of what a briefing says. */
export function textAttributes({ language, direction }: PageContent): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  return `${lang} dir="${direction}"`;
}
