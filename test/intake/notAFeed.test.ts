import assert from 'node:assert/strict';
import { readFeed } from '../../src/intake/readFeed.ts';
import { ADDRESS, read } from './feeds.ts';

describe('What is not a feed', () => {
  const reasonOf = (text: string) => {
    const reading = read(text);
    return reading.kind === 'notAFeed' ? reading.reason : reading;
  };

  for (const [text, reason] of [
    ['', 'empty'],
    [' \n\t\ufeff', 'empty'],
    ['\0\0\0\0', 'notText'],
    ['hello', 'noFeed'],
    ['{}', 'noFeed'],
    ['{"items":[{"id":1}]}', 'noFeed'],
    ['{not json', 'noFeed'],
    ['[]', 'noFeed'],
    ['<opml version="2.0"><body><outline xmlUrl="https://a.example/"/></body></opml>', 'noFeed'],
    ['<urlset><url><loc>https://a.example/</loc></url></urlset>', 'noFeed'],
    ['<rdf:RDF xmlns:foaf="x"><foaf:Person><foaf:name>A</foaf:name></foaf:Person></rdf:RDF>', 'noFeed'],
    ['<?xml version="1.0"?>', 'noFeed'],
    ['<a>'.repeat(1000), 'page'],
    ['<x>'.repeat(1000), 'tooDeep'],
    ['<!DOCTYPE html>', 'page'],
    ['<form action="/login"><input name="password"></form>', 'page'],
    ['<html xmlns="http://www.w3.org/1999/xhtml"><body><rss><channel/></rss></body></html>', 'page'],
  ] as const) {
    it(`is rejected with a reason: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.equal(reasonOf(text), reason);
    });
  }

  it('may be an image', () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    assert.deepEqual(readFeed(png, ADDRESS), { kind: 'notAFeed', reason: 'notText', feeds: [] });
  });

  it('may be larger than 5 MB', () => {
    const bytes = new Uint8Array(5 * 1024 * 1024 + 1).fill(32);
    assert.deepEqual(readFeed(bytes, ADDRESS), { kind: 'notAFeed', reason: 'tooLarge', feeds: [] });
    assert.deepEqual(readFeed(bytes.subarray(1), ADDRESS), { kind: 'notAFeed', reason: 'empty', feeds: [] });
  });
});

describe('A page', () => {
  const feedsOf = (head: string, address = ADDRESS) => {
    const page = read(`<!doctype html><html><head><title>P</title>${head}</head><body><p>x`, address);
    assert.ok(page.kind === 'notAFeed' && page.reason === 'page');
    return page.feeds;
  };
  const link = (href: string, type = 'application/rss+xml', more = 'rel="alternate"') =>
    `<link ${more} type="${type}" href="${href}">`;

  it('announces its feeds', () => {
    assert.deepEqual(
      feedsOf(
        [
          link('/rss'),
          link('https://b.example/atom', 'application/atom+xml'),
          link('json?a=1&amp;b=2', 'application/feed+json; charset=utf-8'),
          link('/HOME', 'Application/RSS+XML', 'REL="Home Alternate"'),
        ].join('\n'),
      ),
      [
        'https://served.example/rss',
        'https://b.example/atom',
        'https://served.example/feeds/json?a=1&b=2',
        'https://served.example/HOME',
      ],
    );
  });

  it('gives their titles if it has them', () => {
    const titled = (href: string, title: string) => link(href, undefined, `rel="alternate" title="${title}"`);
    const head = `${titled('/a', ' Tides\n&amp; Weather ')}${link('/b')}${titled('/a', 'Again')}${titled('/c', ' ')}`;
    const page = read(`<!doctype html><html><head>${head}</head>`, ADDRESS);
    assert.deepEqual(page, {
      kind: 'notAFeed',
      reason: 'page',
      feeds: ['https://served.example/a', 'https://served.example/b', 'https://served.example/c'],
      titles: { 'https://served.example/a': 'Tides & Weather' },
    });
    assert.ok(!('titles' in read(`<!doctype html><html><head>${link('/b')}</head>`, ADDRESS)));
  });

  it('announces each feed once, and those of comments last', () => {
    const comments =
      '<link rel="alternate" type="application/rss+xml" title="Site » Comments Feed" href="/c">';
    assert.deepEqual(
      feedsOf(
        comments +
          link('/a/comments/feed') +
          link('https://commentary.example/') +
          link('/rss') +
          link('/rss'),
      ),
      [
        'https://commentary.example/',
        'https://served.example/rss',
        'https://served.example/c',
        'https://served.example/a/comments/feed',
      ],
    );
  });

  it('may set the base of its links', () => {
    assert.deepEqual(feedsOf(`${link('rss')}<base href="https://c.example/d/">`), [
      'https://c.example/d/rss',
    ]);
    assert.deepEqual(feedsOf(`<base href="javascript:">${link('rss')}`), [
      'https://served.example/feeds/rss',
    ]);
    assert.deepEqual(feedsOf(link('rss'), 'no address'), []);
  });

  it('announces nothing else', () => {
    const others = [
      link('javascript:alert(1)'),
      link('file:///etc/passwd'),
      link('/x', 'text/css', 'rel="alternate stylesheet"'),
      link('/wp-json', 'application/json'),
      link('/x', 'application/rss+xml', 'rel="stylesheet"'),
      `<script>document.write('${link('/x')}')</script>`,
      `<!-- ${link('/x')} -->`,
      '<link rel="alternate" type="application/rss+xml">',
      '<a href="/rss">RSS</a>',
    ];
    assert.deepEqual(feedsOf(others.join('')), []);
  });
});
