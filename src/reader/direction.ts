import { escapeHtml } from './escapeHtml.ts';

const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** The direction that a text's first letter has: where lists have their marks, and tables their first column. */
function directionOf(text: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
}

/** The language and the direction of what a briefing says. */
export function textAttributes(title: string, language: string | undefined): string {
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`;
  return `${lang} dir="${directionOf(title)}"`;
}
