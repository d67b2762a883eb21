import { directionOf } from '../briefing/direction.ts';
import type { Briefing } from '../briefing/model.ts';
import { renderBriefing } from '../briefing/renderBriefing.ts';
import { escapeHtml } from '../reader/escapeHtml.ts';
import { EXPORT_STYLE } from './exportStyle.ts';
import { standingLinks } from './standingLinks.ts';

/** What the file says beside the briefing, in the person's language. */
export interface HtmlWords {
  /** The briefing's date; undefined where it has none. */
  readonly date?: string | undefined;
  /** The last line: what has made the file. */
  readonly made: string;
}

/** The file loads nothing and runs nothing, whatever opens it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A briefing as one HTML file that needs no other: to be read in a browser, sent, printed. Its images are boxes with
 * their words, as they are in a reader that loads none.
 */
export function exportHtml(briefing: Briefing, { date, made }: HtmlWords): string {
  const { title, language } = briefing;
  const attributes = [
    language === undefined ? '' : ` lang="${escapeHtml(language)}"`,
    directionOf(title) === 'rtl' ? ' dir="rtl"' : '',
  ];
  const dated =
    date === undefined || briefing.date === undefined
      ? ''
      : `<p class="date"><time datetime="${escapeHtml(briefing.date)}">${escapeHtml(date)}</time></p>\n`;
  return `<!DOCTYPE html>
<html${attributes.join('')}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${EXPORT_STYLE}</style>
</head>
<body>
<main>
${dated}<article>
${standingLinks(renderBriefing(briefing))}</article>
</main>
<footer class="made">${escapeHtml(made)}</footer>
</body>
</html>
`;
}
