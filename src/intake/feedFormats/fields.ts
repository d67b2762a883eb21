import type { Slot } from './rawFeed.ts';

export interface Field {
  readonly slot: Slot;
  readonly rank: number;
  /** The format of a body that does not declare one. */
  readonly format?: 'html' | 'text';
}

/** The fields of RSS, Atom and RDF, by the lower-case element names that `canonicalName` returns. */
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

/** The elements that contain a feed's own fields. */
export const CHANNELS: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:rdf', 'channel']);
export const ENTRIES: ReadonlySet<string> = new Set(['item', 'entry']);

/**
 * Elements whose children count as those of the entry: wrappers; and elements that contain only text, so that a field
 * found in one really follows it, as it was not closed. In all other elements (`image`, `source`), a title belongs to
 * something else.
 */
export const TRANSPARENT: ReadonlySet<string> = new Set(
  (
    'media:group media:content author category comments copyright docs generator lastbuilddate managingeditor rights ' +
    'webmaster dc:creator dc:publisher dc:rights dc:subject itunes:author itunes:duration itunes:explicit ' +
    'slash:comments wfw:commentrss'
  ).split(' '),
);

/** HTML elements with the names of fields, as they occur in a body. */
const HTML_NAMES = new Set(['title', 'summary']);

/** Whether an element shows that a field before it was not closed: it follows the field, and is not part of it. */
export function endsField(field: Field, name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (ENTRIES.has(name)) return true;
  if (field.slot !== 'body') return FIELDS.has(name) || TRANSPARENT.has(name);
  const isHtml = HTML_NAMES.has(name) || (name === 'link' && Object.keys(attributes).length > 0);
  return !isHtml && FIELDS.has(name) && !name.startsWith('html:');
}
