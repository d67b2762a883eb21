import { directionOfOwn } from '../base/direction.ts';
import { escapeHtml } from '../base/escapeHtml.ts';
import type { PageContent } from './content.ts';
import { textAttributes } from './textAttributes.ts';

/** The table of contents beside the text; '' if there are fewer than two sections. */
export function contentsHtml(content: PageContent): string {
  const { contents, strings } = content;
  if (contents.length < 2) return '';
  const entries = contents.map(
    ({ id, titleHtml, depth }) =>
      `<li class="depth-${Math.min(depth, 4)}"><a href="#${escapeHtml(id)}" dir="${directionOfOwn(titleHtml)}">${titleHtml}</a></li>\n`,
  );
  return `<nav class="contents" aria-label="${escapeHtml(strings.contents)}">
<ol${textAttributes(content)}>
${entries.join('')}</ol>
</nav>
`;
}
