import type { Range } from '../model.ts';
import { tidy } from '../../base/tidy.ts';
import { safeUrl, urlOfBareDomain } from '../text/links/safeUrl.ts';
import { lineRange } from '../text/sourceText.ts';

/** A source named in metadata. It has a title, a URL or both. */
export interface GivenSource {
  readonly title?: string;
  readonly url?: string;
  /** The number that it has in a list, by its place there or its id; undefined outside lists. */
  readonly label?: string;
  /** The line that names it. */
  readonly range: Range;
}

/** Keys whose values are sources: under `NAMES` any name is a source, under `ADDRESSES` only an address. */
const NAMES = ['source', 'sources', 'references'];
const ADDRESSES = [
  'url',
  'link',
  'source_url',
  'source_urls',
  'source_link',
  'original_url',
  'original_link',
];
const KEYS = [...NAMES, ...ADDRESSES, 'sourceurl', 'originalurl'];
/** Keys for a source's name beside its address: `source_name: Reuters`, `source_url: https://a.example/b`. */
const NAME_BESIDE = ['source_name', 'source_title', 'sourcename'];

/** Maximum number of sources in one value: with more, it is a database. */
const MAX_SOURCES = 500;

/**
 * The sources named in metadata: `source: Reuters`, `url: https://a.example/b`, `sources: [a.example, b.example]`,
 * `sources: [{ name: Reuters, url: https://a.example/b }]`. Their ranges are looked up in `lines`, the lines of the
 * metadata.
 */
export function givenSources(
  document: Readonly<Record<string, unknown>>,
  lines: readonly string[],
): GivenSource[] {
  const found: GivenSource[] = [];
  const beside = nameBeside(document);
  for (const [key, value] of Object.entries(document)) {
    const name = keyName(key);
    if (!KEYS.includes(name)) continue;
    const start = Math.max(
      0,
      lines.findIndex((line) => keyOf(line) === name),
    );
    let from = start;
    for (const one of sourcesIn(value, name).slice(0, MAX_SOURCES)) {
      const source = name.startsWith('source') && one.title === undefined ? { ...one, ...beside } : one;
      const words = source.url?.replace(/^https?:\/\//, '') ?? source.title ?? '';
      const at = lines.slice(from, start + REACH).findIndex((line) => line.slice(0, REACH).includes(words));
      if (at >= 0) from += at;
      const line = at < 0 ? start : from;
      found.push({ ...source, range: lineRange(lines, line, line + 1) });
    }
  }
  return found;
}

/** The source's name that has a key of its own. */
function nameBeside(document: Readonly<Record<string, unknown>>): { readonly title?: string } {
  for (const [key, value] of Object.entries(document)) {
    if (NAME_BESIDE.includes(keyName(key)) && typeof value === 'string' && tidy(value) !== '')
      return { title: tidy(value) };
  }
  return {};
}

function keyName(key: string): string {
  return key.toLowerCase().replaceAll('-', '_');
}

/** Maximum distance of a source from its key in lines, and from the start of its line in UTF-16 units. */
const REACH = 1000;

/** `"sources": [` -> `sources`, `sources = "…"` -> `sources`. */
function keyOf(line: string): string | undefined {
  const [, key] = /^\s*[{,]?\s*["']?([\w-]{1,40})["']?\s*[:=]/.exec(line) ?? [];
  return key === undefined ? undefined : keyName(key);
}

/** Characters between a title and its address, at either end: `Reuters: `, `[Reuters](`. */
const EDGES = /^[\s:：—–\-(<|[\]]+|(?<![\s:：—–\-()<>|[\]])[\s:：—–\-()<>|[\]]+$/g;
/** A path or a file name. `NO_NAME` also matches words that say only whether there is a source. */
const FILE = /^[./]|^[^/]*\.(?:html?|md|markdown|txt|json|xml|php|aspx?|ya?ml|csv|pdf)$/i;
const NO_NAME = new RegExp(`^(?:true|false|null|none|yes|no)$|${FILE.source}`, 'i');

type Source = Omit<GivenSource, 'range'>;

function sourcesIn(value: unknown, key: string): Source[] {
  const mayBeName = NAMES.includes(key);
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((one, i) => {
    const found =
      typeof one === 'string'
        ? partsOf(one, key === 'sources' && all.length === 1).flatMap((part) => sourceOf(part, mayBeName))
        : isMapping(one)
          ? sourceOfMapping(one)
          : [];
    const label = numberIn(one) ?? String(i + 1);
    return Array.isArray(value) ? found.map((source) => ({ ...source, label })) : found;
  });
}

/** The number that a source has as its id: `{ id: 3, url: https://a.example }`. */
function numberIn(source: unknown): string | undefined {
  const id = isMapping(source) ? source['id'] : undefined;
  return /^\d{1,3}$/.test(String(id)) ? String(id) : undefined;
}

/** `Reuters, a.example` in one string is two sources, and so is `Reuters · a.example`. */
function partsOf(words: string, isList: boolean): readonly string[] {
  return isList ? words.split(/[,;]\s+|[、，；]|\s·\s/) : [words];
}

function sourceOfMapping(mapping: Readonly<Record<string, unknown>>): Source[] {
  const textAt = (...keys: readonly string[]) =>
    keys.map((key) => mapping[key]).find((value): value is string => typeof value === 'string');
  const title = tidy(textAt('name', 'title') ?? '');
  const url = addressOf(textAt('url', 'link') ?? (title === '' ? '' : addressIn(mapping)));
  if (title === '' && url === undefined) return namedAddress(mapping);
  return [{ ...(title !== '' && { title }), ...(url !== undefined && { url }) }];
}

/** The address beside a title, under any key: `resource: https://a.example/b`. Not that of a picture. */
function addressIn(mapping: Readonly<Record<string, unknown>>): string {
  for (const [key, value] of Object.entries(mapping)) {
    if (!PICTURE.test(key) && typeof value === 'string' && /^https?:\/\/\S+$/i.test(value)) return value;
  }
  return '';
}

const PICTURE = /image|img|icon|logo|photo|thumb|avatar/i;

/** `- Reuters: https://a.example` is a mapping in YAML, with the name as its key. */
function namedAddress(mapping: Readonly<Record<string, unknown>>): Source[] {
  const [[name, value] = ['', ''], ...others] = Object.entries(mapping);
  const isAddress = typeof value === 'string' && addressOf(value) !== undefined;
  return isAddress && others.length === 0 ? sourceOfMapping({ name, url: value }) : [];
}

/** Reads `https://a.example`, `a.example`, `Reuters: https://a.example`, or a name alone if `mayBeName`. */
function sourceOf(words: string, mayBeName: boolean): Source[] {
  const text = tidy(words);
  const url = addressOf(text);
  if (url !== undefined) return [{ url }];
  const inside = /https?:\/\/[^\s<>()"]+/i.exec(text)?.[0] ?? '';
  const within = addressOf(inside);
  const title = tidy(text.replace(inside, ' ')).replace(EDGES, '');
  if (within !== undefined) return [{ ...(title !== '' && { title }), url: within }];
  const isName = mayBeName && /\p{L}/u.test(text) && !NO_NAME.test(text);
  return isName ? [{ title: text }] : [];
}

function addressOf(text: string): string | undefined {
  return safeUrl(text) ? text : FILE.test(text) ? undefined : urlOfBareDomain(text);
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
