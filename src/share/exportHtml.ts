import type { Briefing } from '../briefing/model.ts';
import { renderBriefing } from '../briefing/renderBriefing.ts';
import { escapeHtml } from '../base/escapeHtml.ts';
import { standaloneLinks } from './standaloneLinks.ts';
import { languageAttributes } from './languageAttributes.ts';

/** The strings that the export adds to the briefing, in the user's language. */
export interface HtmlExportStrings {
  /** The briefing's formatted date; undefined if it has none. */
  readonly date?: string | undefined;
  /** The last line, which says what made the file. */
  readonly footer: string;
}

/** A policy under which the file loads and runs nothing, whatever opens it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A briefing as a single self-contained HTML file, to be read in a browser, sent or printed. Images are shown as boxes
 * with their alternative texts, as in a reader that does not load them.
 */
export function exportHtml(briefing: Briefing, { date, footer }: HtmlExportStrings): string {
  const { title, language } = briefing;
  const dateLine =
    date === undefined || briefing.date === undefined
      ? ''
      : `<p class="date"><time datetime="${escapeHtml(briefing.date)}">${escapeHtml(date)}</time></p>\n`;
  return `<!DOCTYPE html>
<html${languageAttributes(language, title)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${EXPORT_STYLE}</style>
</head>
<body>
<main>
${dateLine}<article>
${standaloneLinks(renderBriefing(briefing))}</article>
</main>
<footer class="made">${escapeHtml(footer)}</footer>
</body>
</html>
`;
}

/** The style of an exported briefing, on screen and on paper. It uses only installed fonts. */
const EXPORT_STYLE = `
:root{color-scheme:light dark;--ink:#1d2125;--paper:#fff;--quiet:#5c636a;--line:#cfd4da;--link:#0a4fa8;--soft:#f2f4f6}
@media (prefers-color-scheme:dark){:root{--ink:#e4e6e8;--paper:#16181b;--quiet:#a0a7ae;--line:#3b4147;--link:#8ab8ff;--soft:#22262a}}
*{box-sizing:border-box}
body{max-width:calc(68ch + 3rem);margin:0 auto;padding:2rem 1.5rem;color:var(--ink);background:var(--paper);font:1.125rem/1.6 Charter,'Iowan Old Style',Georgia,serif;line-break:strict;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6,.date,.host,.site,.made,.label,table{font-family:system-ui,sans-serif}
h1,h2,h3,h4,h5,h6{margin:2em 0 .5em;line-height:1.25;text-wrap:balance}
h1{margin-top:0;font-size:1.9rem}
h2{font-size:1.4rem}
h3,h4,h5,h6{font-size:1.1rem}
p,ul,ol,pre,table,blockquote{margin:0 0 1em}
ul,ol{padding-inline-start:1.5em}
.takeaway,.reference{margin-bottom:.6em}
.takeaway>:is(p,pre,table,blockquote){margin-top:1em}
.label{font-size:.95em}
a{color:var(--link);text-underline-offset:.2em}
:target{background:var(--soft);outline:.4rem solid var(--soft)}
.citation{font-size:.75em;line-height:0}
.citation a{text-decoration:none}
.date,.host,.site,.made,.image{color:var(--quiet);font-size:.875rem}
.host{direction:ltr;unicode-bidi:isolate}
.image{display:inline-block;padding:.1em .6em;border:1px dashed var(--line)}
blockquote{padding-inline-start:1rem;border-inline-start:3px solid var(--line);color:var(--quiet)}
code,pre{font-family:ui-monospace,Consolas,monospace;font-size:.85em;background:var(--soft)}
pre{padding:.75rem 1rem;overflow-x:auto}
.rest{white-space:pre-wrap}
table{display:block;overflow-x:auto;border-collapse:collapse;font-size:.9em}
td,th{padding:.3rem .75rem;border:1px solid var(--line);text-align:start;vertical-align:top}
.left{text-align:left}
.center{text-align:center}
.right{text-align:right}
hr,.made{margin-top:2rem;border:0;border-top:1px solid var(--line)}
.made{padding-top:.5rem}
@media print{
@page{margin:2cm}
:root{color-scheme:light;--ink:#000;--paper:#fff;--quiet:#333;--link:#000;--soft:#fff}
body{max-width:none;padding:0;font-size:11pt}
a:not(.bare,[href^='#'])::after{content:' (' attr(href) ')';font-size:.8em;overflow-wrap:anywhere}
.host{display:none}
.takeaway,.reference,tr,pre,blockquote{break-inside:avoid}
h1,h2,h3,h4,h5,h6{break-after:avoid}
pre{white-space:pre-wrap}
}
`;
