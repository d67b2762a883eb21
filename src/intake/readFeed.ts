import { decodeMarkup, isBinary } from './feedFormats/decodeMarkup.ts';
import { MAX_BYTES } from './feedFormats/limits.ts';
import { type PageFeeds, pageFeeds } from './feedFormats/pageFeeds.ts';
import { readJson } from './feedFormats/readJson.ts';
import { readXml } from './feedFormats/readXml.ts';
import { toFeed } from './feedFormats/toFeed.ts';
import type { Feed, NotAFeed } from './model.ts';

/**
 * Reads a feed of any kind (RSS, Atom, RDF, JSON Feed), however broken: everything complete is kept. For anything else,
 * returns the reason, and for a web page the feeds that it announces. `address`: where the bytes came from;
 * `contentType`: the server's header.
 */
export function readFeed(bytes: Uint8Array, address: string, contentType?: string): Feed | NotAFeed {
  if (bytes.length > MAX_BYTES) return notAFeed('tooLarge');
  const decoded = decodeMarkup(bytes, contentType);
  const text = decoded.replaceAll('\0', '').trim();
  if (text === '') return notAFeed(decoded.includes('\0') ? 'notText' : 'empty');
  if (text.startsWith('{')) return readJsonFeed(text, address);
  const reading = readXml(text);
  switch (reading.kind) {
    case 'feed': {
      const isNothing = reading.isTooDeep && reading.feed.entries.length === 0;
      return isNothing ? notAFeed('tooDeep') : toFeed(reading.feed, address);
    }
    case 'page':
      return notAFeed('page', pageFeeds(text, address));
    case 'tooDeep':
      return notAFeed('tooDeep');
    case 'other':
      return notAFeed(isBinary(decoded) ? 'notText' : 'noFeed');
  }
}

function readJsonFeed(text: string, address: string): Feed | NotAFeed {
  const reading = readJson(text);
  if (reading === undefined) return notAFeed('noFeed');
  return reading === 'tooDeep' ? notAFeed(reading) : toFeed(reading, address);
}

function notAFeed(reason: NotAFeed['reason'], announced: PageFeeds = { feeds: [] }): NotAFeed {
  return { kind: 'notAFeed', reason, ...announced };
}
