import assert from 'node:assert/strict';
import { ADDRESS, atom, entriesOf, readAsFeed, rss } from './feeds.ts';

describe('The link of an entry', () => {
  const linkOf = (...inside: readonly string[]) =>
    readAsFeed(atom(`<entry><title>T</title>${inside.join('')}</entry>`)).entries[0]?.url;

  for (const [written, expected] of [
    ['https://a.example', 'https://a.example'],
    [' https://a.example/x \n', 'https://a.example/x'],
    ['https://a.example/x y', 'https://a.example/x%20y'],
    ['https://a.example/日本', 'https://a.example/日本'],
    ['HTTP://A.example/x', 'http://a.example/x'],
    ['https:/a.example\\x', 'https://a.example/x'],
    ['/x', 'https://served.example/x'],
    ['x?y=1', 'https://served.example/feeds/x?y=1'],
    ['//b.example/x', 'https://b.example/x'],
    ['', undefined],
    ['see our page', undefined],
    ['javascript:alert(1)', undefined],
    ['java\tscript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['command:workbench.action.quit', undefined],
    ['mailto:a@b.example', undefined],
    ['feed:https://a.example', undefined],
    ['https://good.example@evil.example/', undefined],
    ['https://', undefined],
  ] as const) {
    it(`is an absolute http or https address: ${JSON.stringify(written)}`, () => {
      assert.equal(entriesOf(`<title>T</title><link>${written}</link>`)[0]?.url, expected);
      assert.equal(linkOf(`<link href="${written}"/>`), expected);
    });
  }

  it('is relative to xml:base, then to the link of the feed, then to its address', () => {
    const item = '<item><title>T</title><link>c</link></item>';
    const linkIn = (feed: string) => readAsFeed(feed).entries[0]?.url;
    assert.equal(linkIn(rss('<link>https://a.example/b/</link>', item)), 'https://a.example/b/c');
    assert.equal(linkIn(rss('<link>/b/</link>', item)), 'https://served.example/b/c');
    assert.equal(linkIn(rss(item, '<link>https://a.example/b/</link>')), 'https://a.example/b/c');
    assert.equal(linkIn(rss(item)), 'https://served.example/feeds/c');
    const based = rss('<link>https://a.example/b/</link>', item).replace('<rss', '<rss xml:base="/x/"');
    assert.equal(linkIn(based.replace('<item', '<item xml:base="y/"')), 'https://a.example/x/y/c');
    assert.equal(linkIn(based.replace('/x/', 'javascript:')), 'https://a.example/b/c');
    assert.equal(linkOf('<link xml:base="https://d.example/" href="e"/>'), 'https://d.example/e');
    assert.equal(readAsFeed(rss(item), 'not an address').entries[0]?.url, undefined);
  });

  it('is the alternate link, then the one without a relation', () => {
    const plain = '<link href="https://a.example/plain"/>';
    const alternate = '<link rel="alternate" href="https://a.example/alternate"/>';
    const json = '<link rel="alternate" type="application/json" href="https://a.example/json"/>';
    const others =
      '<link rel="self" href="https://a.example/self"/><link rel="replies" href="https://a.example/r"/>';
    assert.equal(linkOf(others, plain, json, alternate), 'https://a.example/alternate');
    assert.equal(linkOf(others, json, plain), 'https://a.example/plain');
    assert.equal(linkOf(others, json), 'https://a.example/json');
    assert.equal(linkOf(others), undefined);
  });

  it('is a guid that is an address, then the enclosure', () => {
    const guid = (attributes: string) =>
      entriesOf(`<title>T</title><guid${attributes}>https://a.example/1</guid>`)[0]?.url;
    assert.equal(guid(''), 'https://a.example/1');
    assert.equal(guid(' isPermaLink="true"'), 'https://a.example/1');
    assert.equal(guid(' isPermaLink="false"'), undefined);
    assert.equal(entriesOf('<title>T</title><guid>17</guid>')[0]?.url, undefined);
    const enclosures = '<enclosure url="file:///x"/><enclosure url="https://a.example/1.mp3"/>';
    assert.equal(entriesOf(`<title>T</title>${enclosures}`)[0]?.url, 'https://a.example/1.mp3');
    assert.equal(
      entriesOf(`<title>T</title>${enclosures}<link>/page</link>`)[0]?.url,
      'https://served.example/page',
    );
    assert.equal(linkOf('<link rel="enclosure" href="/1.mp3"/>'), 'https://served.example/1.mp3');
    assert.equal(linkOf('<media:content url="/1.mp4"/>'), 'https://served.example/1.mp4');
    assert.equal(linkOf('<content src="/1.pdf" type="application/pdf"/>'), 'https://served.example/1.pdf');
  });

  it('of a feed is its page, and never the feed itself', () => {
    const self = `<atom:link rel="self" href="${ADDRESS}"/>`;
    assert.equal(readAsFeed(rss(self)).url, undefined);
    assert.equal(readAsFeed(rss(self, '<link>https://a.example/</link>')).url, 'https://a.example/');
    assert.equal(readAsFeed(rss('<item><title>T</title><link>/x</link></item>')).url, undefined);
  });
});
