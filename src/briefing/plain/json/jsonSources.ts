import { tidy } from '../../../base/tidy.ts';
import { ADDRESSES, BODIES, NAMES, SOURCE_TITLES } from './jsonKeys.ts';
import { safeUrl, siteOf } from '../../text/links/safeUrl.ts';
import { type JsonNode, meaningOf, memberAt, wordsAt } from './jsonNodes.ts';

/** A line of Markdown, and the lines of the JSON that it stands for. */
export interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const PAGES = [...ADDRESSES, 'source_url'];
/** Keys of pictures, people and feeds, whose addresses are no sources; `coverage` is none of them. */
const PICTURES =
  /image|img|thumb|icon|avatar|logo|cover(?!age)|picture|photo|gallery|media|enclosure|feed|author/;
/** `primary_url`, `htmlUrl`, `permalink` */
const ADDRESS = /(?:url|link|href)$/;
/** `related_urls`, `rag_sources` */
const FURTHER = /(?:sources|references|citations|urls|links)$/;
/** A program's name for where it looks, `rss:politics-kr`, which does not say who wrote a story. */
const PROGRAMS = /^[a-z]+:\S+$/;

/**
 * Returns the sources of a story. `"source": "BBC", "url": "https://…"` is one source, with both or either, and
 * `sources` are several. An address alone is the headline's page. Lists and objects under any other key can have
 * addresses beside it: `related_urls`, `"evidence": [{ "link": … }]`.
 */
export function storySources(story: JsonNode, headline = ''): Line[] {
  const several = memberAt(story, ['sources'])?.items;
  if (several?.length) return several.flatMap(sourceLine);
  const own = ownSource(story, headline);
  const all = [...own, ...furtherSources(story)].sort((a, b) => a.from - b.from);
  // Another list may have an address again: the story's own source wins.
  return [...new Map([...all, ...own].map((line) => [PAGE.exec(line.text)?.[0], line])).values()];
}

/** The address in a link. */
const PAGE = /(?<!\\)<[^>]+>/;

function ownSource(story: JsonNode, headline: string): Line[] {
  const names = NAMES.filter((key) => !PROGRAMS.test(wordsAt(story, [key])));
  const named = memberAt(story, names) ?? memberAt(story, NAMES);
  const address = addressIn(story);
  const name = named?.text;
  const url = address?.text ?? '';
  if (!named && address && headline !== '' && safeUrl(url))
    return [{ ...address, text: addressOf(url, headline) }];
  const only = named ?? address;
  if (!named || !address || name === undefined || safeUrl(name) || !safeUrl(url))
    return only ? sourceLine(only) : [];
  return [
    {
      text: linkTo(url, tidy(name)),
      from: Math.min(named.from, address.from),
      to: Math.max(named.to, address.to),
    },
  ];
}

/** Whether a key is that of sources: `cited_sources`, `related_urls`. */
export function namesSources(key: string): boolean {
  return FURTHER.test(meaningOf(key).name);
}

function furtherSources(story: JsonNode): Line[] {
  return heldIn(story).flatMap((node) => (node.text === undefined ? linksIn(node) : []));
}

/** Returns the addresses in a node. An object with other words beside them is one source. */
function linksIn(node: JsonNode): Line[] {
  const held = node.items ?? heldIn(node);
  const isOne = !held.length || held.some(({ text }) => text && !safeUrl(text));
  return isOne && sourceParts(node).url ? sourceLine(node) : held.flatMap(linksIn);
}

/** The values of an object but pictures, and the parts of a body, which has pictures too. */
function heldIn({ named }: JsonNode): readonly JsonNode[] {
  return [...(named ?? [])].flatMap(([name, value]) =>
    PICTURES.test(name) || (!value.text && BODIES.includes(name)) ? [] : value,
  );
}

/** Returns the address of a story's page. */
export function addressIn(story: JsonNode): JsonNode | undefined {
  const address = memberAt(story, PAGES);
  if (address) return address;
  for (const [name, value] of story.named ?? [])
    if (ADDRESS.test(name) && !PICTURES.test(name) && safeUrl(value.text ?? '')) return value;
  return undefined;
}

/** Writes a source as a link, `[BBC](<https://…>)`, or as `Source: BBC` if it has no address. */
export function sourceLine(source: JsonNode): Line[] {
  const { title, url } = sourceParts(source);
  const { from } = memberAt(source, SOURCE_TITLES) ?? source;
  const text = url === undefined ? title && `Source: ${escapeLiteral(title)}` : linkTo(url, title);
  return text === '' ? [] : [{ text, from, to: source.to }];
}

/** `1. [BBC](<https://…>) — Site`. */
export function listedSource(source: JsonNode, number: number | string, after = '.'): Line {
  const { title, url } = sourceParts(source);
  const site = wordsAt(source, ['site', 'publisher', 'outlet']);
  const named = site === '' || url === undefined || site === siteOf(url) ? '' : ` — ${escapeLiteral(site)}`;
  const words = url === undefined ? escapeLiteral(title) : linkTo(url, title);
  return { text: `${number}${after} ${words}${named}`, from: source.from, to: source.to };
}

function sourceParts(source: JsonNode): { readonly title: string; readonly url: string | undefined } {
  const texts = heldIn(source).flatMap(({ text = '' }) => tidy(text) || []);
  // Any text may be its address, and its only other text its name: `{ "l": "Gazette", "u": "https://…" }`.
  const address = source.text ?? (wordsAt(source, ADDRESSES) || (texts.find((text) => safeUrl(text)) ?? ''));
  const url = safeUrl(address) ? address : undefined;
  const only = texts.length === 2 && url !== undefined ? texts.find((text) => text !== address) : undefined;
  const title = wordsAt(source, SOURCE_TITLES) || (url === undefined ? tidy(address) : (only ?? ''));
  return { title, url };
}

export function linkTo(url: string, title: string): string {
  const target = targetOf(url);
  const isNamed = title !== '' && title !== siteOf(url);
  return isNamed || target.includes('|')
    ? `[${escapeLiteral(isNamed ? title : target)}](<${target}>)`
    : `<${target}>`;
}

/** Returns a link that shows its address, which is that of a title. */
function addressOf(url: string, title: string): string {
  const target = targetOf(url);
  return `[${escapeLiteral(target)}](<${target}> "${escapeLiteral(title).replaceAll('"', '\\"')}")`;
}

export function targetOf(url: string): string {
  return url.replace(/[<>\\]/g, encodeURIComponent);
}

/** Escapes words for Markdown, except for an entity that a feed has left: `Q&amp;A`. */
export function escapeLiteral(words: string): string {
  return words
    .replace(/[\\`*_~<>[\]!{|^]|&(?!#?\w{2,8};)|(?<!&)#|:(?=\/\/)/g, '\\$&')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\')
    .replace(/^[-+=]/, '\\$&');
}
