import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { feedText } from '../../../src/intake/files/feedFile.ts';
import { htmlToMarkdown } from '../../../src/intake/htmlToMarkdown.ts';
import { readFeed } from '../../../src/intake/readFeed.ts';
import { allTakeaways } from '../../briefing/support/fixture.ts';
import { checkBriefing } from '../../briefing/support/checkBriefing.ts';
import { checkHtml } from '../../briefing/support/checkHtml.ts';

describe('A saved feed, read in place', () => {
  const rss = (...items: readonly string[]) => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour Wire</title><language>en</language><link>https://example.com/</link>
${items.map((item) => `<item>${item}</item>`).join('\n')}</channel></rss>`;

  async function read(xml: string) {
    const feed = readFeed(new TextEncoder().encode(xml), 'feed.xml');
    assert.ok(feed.kind === 'feed');
    const text = await feedText(feed, htmlToMarkdown);
    const briefing = parseBriefing(text, 'feed.xml');
    checkBriefing(briefing, text);
    return briefing;
  }

  it('has a takeaway for each entry, with all of its text and its page', async () => {
    const briefing = await read(
      rss(
        '<title>Ferry *stops*</title><link>https://example.com/1</link><description>It stops.</description>',
        '<title>Lock opens</title><link>/2</link>',
        '<title>Crane turns</title><description>&lt;p&gt;One.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Two.&lt;/li&gt;&lt;/ul&gt;</description>',
      ),
    );
    assert.deepEqual([briefing.title, briefing.language], ['Harbour Wire', 'en']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, text, references }) => [
        label ?? '',
        text,
        references.map(({ url }) => url),
      ]),
      [
        ['Ferry *stops*', 'It stops.\nexample.com', ['https://example.com/1']],
        ['', 'Lock opens', ['https://example.com/2']],
        ['Crane turns', 'One.\nTwo.', ['https://example.com/']],
      ],
    );
  });

  it('keeps headings below the headline of their entry, and code as it is', async () => {
    const body = '<h1>Numbers</h1><p>Nine.</p><h2>What next</h2><h4>Fares</h4><pre># a\n\n- b</pre>';
    const briefing = await read(
      rss(
        `<title>Ferry stops</title><link>https://example.com/1</link><description><![CDATA[${body}]]></description>`,
      ),
    );
    assert.equal(allTakeaways(briefing).length, 1);
    const html = renderBriefing(briefing);
    checkHtml(html);
    assert.deepEqual(html.match(/<h[2-6][^\n]*/g), [
      '<h3 dir="auto">Numbers</h3>',
      '<h3 dir="auto">What next</h3>',
      '<h4 dir="auto">Fares</h4>',
    ]);
    assert.match(html, /<code[^>]*># a\n\n- b\n?<\/code>/);
  });

  it('has code that an entry leaves open only in that entry', async () => {
    const entry = (title: string, text: string) =>
      `<entry><title>${title}</title><content type="text">${text}</content></entry>`;
    const entries = [entry('Ferry', 'It stops.\n\n```\n# a'), entry('Lock', 'It opens.')];
    const briefing = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>${entries.join('')}</feed>`,
    );
    assert.deepEqual(
      allTakeaways(briefing).map(({ label }) => label),
      ['Ferry', 'Lock'],
    );
  });

  it('may be Atom, and may have no entries', async () => {
    const briefing = await read(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><title>Ferry</title><content type="text"># It stops</content></entry></feed>',
    );
    assert.deepEqual(
      allTakeaways(briefing).map(({ label }) => label),
      ['Ferry'],
    );
    assert.equal((await read(rss())).title, 'Harbour Wire');
  });
});
