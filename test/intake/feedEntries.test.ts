import assert from 'node:assert/strict';
import { atom, entriesOf, readAsFeed, rss } from './feeds.ts';

describe('The id of an entry', () => {
  const idsOf = (...items: readonly string[]) => entriesOf(...items).map((entry) => entry.id);

  it('is its own, else its link, else a hash of its words', () => {
    assert.deepEqual(idsOf('<guid> g\n</guid><title>T</title><link>https://a.example/1</link>'), ['g']);
    assert.deepEqual(idsOf('<guid> </guid><title>T</title><link>https://a.example/1</link>'), [
      'https://a.example/1',
    ]);
    const [of, same, other, more] = [
      ...idsOf('<title>T</title>'),
      ...idsOf('<title>T</title><pubDate>2026-01-05</pubDate>'),
      ...idsOf('<title>U</title>'),
      ...idsOf('<title>T</title><description>x</description>'),
    ];
    assert.match(of ?? '', /^[a-z0-9]{8,14}$/);
    assert.equal(of, same);
    assert.equal(new Set([of, other, more]).size, 3);
  });

  it('is short plain data', () => {
    const ids = idsOf(
      `<guid>${'x'.repeat(1e6)}</guid><title>a</title>`,
      '<guid>__proto__</guid><title>b</title>',
      '<guid>../../state</guid><title>c</title>',
      '<guid>constructor</guid><title>d</title>',
    );
    assert.ok((ids[0]?.length ?? 99) < 20);
    assert.deepEqual(ids.slice(1), ['__proto__', '../../state', 'constructor']);
  });

  it('that occurs twice is one entry: the newer, in the place of the first', () => {
    const items = ['', '<pubDate>2026-01-05</pubDate>', '<pubDate>2026-01-04</pubDate>'].map(
      (date, i) => `<guid>g</guid><title>T${i}</title><link>https://a.example/</link>${date}`,
    );
    const [first, ...others] = entriesOf(...items, '<guid>h</guid><title>U</title>');
    assert.equal(first?.title, 'T1');
    assert.deepEqual(
      others.map((entry) => entry.id),
      ['h'],
    );
  });

  it('is made unique if both link and title differ', () => {
    const item = (n: number) => `<guid>g</guid><title>T${n}</title><link>https://a.example/${n}</link>`;
    assert.deepEqual(idsOf(item(1), item(2), item(1)), ['g https://a.example/1', 'g https://a.example/2']);
    assert.deepEqual(idsOf(item(3), item(1), item(2)).slice(1), idsOf(item(1), item(2)));
  });

  it('includes the title if entries share a link', () => {
    const item = (n: number) => `<title>T${n}</title><link>https://a.example/</link>`;
    const ids = idsOf(item(1), item(2), item(2));
    assert.equal(ids.length, 2);
    for (const id of ids) assert.match(id, /^https:\/\/a\.example\/ [a-z0-9]+$/);
    assert.deepEqual(idsOf(item(3), item(1), item(2)).slice(1), ids);
  });

  it('is case-sensitive', () => {
    assert.deepEqual(idsOf('<guid>A</guid><title>T</title>', '<guid>a</guid><title>T</title>'), ['A', 'a']);
  });
});

describe('The text of an entry', () => {
  const bodyOf = (...inside: readonly string[]) => {
    const [entry] = readAsFeed(atom(`<entry><title>T</title>${inside.join('')}</entry>`)).entries;
    return entry?.html === undefined ? entry?.text && { text: entry.text } : { html: entry.html };
  };

  it('is the longest of content and summary', () => {
    let number = 0;
    const [long, short] = ['<p>all of it</p>', '<p>some</p>'];
    const item = (content: string, description: string) =>
      `<title>${++number}</title><content:encoded><![CDATA[${content}]]></content:encoded><description><![CDATA[${description}]]></description>`;
    const bodies = entriesOf(item(long, short), item(short, long), item('', short), item(short, ''));
    assert.deepEqual(
      bodies.map((entry) => entry.html),
      [long, long, short, short],
    );
  });

  it('is HTML or plain text, as the feed says', () => {
    for (const [written, expected] of [
      ['<content type="html">&lt;b>x&lt;/b></content>', { html: '<b>x</b>' }],
      ['<content type="text/html" mode="escaped">&lt;b>x&lt;/b></content>', { html: '<b>x</b>' }],
      ['<content type="text">a &lt;b> c</content>', { text: 'a <b> c' }],
      ['<content>a &lt; b</content>', { text: 'a < b' }],
      ['<summary>a &lt;p>b</summary>', { html: 'a <p>b' }],
      [
        '<content type="xhtml"><div><p>a &amp; b &nbsp;<br/></p></div></content>',
        { html: '<p>a &amp; b &nbsp;<br></p>' },
      ],
      ['<content type="xhtml"><p>a</p>&lt;b></content>', { html: '<p>a</p>&lt;b&gt;' }],
      ['<content type="image/png">iVBORw0KGgo=</content>', undefined],
      ['<content type="text/html" mode="base64">PGI+</content>', undefined],
      ['<content type="image/png">iVBOR</content><summary>s</summary>', { text: 's' }],
    ] as const)
      assert.deepEqual(bodyOf(written), expected, written);
  });

  it('is found by its namespace, not by its prefix', () => {
    const declared = rss('<item><c:encoded>x</c:encoded><d:date>2026-01-05</d:date></item>').replace(
      '<rss',
      '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"',
    );
    const [entry] = readAsFeed(declared).entries;
    assert.deepEqual([entry?.html, entry?.date], ['x', '2026-01-05T00:00:00.000Z']);
    const other = rss('<item><title>T</title><content:title>x</content:title></item>').replace(
      '<rss',
      '<rss xmlns:content="http://search.yahoo.com/mrss/"',
    );
    assert.equal(readAsFeed(other).entries[0]?.title, 'T');
  });

  it('is missing if there is nothing at all', () => {
    assert.deepEqual(entriesOf('', '<guid>only</guid>', '<pubDate>2026-01-05</pubDate>'), []);
  });
});

describe('The properties of a feed', () => {
  it('include its language', () => {
    const languageOf = (written: string) => readAsFeed(rss(`<language>${written}</language>`)).language;
    assert.deepEqual(['en-us', 'zh_Hans_CN', ' DE ', 'English', 'none', '', 'x'].map(languageOf), [
      'en-US',
      'zh-Hans-CN',
      'de',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    assert.equal(readAsFeed(rss('<dc:language>sv</dc:language>')).language, 'sv');
    assert.equal(readAsFeed(atom().replace('<feed', '<feed xml:lang="cs"')).language, 'cs');
  });

  it('include its TTL in minutes', () => {
    const ttlOf = (...inside: readonly string[]) => readAsFeed(rss(...inside)).ttl;
    const period = '<sy:updatePeriod> Daily </sy:updatePeriod>';
    assert.equal(ttlOf('<ttl>60</ttl>', period), 60);
    assert.equal(ttlOf(period), 1440);
    assert.equal(ttlOf(period, '<sy:updateFrequency>4</sy:updateFrequency>'), 360);
    assert.equal(ttlOf(period, '<sy:updateFrequency>0</sy:updateFrequency>'), 1440);
    for (const ttl of ['-5', '0', 'soon', '1e9', '99999999999'])
      assert.equal(ttlOf(`<ttl>${ttl}</ttl>`), undefined);
  });
});
