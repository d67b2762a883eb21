import type { Field } from './fields.ts';
import { isAbsolute } from './links.ts';

export type Attributes = Readonly<Record<string, string>>;

/** The ranks of links, lower ones preferred. An entry without a page is linked to its media. */
const LINK = {
  alternate: 0,
  plain: 1,
  otherForm: 2,
  permalink: 3,
  about: 4,
  id: 5,
  source: 6,
  media: 7,
} as const;

interface Link {
  readonly href: string;
  readonly rank: number;
}

/** The link in an element's attributes; undefined for links to the feed itself, to comments or to a next page. */
export function linkOf(name: string, attributes: Attributes): Link | undefined {
  const { href, url, src, resource } = attributes;
  switch (name) {
    case 'link':
      return atomLink(href ?? resource, attributes);
    case 'content':
      return src === undefined ? undefined : { href: src, rank: LINK.source };
    case 'enclosure':
    case 'media:content':
      return url === undefined ? undefined : { href: url, rank: LINK.media };
    default:
      return undefined;
  }
}

function atomLink(href: string | undefined, { rel, type = '' }: Attributes): Link | undefined {
  if (href === undefined) return undefined;
  if (rel === undefined || rel.trim() === '') return { href, rank: LINK.plain };
  switch (rel.trim().toLowerCase().replace(/^.*\//, '')) {
    case 'alternate':
      return { href, rank: type === '' || type.includes('html') ? LINK.alternate : LINK.otherForm };
    case 'enclosure':
      return { href, rank: LINK.media };
    default:
      return undefined;
  }
}

/** The link that an entry's id is, if it is an address. */
export function permalinkOf(name: string, id: string, { ispermalink = '' }: Attributes): Link | undefined {
  if (!isAbsolute(id) || ispermalink.trim().toLowerCase() === 'false') return undefined;
  switch (name) {
    case 'guid':
      return { href: id, rank: LINK.permalink };
    case 'rdf:about':
      return { href: id, rank: LINK.about };
    case 'id':
      return { href: id, rank: LINK.id };
    default:
      return undefined;
  }
}

/** The format of a field's content. */
export interface ContentFormat {
  readonly format: 'html' | 'text';
  /** Whether the feed declares the format: many summaries are HTML without saying so. */
  readonly isDeclared: boolean;
  /** Whether its elements are HTML, and the text between them is escaped once. */
  readonly isMarkup: boolean;
}

/** The format by Atom's `type` and its former `mode`; undefined if the content is not text, such as an image. */
export function contentFormatOf(
  field: Field,
  { type = '', mode = '' }: Attributes,
): ContentFormat | undefined {
  const kind = type.trim().toLowerCase();
  if (mode === 'base64') return undefined;
  if (mode !== 'escaped' && (kind === 'xhtml' || /[+/]xml$/.test(kind)))
    return { format: 'html', isDeclared: true, isMarkup: true };
  if (/^(?:text\/|application\/xhtml\+)?x?(?:ht|x)ml$/.test(kind))
    return { format: 'html', isDeclared: true, isMarkup: false };
  if (/^(?:text|plain|text\/[\w.+-]+)$/.test(kind))
    return { format: 'text', isDeclared: true, isMarkup: false };
  if (kind.includes('/') && field.slot === 'body') return undefined;
  const format = field.format ?? 'html';
  return { format, isDeclared: format === 'html', isMarkup: false };
}
