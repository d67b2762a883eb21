import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readOpml } from '../../src/intake/readOpml.ts';
import { writeOpml } from '../../src/intake/writeOpml.ts';
import { timed } from './feeds.ts';
import { worked } from '../support/clock.ts';

const opml = (...body: readonly string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body.join('')}</body></opml>`;
const feed = (url: string, title = '') => `<outline text="${title}" type="rss" xmlUrl="${url}"/>`;

describe('An OPML file', () => {
  it('has addresses, titles and folders of feeds', () => {
    assert.deepEqual(
      readOpml(
        opml(
          '<outline text="News &amp; views"><outline title="Europe" text="x">',
          '<outline text="Words" title=" The\n Title " type="rss" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/"/>',
          '</outline>',
          feed('https://b.example/'),
          '</outline>',
          feed('http://c.example/?a=1&amp;b=2', 'C &lt;3'),
        ),
      ),
      [
        { url: 'https://a.example/rss', title: 'The Title', folder: 'News & views/Europe' },
        { url: 'https://b.example/', folder: 'News & views' },
        { url: 'http://c.example/?a=1&b=2', title: 'C <3' },
      ],
    );
  });

  it('has each feed once, only http and https, and without includes', () => {
    const others = ['javascript:alert(1)', 'file:///etc/passwd', '/rss', '', 'https://u:p@a.example/'].map(
      (url) => feed(url, 'x'),
    );
    const include = '<outline type="include" text="x" url="https://evil.example/more.opml"/>';
    const listed = readOpml(
      opml(...others, include, feed('https://a.example/', 'A'), feed('https://a.example/', 'B')),
    );
    assert.deepEqual(listed, [{ url: 'https://a.example/', title: 'A' }]);
    const left: string[] = [];
    readOpml(opml(...others, include, feed('https://a.example/', 'A')), (address) => left.push(address));
    // An outline without any address is a folder.
    assert.deepEqual(left, ['javascript:alert(1)', 'file:///etc/passwd', '/rss', 'https://u:p@a.example/']);
  });

  it('may have tags in any case, be cut off, and lack end tags', () => {
    const expected = ['https://a.example/', 'https://b.example/'].map((url) => ({ url, folder: 'F' }));
    const broken =
      'PHP Notice\n<OPML><BODY><Outline TEXT="F"><OUTLINE XMLURL="https://a.example/"><outline xmlurl="https://b.example/"><outline xmlUrl="https://c';
    assert.deepEqual(readOpml(broken), expected);
    assert.deepEqual(readOpml(''), []);
    assert.deepEqual(readOpml('<html><body><outline>'), []);
  });

  it('may have 2,000 feeds in folders, closed or not, at any depth', () => {
    for (const end of ['/>', '>']) {
      const feeds = Array.from(
        { length: 2000 },
        (_, i) => `<outline xmlUrl="https://a.example/${i}" text="T${i}"${end}`,
      );
      const folders = Array.from(
        { length: 100 },
        (_, i) => `<outline text="F${i}">${feeds.slice(20 * i, 20 * i + 20).join('')}</outline>`,
      );
      const listed = timed(() => readOpml(opml(...folders)));
      assert.equal(listed.length, 2000);
      // If feeds are not closed, the end tag of a folder closes a feed.
      const folder = end === '/>' ? 'F99' : listed[1999]?.folder;
      assert.deepEqual(listed[1999], { url: 'https://a.example/1999', title: 'T1999', folder });
    }
    const deep = opml(
      feed('https://a.example/'),
      '<outline text="x">'.repeat(100_000),
      feed('https://b.example/'),
    );
    assert.deepEqual(
      timed(() => readOpml(deep)),
      [{ url: 'https://a.example/' }],
    );
  });

  it('takes bounded time if elements are not closed and many follow', () => {
    const start = worked();
    for (const tag of ['</b>', '<b/>'])
      readOpml(opml(feed('https://a.example/'), '<x>'.repeat(19_900), tag.repeat(400_000)));
    assert.ok(worked() - start < 6000);
  });

  it('is written for other readers', () => {
    assert.equal(
      writeOpml(
        [
          { url: 'https://a.example/?a&b', title: 'A "quoted" <b>' },
          { url: 'https://b.example/', title: 'B' },
        ],
        'Mine',
      ),
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        '  <head><title>Mine</title></head>',
        '  <body>',
        '    <outline type="rss" text="A &#34;quoted&#34; &#60;b&#62;" title="A &#34;quoted&#34; &#60;b&#62;" xmlUrl="https://a.example/?a&#38;b"/>',
        '    <outline type="rss" text="B" title="B" xmlUrl="https://b.example/"/>',
        '  </body>',
        '</opml>',
        '',
      ].join('\n'),
    );
  });

  it('is read back as it was written', () => {
    const words = fc
      .string({
        unit: fc.constantFrom('a', 'b', '<', '>', '&', '"', "'", 'é', '漢', '🌊', ';', '#'),
        minLength: 1,
        maxLength: 8,
      })
      .map((text) => text.trim());
    const listed = fc.record(
      {
        url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
        title: words,
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(listed, { selector: (each) => each.url, maxLength: 12 }),
        words,
        (feeds, title) => {
          assert.deepEqual(readOpml(writeOpml(feeds, title)), feeds);
        },
      ),
    );
  });

  it('may be any string', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            '/',
            '"',
            '=',
            ' ',
            '&',
            'outline',
            'xmlUrl',
            'https://a.example',
            '<![CDATA[',
            ']]>',
          ),
        }),
        (text) => {
          readOpml(text);
        },
      ),
    );
  });
});
