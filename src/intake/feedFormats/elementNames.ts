/** The prefixes that we use, by namespace. RSS and Atom share the empty one. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['www.w3.org/2005/atom', ''],
  ['purl.org/atom/ns', ''],
  ['purl.org/rss/1.0', ''],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/1999/xhtml', 'html'],
  ['www.w3.org/2000/svg', 'svg'],
  ['www.w3.org/1998/math/mathml', 'math'],
]);

/** Our prefixes for commonly used ones, also for feeds that forget to declare them. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ...['atom', 'atom10', 'a10', 'rss'].map((prefix) => [prefix, ''] as const),
  ['xhtml', 'html'],
  ['dct', 'dcterms'],
]);

/** The namespace prefixes declared at an element, and the scope around it. */
export interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly outer?: Scope | undefined;
}

/** The scope of an element's content: a new one if the element declares prefixes. */
export function scopeOf(
  attributes: Readonly<Record<string, string>>,
  outer: Scope | undefined,
): Scope | undefined {
  const prefixes = new Map<string, string>();
  for (const [name, uri] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice('xmlns:'.length);
    prefixes.set(prefix, NAMESPACES.get(normalized(uri)) ?? commonName(prefix));
  }
  return prefixes.size === 0 ? outer : { prefixes, outer };
}

/** `HTTP://www.w3.org/1999/xhtml/` -> `www.w3.org/1999/xhtml`: many feeds misspell namespaces slightly. */
function normalized(uri: string): string {
  return uri
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[#/]$/, '');
}

function commonName(prefix: string): string {
  return COMMON.get(prefix) ?? prefix;
}

/**
 * The name of an element with our prefix: `c:encoded` -> `content:encoded`, if `c` is declared so; `atom:link` ->
 * `link`.
 */
export function canonicalName(tag: string, scope: Scope | undefined): string {
  const colon = tag.indexOf(':');
  const prefix = colon < 0 ? '' : tag.slice(0, colon);
  let at = scope;
  while (at && !at.prefixes.has(prefix)) at = at.outer;
  const namespace = at?.prefixes.get(prefix) ?? commonName(prefix);
  const local = tag.slice(colon + 1);
  return namespace === '' ? local : `${namespace}:${local}`;
}
