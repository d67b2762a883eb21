import fc from 'fast-check';
import assert from 'node:assert/strict';
import { readOpml } from '../../src/intake/readOpml.ts';
import { writeOpml } from '../../src/intake/writeOpml.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { timed } from './feeds.ts';

const opml = (...body: readonly string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body.join('')}</body></opml>`;
const feed = (url: string, title = '') => `<outline text="${title}" type="rss" xmlUrl="${url}"/>`;

describe('An OPML file', () => {
  fixtureCases('intake/opml', (text) => {
    const left: string[] = [];
    const feeds = readOpml(text, (address) => left.push(address));
    return [
      ...feeds.map(({ url, title, folder }) =>
        [url, title, folder && `in ${folder}`].filter(Boolean).join(' · '),
      ),
      ...left.map((address) => `left out: ${address}`),
    ].join('\n');
  });

  it('may be empty', () => {
    assert.deepEqual(readOpml(''), []);
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
    for (const tag of ['</b>', '<b/>'])
      timed(() => readOpml(opml(feed('https://a.example/'), '<x>'.repeat(19_900), tag.repeat(400_000))));
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
    const pieces = '< > / " = & outline xmlUrl https://a.example <![CDATA[ ]]>'.split(' ');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', ...pieces) }), (text) => void readOpml(text)),
    );
  });
});
