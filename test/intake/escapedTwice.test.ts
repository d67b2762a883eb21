import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../src/briefing/readingItems.ts';

describe('A character that was escaped too often', () => {
  const words = (html: string) => readingItems(parseBriefing(htmlToMarkdown(html), 'a.md'))[0]?.text;
  const page = (html: string) => words(`<h1>Harbour brief</h1><h2>Ferries</h2><p>${html}</p>`);

  it('is shown as it was meant', () => {
    assert.equal(page('Tugs &amp;amp; cranes wait&amp;#x3f;'), 'Tugs & cranes wait?');
    assert.equal(page('Ann&amp;amp;#8217;s ferry&amp;#32;stops.'), 'Ann’s ferry stops.');
  });

  it('is shown as it is in code, as a tag, or if it is none', () => {
    assert.equal(page('Write <code>&amp;amp;</code> for it.'), 'Write &amp; for it.');
    for (const html of ['R&amp;D; and AT&amp;T', '&amp;lt;b&amp;gt; is a tag.', 'Berth &amp;#5; or &amp;#;'])
      assert.equal(page(html), html.replaceAll('&amp;', '&'));
    assert.equal(page('A bell: &amp;#x0007;!'), 'A bell: !');
  });
});
