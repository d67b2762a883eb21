import type { PageContent } from './content.ts';

/** How long the HTML of a text and its cards may be to be sent at once, in characters: a browser reads it twice. */
const MAX_LENGTH = 300_000;

/** The content that a page starts with: of a long one only what is shown first. The caller has to send the rest. */
export function initialContent(content: PageContent): PageContent {
  const { articleHtml, cards, view } = content;
  const length = cards.reduce((sum, { bodyHtml }) => sum + bodyHtml.length, articleHtml.length);
  if (length <= MAX_LENGTH) return content;
  if (view === 'whole') return { ...content, isPartial: true };
  const headline = articleHtml.slice(0, articleHtml.indexOf('</h1>') + '</h1>'.length);
  return { ...content, isPartial: true, articleHtml: headline, contents: [] };
}
