import { barHtml } from './barHtml.ts';
import { cardsHtml } from './cardHtml.ts';
import type { PageContent, PageResources } from './content.ts';
import { escapeHtml } from '../base/escapeHtml.ts';
import { contentsHtml } from './contentsHtml.ts';
import { helpHtml } from './helpHtml.ts';
import { type PageData, pageData } from './pageData.ts';
import { toolsHtml } from './toolsHtml.ts';
import { turnHtml } from './turnHtml.ts';
import { wholeHtml } from './wholeHtml.ts';

/**
 * The complete HTML document of a page, which is readable before its script runs. It needs no other file: loading its
 * script and style separately would delay it, in a remote window by as long as the network takes.
 */
export function pageHtml(content: PageContent, resources: PageResources): string {
  const { view, strings } = content;
  const { title, data, html } = pageRender(content);
  const nonce = escapeHtml(resources.nonce);
  return `<!DOCTYPE html>
<html lang="${escapeHtml(strings.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy(resources))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${resources.style}</style>
</head>
<body class="${view}-view" data-page="${escapeHtml(JSON.stringify(data))}">
<div id="page">${html}</div>
${helpHtml(content)}${toolsHtml(strings)}<p id="status" role="status"></p>
<script nonce="${nonce}">${resources.script}</script>
</body>
</html>
`;
}

/** What differs between two pages: the document's title, the script's data, and the HTML of `#page`. */
export function pageRender(content: PageContent): {
  readonly title: string;
  readonly data: PageData;
  readonly html: string;
} {
  return {
    title: content.title,
    data: pageData(content),
    html: [
      '<div class="layout">\n',
      barHtml(content),
      wholeHtml(content),
      // Find searches in this order: matches in the text come before the same words in the outline.
      contentsHtml(content),
      cardsHtml(content),
      turnHtml(content),
      '</div>\n',
    ].join(''),
  };
}

/** Allows only our own script and style sheet, and the images that are wanted: no connections, no frames. */
function contentSecurityPolicy({ nonce, imageSources }: PageResources): string {
  return [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    ...(imageSources.length > 0 ? [`img-src ${imageSources.join(' ')}`] : []),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
