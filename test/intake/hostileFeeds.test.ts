import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readFeed } from '../../src/intake/readFeed.ts';
import { outside } from '../briefing/support/outside.ts';
import { ADDRESS, readAsFeed, rss, timed } from './feeds.ts';

/** The start of a tag that does something. */
const MARKUP = /<\/?(?:[a-z][a-z0-9]*[\s/]|script|style|img|svg|iframe|object|embed|form|a>|b>)|<!|<\?/i;

/** Titles are not checked for tags, because `<3` and `Vec<T>` are valid text. */
function checkEntries(reading: ReturnType<typeof readFeed>, name: string): void {
  if (reading.kind === 'notAFeed') return;
  assert.doesNotMatch(reading.title, MARKUP, name);
  for (const { title, url, id, date } of reading.entries) {
    assert.ok(id !== '' && id.length <= 600 && title !== '', name);
    assert.doesNotMatch(title, MARKUP, name);
    if (url !== undefined) assert.match(url, /^https?:\/\//, name);
    if (date !== undefined) assert.equal(new Date(date).toISOString(), date);
  }
  if (/xxe|laughs|blowup|entity/.test(name))
    assert.doesNotMatch(JSON.stringify(reading), /root:|lol|qq|<img/, name);
  assert.equal(new Set(reading.entries.map(({ id }) => id)).size, reading.entries.length, name);
}

describe('Hostile feeds', () => {
  it('are read in bounded time, with nothing active in the result', function () {
    const hostile = outside(this, 'hostile');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hostile-feeds-'));
    try {
      // The script writes into its own folder.
      for (const name of ['make-feeds.mjs', 'own-payloads.mjs'])
        fs.copyFileSync(path.join(hostile, name), path.join(folder, name));
      execFileSync(process.execPath, ['make-feeds.mjs'], { cwd: folder });
      const names = fs.readdirSync(path.join(folder, 'feeds'));
      assert.ok(names.length > 40);
      for (const name of names) {
        const bytes = fs.readFileSync(path.join(folder, 'feeds', name));
        checkEntries(
          timed(() => readFeed(bytes, ADDRESS)),
          name,
        );
      }
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  const many = (length: number, make: (i: number) => string) =>
    Array.from({ length }, (_, i) => make(i)).join('');
  const FLOODS: readonly (readonly [name: string, text: string])[] = [
    [
      '50,000 entries',
      rss(many(50_000, (i) => `<item><title>T${i}</title><link>https://a.example/${i}</link></item>`)),
    ],
    [
      '50,000 entries of one id',
      rss(many(50_000, (i) => `<item><title>T${i}</title><guid>g</guid><link>/${i}</link></item>`)),
    ],
    [
      '50,000 entries of one link',
      rss(many(50_000, (i) => `<item><title>T${i}</title><link>https://a.example/</link></item>`)),
    ],
    ['unclosed entries', `<rss>${'<item><title>a'.repeat(100_000)}`],
    ['unclosed entries, each with a base', `<rss>${'<item xml:base="a/"><link>x'.repeat(100_000)}`],
    ['unclosed titles in one entry', `<rss><item>${'<title>a'.repeat(100_000)}`],
    ['ends without a beginning', `<rss><item>${'</a>'.repeat(500_000)}`],
    ['deep content', rss(`<item><title>a</title><description>${'<p>'.repeat(500_000)}`)],
    [
      'namespaces',
      `<rss ${many(50_000, (i) => `xmlns:a${i}="b" `)}>${'<a1:b xmlns:c="d">'.repeat(290)}${'<c:x/>'.repeat(100_000)}`,
    ],
    ['markup in a title', rss(`<item><title>${'&lt;b&gt;'.repeat(200_000)}</title></item>`)],
    ['angles in a title', rss(`<item><title>${'&lt;'.repeat(500_000)}</title></item>`)],
    ['ampersands', rss(`<item><title>${'&'.repeat(2_000_000)}</title></item>`)],
    ['half of CDATA', rss(`<item><description>${'<![CDATA['.repeat(200_000)}</item>`)],
    ['entries inside CDATA', rss('<item><description><![CDATA[</item>'.repeat(100_000))],
    ['declarations', `${'<!ENTITY a "b">'.repeat(200_000)}<rss>`],
    ['half an XML declaration', '<?xml '.repeat(500_000)],
    ['titles', rss(`<item>${'<title>a</title>'.repeat(200_000)}</item>`)],
    [
      'a long link',
      rss(`<item><title>a</title><link>https://a.example/${'a/../'.repeat(500_000)}</link></item>`),
    ],
    [
      'spaces',
      rss(
        `<item><title>a${' '.repeat(2_000_000)}b</title><pubDate>${' '.repeat(2_000_000)}x</pubDate></item>`,
      ),
    ],
    [
      'a page of links',
      `<html>${'<link rel="alternate" type="application/rss+xml" href="/a">'.repeat(50_000)}`,
    ],
    ['a page of tables', `<html>${'<table><td>'.repeat(200_000)}`],
    ['open brackets', `{"items":[${'['.repeat(2_000_000)}`],
    ['open strings', `{"version":"https://jsonfeed.org/version/1","items":[${'{"id":"'.repeat(300_000)}`],
  ];

  for (const [name, text] of FLOODS) {
    it(`take no time: ${name}`, () => {
      checkEntries(
        timed(() => readFeed(new TextEncoder().encode(text), ADDRESS)),
        name,
      );
    });
  }

  it('lose none of 50,000 entries, or of 5,000 that are not closed', () => {
    for (const [, text] of FLOODS.slice(0, 3)) assert.equal(readAsFeed(text).entries.length, 50_000);
    const unclosed = `<rss><channel><title>F</title>${many(5000, (i) => `<item><title>a ${i}</title>`)}`;
    assert.equal(readAsFeed(unclosed).entries.length, 5000);
  });

  it('take no time if many tags follow entries that are not closed', () => {
    for (const tag of ['</b>', '<b/>', '<b>'])
      timed(() =>
        readAsFeed(`<rss><item><title>a</title></item>${'<item>'.repeat(19_900)}${tag.repeat(300_000)}`),
      );
  });

  it('take no time whatever the base of their links is', () => {
    const bases = `<x xml:base="https://b.example/"><x>${'<x xml:base="a/">'.repeat(250)}`;
    const entries = many(6000, (i) => `<item><title>${i}</title><link>${i}</link></item>`);
    const feed = timed(() => readAsFeed(`<rss><channel><title>F</title>${bases}${entries}`));
    assert.equal(feed.entries[5000]?.url, `https://b.example/${'a/'.repeat(250)}5000`);
  });
});
