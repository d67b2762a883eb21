import assert from 'node:assert/strict';
import { atom, entriesOf, read, readAsFeed, rss } from './feeds.ts';
import { worked } from '../support/clock.ts';

describe('A broken feed', () => {
  const titlesIn = (text: string) => readAsFeed(text).entries.map((entry) => entry.title);
  const items = (...titles: readonly string[]) =>
    titles.map((title) => `<item><title>${title}</title><link>/${title}</link></item>`).join('');

  it('has its complete entries, wherever it is cut off', () => {
    const text = rss(items('a', 'b', 'c'));
    assert.deepEqual(titlesIn(text.slice(0, text.indexOf('<link>/c') + 5)), ['a', 'b']);
    assert.deepEqual(titlesIn(text.slice(0, text.indexOf('</channel'))), ['a', 'b', 'c']);
  });

  it('may have anything before it', () => {
    for (const junk of [
      '\n\n ',
      '\ufeff\ufeff',
      'Warning: x in <b>/var/www</b> on line 3 <br>',
      '<!-- <html> -->',
      '1 < 2 ',
    ])
      assert.deepEqual(titlesIn(junk + rss(items('a'))), ['a'], junk);
  });

  it('may have no end tags', () => {
    const unclosed =
      '<rss><channel><title>F<item><title>a<link>/a<pubDate>2026-01-05<item><title>b<description><p>x<br>y';
    const { title, entries } = readAsFeed(unclosed);
    assert.equal(title, 'F');
    assert.deepEqual(entries, [
      {
        id: 'https://served.example/a',
        title: 'a',
        url: 'https://served.example/a',
        date: '2026-01-05T00:00:00.000Z',
      },
      { id: entries[1]?.id, title: 'b', html: '<p>x<br>y' },
    ]);
    const many = `<rss><channel>${Array.from({ length: 2000 }, (_, i) => `<item><title>t${i}</title>`).join('')}`;
    assert.equal(titlesIn(many).length, 2000);
  });

  it('may have end tags without start tags', () => {
    assert.deepEqual(titlesIn(rss('</item></title>', items('a'), '</entry>', items('b'))), ['a', 'b']);
  });

  it('loses nothing after a CDATA section that is not closed', () => {
    const open = '<item><title>a</title><description><![CDATA[words</description></item>';
    const good = '<item><title>b</title><description><![CDATA[more]]></description></item>';
    const [a, b] = readAsFeed(rss(open, good)).entries;
    assert.deepEqual([a?.html, b?.html], ['words', 'more']);
    assert.deepEqual(titlesIn(rss(good, open)), ['b', 'a']);
    const shown =
      '<item><title>c</title><description><![CDATA[write &lt;![CDATA[ and <b>x</b>]]></description></item>';
    assert.equal(readAsFeed(rss(shown, good)).entries[0]?.html, 'write &lt;![CDATA[ and <b>x</b>');
  });

  it('may have undeclared entities, and those of a DOCTYPE are not expanded', () => {
    const [entry] = entriesOf('<title>a&nbsp;&mdash; b</title><description>x&nbsp;y</description>');
    assert.deepEqual([entry?.title, entry?.html], ['a — b', 'x&nbsp;y']);
    const doctype = '<!DOCTYPE rss [<!ENTITY x "y"><!ENTITY z SYSTEM "file:///etc/passwd">]>';
    assert.deepEqual(titlesIn(doctype + rss(items('&x;&z;'))), ['&x;&z;']);
  });

  it('may have its items outside of the channel, and null characters', () => {
    assert.deepEqual(titlesIn(`<rss><channel><title>F</title></channel>${items('a\0')}</rss>`), ['a']);
  });

  it('is read up to a maximum depth', () => {
    const deep = '<x>'.repeat(400);
    assert.deepEqual(titlesIn(rss(items('a'), `<item><title>b</title>${deep}`)), ['a']);
    const nested = `<item><title>b</title><description>${'<p>'.repeat(200)}x</description></item>`;
    assert.deepEqual(titlesIn(rss(nested)), ['b']);
    assert.deepEqual(read(rss(deep, items('a'))), { kind: 'notAFeed', reason: 'tooDeep', feeds: [] });
  });

  it('takes bounded time if items are not closed and many tags follow', () => {
    const start = worked();
    for (const tag of ['</b>', '<b/>', '<b>'])
      titlesIn(`<rss><channel><title>F${items('a')}${'<item>'.repeat(19_900)}${tag.repeat(300_000)}`);
    assert.ok(worked() - start < 6000);
    const unclosed = Array.from({ length: 5000 }, (_, i) => `<item><title>a ${i}</title>`);
    assert.equal(titlesIn(`<rss><channel><title>F</title>${unclosed.join('')}`).length, 5000);
  });

  it('takes bounded time whatever the base of its links is', () => {
    const entries = Array.from(
      { length: 6000 },
      (_, i) => `<item><title>${i}</title><link>${i}</link></item>`,
    );
    const bases = `<x xml:base="https://b.example/"><x>${'<x xml:base="a/">'.repeat(250)}`;
    const start = worked();
    const feed = readAsFeed(`<rss><channel><title>F</title>${bases}${entries.join('')}`);
    assert.equal(feed.entries[5000]?.url, `https://b.example/${'a/'.repeat(250)}5000`);
    assert.ok(worked() - start < 2500);
  });

  it('may be JSON that was cut off', () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'F "]}"',
      items: ['a', 'b\\'].map((title) => ({ id: title, title, tags: ['x', ['y']] })),
    });
    assert.deepEqual(titlesIn(json), ['a', 'b\\']);
    assert.deepEqual(titlesIn(json.slice(0, -4)), ['a']);
    assert.equal(read(json.slice(0, 80)).kind, 'notAFeed');
  });

  it('may be in Atom', () => {
    assert.deepEqual(titlesIn(atom('<entry><title>a<id>1<link href="x"><entry><title>b</title></entry>')), [
      'a',
      'b',
    ]);
  });
});
