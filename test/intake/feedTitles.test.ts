import assert from 'node:assert/strict';
import { plainTitle } from '../../src/intake/feedFormats/titleText.ts';
import { entriesOf, readAsFeed, rss } from './feeds.ts';

describe('The title of an entry', () => {
  for (const [written, expected] of [
    ['A &amp; B', 'A & B'],
    ['A & B', 'A & B'],
    ['AT&T, R&D', 'AT&T, R&D'],
    ['A &amp;amp; B', 'A & B'],
    ['&lt;b&gt;x&lt;/b&gt;', 'x'],
    ['<b>x</b> y<br>z', 'x y z'],
    ['<p>one</p><p>two</p>', 'one two'],
    ['  a\n\t b  ', 'a b'],
    ['x<script>alert(1)</script>', 'x'],
    ['x<script>alert(1)', 'x'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', ''],
    ['&amp;lt;img src=x onerror=alert(1)&amp;gt;', ''],
    ['The &lt;dialog&gt; element', 'The <dialog> element'],
    ['Vec<String> in Rust', 'Vec<String> in Rust'],
    ['1 < 2 > 0', '1 < 2 > 0'],
    ['I <3 you', 'I <3 you'],
    ['caf&eacute; &#8211; &#x1F30A;', 'café – 🌊'],
    ['a\u0000\u0007b', 'ab'],
  ] as const) {
    it(`is plain text: ${JSON.stringify(written)}`, () => {
      assert.equal(plainTitle(written), expected);
    });
  }

  it('is made of whatever the entry has', () => {
    const long = 'word '.repeat(40);
    const titles = entriesOf(
      '<description>&lt;h1&gt;Hello&lt;/h1&gt;&lt;p&gt;there&lt;/p&gt;</description>',
      '<title> </title><title/><media:title>Media</media:title>',
      '<title>&lt;img src="x"&gt;</title><link>https://a.example/x</link>',
      `<description>${long}</description>`,
      `<description>${'漢'.repeat(200)}</description>`,
      `<description>${'🌊'.repeat(200)}</description>`,
    ).map((entry) => entry.title);
    assert.deepEqual(titles, [
      'Hello there',
      'Media',
      'https://a.example/x',
      `${'word '.repeat(16).trim()}…`,
      `${'漢'.repeat(80)}…`,
      `${'🌊'.repeat(40)}…`,
    ]);
  });

  it('of a feed without a title is its host', () => {
    assert.equal(readAsFeed('<rss><channel></channel></rss>').title, 'served.example');
    assert.equal(readAsFeed('<rss><channel><link>https://www.a.example/</link>').title, 'a.example');
    assert.equal(readAsFeed('<rss></rss>', 'nowhere').title, 'nowhere');
    assert.equal(readAsFeed('<rss></rss>', '').title, '…');
  });

  it('is not that of an image, a text input or another feed', () => {
    const inner =
      '<image><title>P</title></image><textInput><title>B</title><link>https://b.example</link></textInput>';
    const feed = readAsFeed(`<rss><channel>${inner}<title>F</title></channel></rss>`);
    assert.deepEqual([feed.title, feed.url], ['F', undefined]);
  });

  it('is XHTML without its markup', () => {
    const feed = readAsFeed(
      rss(
        '<item><title xmlns="http://www.w3.org/1999/xhtml"><i>a</i> &lt; b<script>x</script></title></item>',
      ),
    );
    assert.deepEqual(feed.entries, []);
    const [entry] = entriesOf(
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><i>a</i> &lt; b<script>x</script></div></title>',
    );
    assert.equal(entry?.title, 'a < b');
  });
});
