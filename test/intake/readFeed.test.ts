import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { feedDate } from '../../src/intake/feedFormats/feedDate.ts';
import { plainTitle } from '../../src/intake/feedFormats/titleText.ts';
import { latestFirst } from '../../src/intake/latestFirst.ts';
import { readFeed } from '../../src/intake/readFeed.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { REPO } from '../support/paths.ts';
import { ADDRESS, atom, entriesOf, read, readAsFeed, rss } from './feeds.ts';

const FEEDS = path.join(REPO, 'test', 'fixtures', 'intake', 'feeds');
const EXPECTED = '.expected.json';

/** All that is found in a feed, or in one with these elements: its channel if that has more than a title, and entries. */
function shown(written: string): string {
  const isPart = /^<\/?(?:item|entry|link|language|ttl|(?:atom|dc|sy):\w+)\b/.test(written);
  const feed = read(isPart ? (written.includes('<entry') ? atom : rss)(written) : written);
  if (feed.kind === 'notAFeed')
    return [feed.reason, ...feed.feeds.map((url) => [url, feed.titles?.[url]].join(' ').trim())].join('\n');
  const channel = [feed.title, feed.url, feed.language, feed.ttl && `${feed.ttl} min`];
  const entries = feed.entries.map(({ id, title, url, date, html, text }) => [
    ...[title, url, id !== url && `id ${id}`, date, html && `html ${html}`, text && `text ${text}`],
  ]);
  const lines = [channel, ...entries].map((parts) => parts.filter(Boolean).join(' · '));
  return lines.filter((line) => line !== 'F').join('\n');
}

describe('A feed', () => {
  const names = fs.readdirSync(FEEDS);
  const expectations = names.filter((name) => name.endsWith(EXPECTED));

  for (const expected of expectations) {
    const stem = expected.slice(0, -EXPECTED.length);
    it(`is read as a person reads it: ${stem}`, () => {
      const name = names.find((other) => path.parse(other).name === stem) ?? '';
      const feed = readFeed(fs.readFileSync(path.join(FEEDS, name)), 'https://served.example/feed');
      assert.deepEqual(feed, JSON.parse(fs.readFileSync(path.join(FEEDS, expected), 'utf8')));
    });
  }

  it('may be of any format', () => {
    assert.ok(expectations.length > 20, String(expectations.length));
    assert.equal(names.length, 2 * expectations.length);
  });

  fixtureCases('intake/feedParts', shown);
  fixtureCases('intake/feedDates', (written) => feedDate(written) ?? '');
  fixtureCases('intake/feedTitles', plainTitle);
  fixtureCases('intake/feedLinks', (written) => {
    const url = entriesOf(`<title>T</title><link>${written}</link>`)[0]?.url;
    const entry = `<entry><title>T</title><link href="${written}"/></entry>`;
    assert.equal(readAsFeed(atom(entry)).entries[0]?.url, url);
    return url ?? '';
  });
  // The title, its BOM, how it is written, what the feed declares and what the server says.
  fixtureCases('intake/feedEncodings', (input) => {
    const [title, bom, encoding, declared, served] = input.split(' | ');
    const declaration = declared === undefined ? '' : `<?xml version="1.0" encoding="${declared}"?>`;
    const text = `${bom === 'BOM' ? '\ufeff' : ''}${declaration}<rss><channel><title>${title}</title></channel></rss>`;
    const bytes = Buffer.from(text, encoding === 'utf-16be' ? 'utf-16le' : (encoding as BufferEncoding));
    const feed = readFeed(encoding === 'utf-16be' ? bytes.swap16() : bytes, ADDRESS, served);
    return feed.kind === 'feed' ? feed.title : feed.reason;
  });

  it('has no date for any long text, and no link for none', () => {
    for (const text of ['', ' '.repeat(50_000), '1'.repeat(50_000), 'a '.repeat(50_000)])
      assert.equal(feedDate(text), undefined);
    assert.equal(entriesOf('<title>T</title><link></link>')[0]?.url, undefined);
    assert.equal(
      readAsFeed(atom('<entry><title>T</title><link href=""/></entry>')).entries[0]?.url,
      undefined,
    );
  });

  it('may be at no address', () => {
    const { title, entries } = readAsFeed(
      '<rss><item><title>T</title><link>c</link></item></rss>',
      'nowhere',
    );
    assert.deepEqual([title, entries[0]?.url], ['nowhere', undefined]);
    assert.equal(readAsFeed('<rss></rss>', '').title, '…');
    const page = read(
      '<!doctype html><link rel="alternate" type="application/rss+xml" href="rss">',
      'nowhere',
    );
    assert.deepEqual(page, { kind: 'notAFeed', reason: 'page', feeds: [] });
  });

  it('has ids and titles of limited length', () => {
    const [entry] = entriesOf(
      `<guid>${'x'.repeat(1e6)}</guid><description>${'漢'.repeat(1e4)}</description>`,
    );
    assert.ok((entry?.id.length ?? 99) < 20);
    assert.equal(entry?.title, `${'漢'.repeat(80)}…`);
  });

  it('may have one broken character, or be cut off within one', () => {
    const good = 'Паром «Заря» снова в строю';
    const broken = [`<rss><title>${good}`, Uint8Array.of(0xd0), '</title></rss>'].map((part) =>
      Buffer.from(part),
    );
    for (const [bytes, title] of [
      [Buffer.concat(broken), `${good}�`],
      [Buffer.from(`<rss><channel><title>${good}</title><item><title>д`).subarray(0, -1), good],
    ] as const) {
      const feed = readFeed(bytes, ADDRESS);
      assert.equal(feed.kind === 'feed' && feed.title, title);
    }
  });

  it('is read up to a maximum depth and size', () => {
    const [item, deep] = ['<item><title>a</title></item>', '<x>'.repeat(400)];
    const titlesIn = (text: string) => readAsFeed(text).entries.map((entry) => entry.title);
    assert.deepEqual(titlesIn(rss(item, `<item><title>b</title>${deep}`)), ['a']);
    assert.deepEqual(
      titlesIn(rss(`<item><title>b</title><description>${'<p>'.repeat(200)}x</description></item>`)),
      ['b'],
    );
    const bytes = new Uint8Array(5 * 1024 * 1024 + 1).fill(32);
    for (const [reading, reason] of [
      [read(rss(deep, item)), 'tooDeep'],
      [read('<x>'.repeat(1000)), 'tooDeep'],
      [read('<a>'.repeat(1000)), 'page'],
      [readFeed(bytes, ADDRESS), 'tooLarge'],
      [readFeed(bytes.subarray(1), ADDRESS), 'empty'],
      [readFeed(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAf', 'base64'), ADDRESS), 'notText'],
    ] as const)
      assert.deepEqual(reading, { kind: 'notAFeed', reason, feeds: [] });
  });
});

describe('The latest entries of a feed', () => {
  fixtureCases('intake/latestFirst', (input) =>
    latestFirst(input.split(' ').map((date, at) => ({ at, ...(date !== '-' && { date }) })))
      .map(({ at }) => at)
      .join(' '),
  );
});
