import { sumOf } from '../base/sumOf.ts';
import type { PageContent } from './content.ts';
import { headlineOf } from './wholeHtml.ts';

/** Maximum size of HTML that is sent at once, in characters. The browser parses it twice. */
const MAX_LENGTH = 300_000;

/**
 * Returns the content that a page starts with: for a long page, only what is shown first. The caller has to send the
 * rest.
 */
export function initialContent(content: PageContent): PageContent {
  const { articleHtml, cards, view } = content;
  const length = articleHtml.length + sumOf(cards, ({ bodyHtml }) => bodyHtml.length);
  if (length <= MAX_LENGTH) return content;
  if (view === 'whole') return { ...content, isPartial: true };
  return { ...content, isPartial: true, articleHtml: headlineOf(articleHtml), contents: [] };
}
