import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Feed, FeedEntry } from '../../src/intake/model.ts';
import { readFeed } from '../../src/intake/readFeed.ts';
import { ADDRESS } from './feeds.ts';

interface Written {
  readonly title: string;
  readonly url: string;
  readonly entries: readonly Required<Omit<FeedEntry, 'text'>>[];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** HTML in XML, and so escaped twice. */
const titled = (text: string) => escaped(escaped(text));

/** A feed, in each of the four formats. */
const FORMATS: Readonly<Record<string, (feed: Written) => string>> = {
  RSS: ({ title, url, entries }) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>${titled(title)}</title><link>${escaped(url)}</link>${entries
      .map(
        (entry) =>
          `<item><title>${titled(entry.title)}</title><link>${escaped(entry.url)}</link><guid isPermaLink="false">${escaped(entry.id)}</guid>` +
          `<pubDate>${new Date(entry.date).toUTCString()}</pubDate><description>${escaped(entry.html)}</description></item>`,
      )
      .join('\n')}</channel></rss>`,
  Atom: ({ title, url, entries }) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">${titled(title)}</title><link href="${escaped(url)}"/>${entries
      .map(
        (entry) =>
          `<entry><id>${escaped(entry.id)}</id><title type="html"><![CDATA[${escaped(entry.title)}]]></title><link rel="alternate" href="${escaped(entry.url)}"/>` +
          `<updated>${entry.date}</updated><content type="html"><![CDATA[${entry.html}]]></content></entry>`,
      )
      .join('\n')}</feed>`,
  RDF: ({ title, url, entries }) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>${titled(title)}</title><link>${escaped(url)}</link></channel>${entries
      .map(
        (entry) =>
          `<item rdf:about="${escaped(entry.id)}"><title>${titled(entry.title)}</title><link>${escaped(entry.url)}</link>` +
          `<d:date>${entry.date.replace('Z', '+00:00')}</d:date><description>${escaped(entry.html)}</description></item>`,
      )
      .join('\n')}</rdf:RDF>`,
  'JSON Feed': ({ title, url, entries }) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: escaped(title),
      home_page_url: url,
      items: entries.map((entry) => ({
        id: entry.id,
        title: escaped(entry.title),
        url: entry.url,
        date_published: entry.date,
        content_html: entry.html,
      })),
    }),
};

const words = fc.stringMatching(/^[a-zé漢]{1,6}( [<&"'a-z] [a-z🌊0-9]{1,5}){0,3}$/u);
const date = fc
  .integer({ min: Date.UTC(1995) / 1000, max: Date.UTC(2049) / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
const entry = fc.record(
  {
    id: fc.uuid(),
    title: words,
    url: fc.webUrl({ withQueryParameters: true }),
    date,
    html: words.map((text) => `<p>${escaped(text)}</p>`),
  },
  { noNullPrototype: true },
);
const written = fc.record({
  title: words,
  url: fc.webUrl(),
  entries: fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 6 }),
});

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('Any feed', () => {
  for (const [format, write] of Object.entries(FORMATS)) {
    it(`is read back as it was written: ${format}`, () => {
      fc.assert(
        fc.property(written, (feed) => {
          const expected: Feed = { kind: 'feed', ...feed };
          assert.deepEqual(readFeed(bytesOf(write(feed)), ADDRESS), expected);
        }),
      );
    });

    it(`has its complete entries at whatever byte it is cut off: ${format}`, () => {
      fc.assert(
        fc.property(written, fc.nat(), (feed, place) => {
          const bytes = bytesOf(write(feed));
          const cut = bytes.subarray(0, place % (bytes.length + 1));
          const reading = readFeed(cut, ADDRESS);
          const text = new TextDecoder().decode(cut);
          const complete =
            text.split(/<\/(?:item|entry)>|"content_html":"[^"\\]*(?:\\.[^"\\]*)*"\}/).length - 1;
          if (complete === 0 && reading.kind === 'notAFeed') return;
          assert.deepEqual(reading.kind === 'feed' && reading.entries, feed.entries.slice(0, complete));
        }),
        { numRuns: 300 },
      );
    });
  }

  it('may be any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.string(),
        fc.string(),
        (bytes, address, contentType) => {
          readFeed(bytes, address, contentType);
        },
      ),
    );
  });

  it('may be any pieces of feeds', () => {
    const pieces = [
      ...'< </ > /> " & &amp; &#0; &#xd800; <![CDATA[ ]]> <!-- --> ?> rss channel item entry feed title link'.split(
        ' ',
      ),
      ...'guid content xmlns=" xml:base=" <rss> <feed> <item> </item> <title> </title> <description> <div>'.split(
        ' ',
      ),
      ...[
        '<content type="xhtml">',
        '<!DOCTYPE rss [',
        '<!ENTITY a "',
        '<?xml ',
        ' href="x"',
        ' ',
        '\0',
        '漢',
      ],
      ...['__proto__', 'https://a.example/', '{"version":"https://jsonfeed.org/'],
    ];
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, fc.constantFrom('', '<rss><channel>', '<feed>'), (text, start) => {
        const reading = readFeed(bytesOf(start + text), ADDRESS);
        if (reading.kind === 'notAFeed') return;
        const { entries } = reading;
        assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
        for (const { id, title, url } of entries) {
          assert.ok(id !== '' && title !== '');
          assert.match(url ?? 'https:', /^https?:/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
