import type { Slot } from './rawFeed.ts';

export interface Field {
  readonly slot: Slot;
  readonly rank: number;
  /** What a body is that does not say it itself. */
  readonly format?: 'html' | 'text';
}

/** What the elements of RSS, Atom and RDF say, by their names as `nameOf` spells them: in small letters. */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['title', { slot: 'title', rank: 0 }],
  ['dc:title', { slot: 'title', rank: 1 }],
  ['media:title', { slot: 'title', rank: 2 }],
  ['itunes:title', { slot: 'title', rank: 3 }],
  ['link', { slot: 'link', rank: 0 }],
  ['guid', { slot: 'id', rank: 0 }],
  ['id', { slot: 'id', rank: 0 }],
  ['dc:identifier', { slot: 'id', rank: 2 }],
  ['pubdate', { slot: 'date', rank: 0 }],
  ['published', { slot: 'date', rank: 0 }],
  ['issued', { slot: 'date', rank: 0 }],
  ['dc:date', { slot: 'date', rank: 1 }],
  ['dcterms:issued', { slot: 'date', rank: 1 }],
  ['date', { slot: 'date', rank: 1 }],
  ['created', { slot: 'date', rank: 2 }],
  ['dcterms:created', { slot: 'date', rank: 2 }],
  ['updated', { slot: 'date', rank: 3 }],
  ['modified', { slot: 'date', rank: 3 }],
  ['dcterms:modified', { slot: 'date', rank: 3 }],
  ['content:encoded', { slot: 'body', rank: 0, format: 'html' }],
  ['content', { slot: 'body', rank: 0, format: 'text' }],
  ['html:body', { slot: 'body', rank: 0, format: 'html' }],
  ['description', { slot: 'body', rank: 0, format: 'html' }],
  ['summary', { slot: 'body', rank: 0, format: 'text' }],
  ['dc:description', { slot: 'body', rank: 1, format: 'html' }],
  ['media:description', { slot: 'body', rank: 1, format: 'text' }],
  ['itunes:summary', { slot: 'body', rank: 1, format: 'text' }],
  ['itunes:subtitle', { slot: 'body', rank: 2, format: 'text' }],
  ['language', { slot: 'language', rank: 0 }],
  ['dc:language', { slot: 'language', rank: 1 }],
  ['ttl', { slot: 'ttl', rank: 0 }],
  ['sy:updateperiod', { slot: 'period', rank: 0 }],
  ['sy:updatefrequency', { slot: 'frequency', rank: 0 }],
]);

/** The elements that hold what a feed says of itself. */
export const CHANNELS: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:rdf', 'channel']);
export const ENTRIES: ReadonlySet<string> = new Set(['item', 'entry']);

/**
 * Elements that stand between an entry and what is said of it; and those that hold words alone, so that what is found
 * in them comes after one that was not closed. In all others (`image`, `source`) a title is that of something else.
 */
export const TRANSPARENT: ReadonlySet<string> = new Set(
  (
    'media:group media:content author category comments copyright docs generator lastbuilddate managingeditor rights ' +
    'webmaster dc:creator dc:publisher dc:rights dc:subject itunes:author itunes:duration itunes:explicit ' +
    'slash:comments wfw:commentrss'
  ).split(' '),
);

/** The elements of a body in HTML that are called as fields are. */
const HTML_NAMES = new Set(['title', 'summary']);

/** Whether an element is not inside a field but after it, which then was not closed. */
export function endsField(field: Field, name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (ENTRIES.has(name)) return true;
  if (field.slot !== 'body') return FIELDS.has(name) || TRANSPARENT.has(name);
  const isHtml = HTML_NAMES.has(name) || (name === 'link' && Object.keys(attributes).length > 0);
  return !isHtml && FIELDS.has(name) && !name.startsWith('html:');
}
