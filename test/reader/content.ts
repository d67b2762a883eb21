import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { renderParts } from '../../src/briefing/renderBriefing.ts';
import { sectionsIn } from '../../src/library/items.ts';
import type { PageContent, PageResources } from '../../src/reader/page.ts';

export const RESOURCES: PageResources = {
  cspSource: 'https://*.webview.example',
  nonce: 'aNonce42',
  scriptUri: 'https://file.webview.example/dist/page.js',
  styleUri: 'https://file.webview.example/media/reader.css',
};

/** What the page is given of a text, as the reader makes it. */
export function contentOf(text: string, more: Partial<PageContent> = {}): PageContent {
  const briefing = parseBriefing(text, '1.md');
  const { article, takeaways: rendered } = renderParts(briefing);
  return {
    uri: 'file:///brief.md',
    title: briefing.title,
    ...(briefing.date !== undefined && { date: briefing.date }),
    ...(briefing.language !== undefined && { language: briefing.language }),
    articleHtml: article,
    cards: sectionsIn(briefing.sections).flatMap((section) =>
      section.takeaways.map(({ id, label, emoji, text: words }) => ({
        id,
        section: section.title,
        ...(label !== undefined && { label }),
        ...(emoji !== undefined && { emoji }),
        name: label ?? words,
        bodyHtml: rendered.get(id)?.body ?? '',
        referencesHtml: rendered.get(id)?.references ?? '',
        ownReferences: rendered.get(id)?.ownReferences ?? false,
      })),
    ),
    view: 'takeaway',
    render: 1,
    font: { family: 'serif', size: 14, lineHeight: 1.6 },
    strings: {
      language: 'en',
      position: '{0} of {1}',
      previous: 'Previous',
      next: 'Next',
      references: 'Reference',
      briefingReferences: 'From the briefing’s references',
      noReference: 'No reference given',
      end: 'The end',
      whole: 'Whole briefing',
      takeaway: 'Takeaway only',
    },
    ...more,
  };
}
