import assert from 'node:assert/strict';
import type { Feed, FeedEntry, NotAFeed } from '../../src/intake/model.ts';
import { readFeed } from '../../src/intake/readFeed.ts';

export const ADDRESS = 'https://served.example/feeds/all.xml';

export function read(text: string, address = ADDRESS): Feed | NotAFeed {
  return readFeed(new TextEncoder().encode(text), address);
}

/** Reads a feed, or fails the test. */
export function readAsFeed(text: string, address = ADDRESS): Feed {
  const feed = read(text, address);
  assert.ok(feed.kind === 'feed', JSON.stringify(feed));
  return feed;
}

export function rss(...inside: readonly string[]): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${inside.join('')}</channel></rss>`;
}

export function atom(...inside: readonly string[]): string {
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title>${inside.join('')}</feed>`;
}

/** The entries of an RSS feed whose items have this content. */
export function entriesOf(...items: readonly string[]): readonly FeedEntry[] {
  return readAsFeed(rss(...items.map((item) => `<item>${item}</item>`))).entries;
}

/**
 * The limit for expensive input, in ms of CPU time. On a slow machine, a multiple of an ordinary feed is the
 * limit instead.
 */
const MOST = 1500;
const MOST_ORDINARY = 8;

/** Returns the result of `make`, which must take about a second of CPU time at most. */
export function timed<T>(make: () => T): T {
  const { made, work } = worked(make);
  const ordinary = work < MOST ? Infinity : worked(() => read(ORDINARY)).work;
  assert.ok(work < Math.max(MOST, MOST_ORDINARY * ordinary), `${work} ms, an ordinary feed ${ordinary} ms`);
  return made;
}

function worked<T>(make: () => T): { readonly made: T; readonly work: number } {
  const start = process.cpuUsage();
  const made = make();
  const { user, system } = process.cpuUsage(start);
  return { made, work: Math.round((user + system) / 1000) };
}

/** 10,000 entries. */
const ORDINARY = rss(
  ...Array.from(
    { length: 10_000 },
    (_, i) =>
      `<item><title>T${i}</title><guid>${i}</guid><link>/${i}</link><description>Two ships came in from the north.</description></item>`,
  ),
);
