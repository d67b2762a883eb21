import fc from 'fast-check';
import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../src/briefing/renderBriefing.ts';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';
import { liveHtml } from '../briefing/support/checkExports.ts';
import { checkHtml } from '../briefing/support/checkHtml.ts';
import { pages, rubble } from './pages.ts';

/** Rendered below a title, as in a file of the inbox. */
function rendered(markdown: string): string {
  return renderBriefing(parseBriefing(`---\ntitle: T\n---\n\n${markdown}`, ''));
}

/** The text of a page, without what the reader adds. */
function shownIn(html: string): string {
  return (
    html
      .replace(/^<h1[^]*?<\/h1>/, '')
      // A source that the page names by its number alone is shown by its address.
      .replace(
        /(<li class="reference[^>]*>\[\d+\] <a [^>]*title="https?:\/\/)([^"]*)("[^>]*>)\2(?=<\/a>)/g,
        '$1$2$3',
      )
      // A link whose only text is an emoji at the end of its item shows its host instead.
      .replace(/(<a [^>]*>(?:<[^>]*>)*)[\w.-]+(?=<\/a> <span class="emoji">)/g, '$1')
      .replace(/ ?<span class="host">[^<]*<\/span>/g, '')
      .replace(/ ?<span class="site">[^<]*<\/span>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&')
  );
}

/**
 * Letters and digits only: the space between words has tests of its own. Without the word before a headline, as in
 * "Title: a", which is not shown.
 */
function lettersOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).join('').replaceAll('Title', '');
}

/** Without the numbers of sources, which the reader adds unless the page has them. */
function withoutNumbers(html: string): string {
  return html.replace(/(<li class="reference[^>]*>)\[\d+\] /g, '$1');
}

describe('Any page as Markdown', () => {
  it('has every visible word in its order, and no other', () => {
    fc.assert(
      fc.property(pages, ({ html, seen }) => {
        const markdown = htmlToMarkdown(html, 'https://site.example/');
        const shown = rendered(markdown);
        const expected = lettersOf(seen);
        if (lettersOf(shownIn(shown)) !== expected)
          assert.equal(lettersOf(shownIn(withoutNumbers(shown))), expected, markdown);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no HTML, even with HTML turned on, and no unsafe link', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          rubble,
          pages.map(({ html }) => html),
        ),
        (html) => {
          const markdown = htmlToMarkdown(html, 'https://site.example/');
          assert.deepEqual(liveHtml(markdown), [], markdown);
          checkHtml(rendered(markdown));
          for (const [, target] of markdown.matchAll(/\]\(<([^>]*)>\)/g))
            assert.match(target ?? '', /^(?:https?:\/\/|mailto:)/, markdown);
        },
      ),
      { numRuns: 700 },
    );
  });
});
