import { tidy } from '../../base/tidy.ts';
import { NO_FRONT_MATTER, readFrontMatter } from '../../briefing/grammar/frontMatter.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { parseMarkdown } from '../../briefing/grammar/markdown.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';
import { splitLines } from '../../briefing/text/sourceText.ts';
import { fallbackTitle, isCommonWord } from '../../briefing/text/title.ts';
import { type BriefingFile, briefingFile, briefingText, type ToMarkdown } from './briefingFile.ts';
import { entryDay } from './day.ts';
import { textKey } from './writtenFile.ts';

/** A web page that was saved as a file. */
export interface SavedPage {
  /** The file's name: `Ferries stop.html`. */
  readonly name: string;
  readonly html: string;
  /** The address that it was saved from, if known. */
  readonly address?: string;
}

/** The part of a page that is searched for metadata, in UTF-16 units. */
const HEAD_LENGTH = 100_000;

/** A page as a briefing file. The id comes from the content, so a page that is dropped twice becomes the same file. */
export function pageFile(page: SavedPage, fetched: number, toMarkdown: ToMarkdown): BriefingFile {
  const { date, markdown, ...head } = readHead(page, toMarkdown);
  const id = `page:${textKey(`${head.source ?? ''}\n${markdown}`)}`;
  return briefingFile({ ...head, date: entryDay(date, fetched), id, fetched }, markdown);
}

/** The text of a page read in place, dated only if the page is. `modified`: its file's time, in ms since 1970. */
export function pageText(page: SavedPage, modified: number, toMarkdown: ToMarkdown): string {
  const { date, markdown, ...head } = readHead(page, toMarkdown);
  return briefingText({ ...head, date: date === undefined ? undefined : entryDay(date, modified) }, markdown);
}

/** Front matter, which a page in the sources of a site may have: `---`, `title: Ferries stop`, `---`, `<p>`. */
const OPENS_FRONT_MATTER = /^\ufeff?---[ \t]*[\r\n]/;

/** Reads a page's metadata and content. */
function readHead(page: SavedPage, toMarkdown: ToMarkdown) {
  const top = page.html.slice(0, HEAD_LENGTH);
  const given = OPENS_FRONT_MATTER.test(top) ? readFrontMatter(splitLines(top)) : NO_FRONT_MATTER;
  const html = page.html.slice(offsetOf(top, given.end));
  const head = html.slice(0, HEAD_LENGTH);
  const source = addressIn(head) ?? page.address;
  const markdown = toMarkdown(html, source);
  const title = given.title ?? titleOf(page.name, head, markdown);
  const language = /<html\s[^<>]{0,2000}?\blang\s*=\s*["']?([a-z][a-z\d-]{1,34})/i.exec(head)?.[1];
  return { title, date: given.date ?? dateIn(head), language, source, markdown };
}

/** Returns the title that a page gives itself, without its site; or else that of its first heading, or of its file. */
function titleOf(fileName: string, head: string, markdown: string): string {
  const title = titleIn(head);
  if (title === undefined) {
    const [first = ''] = headingsIn(markdown, /^#{1,6} .{1,1000}$/gm, 1);
    const [level = '', ...others] = markdown.match(/^#{1,6} /gm) ?? [];
    if (first && !others.includes(level)) return first;
    return fallbackTitle(fileName.replace(/\.x?html?$/i, ''), { words: first, isWhole: false }, markdown);
  }
  const headings = headingsIn(markdown, /^# .{1,1000}$/gm, MAX_HEADINGS);
  if (headings[0] !== undefined && headings.length === 1 && isCommonWord(title)) return headings[0];
  return withoutSite(title, [...headings, ...headerTitles(head, title)], siteIn(head));
}

/** The offset at which a line begins. */
function offsetOf(text: string, line: number): number {
  const ends = /\r\n|\n|\r/g;
  for (let i = 0; i < line; i++) ends.test(text);
  return ends.lastIndex;
}

/**
 * Removes the site's name from a title: `Ferries stop | Harbour News` -> `Ferries stop`, if the page has such a heading.
 * Headings with the site's name only, such as a logo, are ignored.
 */
function withoutSite(title: string, headings: readonly string[], site: string | undefined): string {
  const own = headings.filter((heading) => heading !== site && isPartOf(title, heading, site));
  return own.reduce((longest, heading) => (heading.length > longest.length ? heading : longest), '') || title;
}

/** Whether a heading is a title without the site. The site is the shorter part, if unknown: `News | Ferries stop`. */
function isPartOf(title: string, heading: string, site: string | undefined): boolean {
  const isGreater = heading.length * 2 > title.length;
  if (title.startsWith(heading)) {
    const rest = title.slice(heading.length);
    const isSite = isGreater || (site !== undefined && rest.endsWith(site));
    return isSite && (SITE_AFTER.test(rest) || (isGreater && /^\s?:\s/.test(rest)));
  }
  return isGreater && title.endsWith(heading) && SITE_BEFORE.test(title.slice(0, -heading.length));
}

const SITE_AFTER = /^(?:\s[–—·•»/-]|\s?\|)\s/;
const SITE_BEFORE = /(?:\s[–—·•»/-]|[|:])\s$/;
/** Maximum number of level-1 headings that are examined. */
const MAX_HEADINGS = 20;

function siteIn(head: string): string | undefined {
  return contentOf(head, 'og:site_name');
}

/** What a program was to replace by a title: `*|MC:SUBJECT|*`, `{{ title }}`. */
const PLACEHOLDER = /^(?:\*\|.*\|\*|\{\{.*\}\}|%%.*%%)$/;

function titleIn(head: string): string | undefined {
  const title = contentOf(head, 'og:title') ?? plainTextOf(/<title[^<>]*>([^<]{1,1000})</i.exec(head)?.[1]);
  return title !== undefined && PLACEHOLDER.test(title) ? undefined : title;
}

/**
 * The headings of level 1, also those in a header, which is not part of the content. That of a masthead would be no
 * better than a title with a date: `Harbour brief · 2026-03-03`.
 */
function headerTitles(head: string, title: string): readonly string[] {
  return [...head.matchAll(/<h1\b[^<>]{0,1000}>([^<]{1,1000})<\/h1>/gi)]
    .slice(0, MAX_HEADINGS)
    .flatMap(([, words]) => plainTextOf(words) ?? [])
    .filter((words) => title.startsWith(words) && !/\d{4}/.test(title.slice(words.length)));
}

/** The content of `<meta property="og:title" content="Ferries stop">`, with attributes in any order. */
function contentOf(head: string, property: string): string | undefined {
  for (const [meta] of head.matchAll(/<meta\s[^<>]{0,2000}>/gi)) {
    const name = attributeOf(meta, 'property') ?? attributeOf(meta, 'name');
    if (name?.toLowerCase() === property) return plainTextOf(attributeOf(meta, 'content'));
  }
  return undefined;
}

function addressIn(head: string): string | undefined {
  for (const [link] of head.matchAll(/<link\s[^<>]{0,2000}>/gi)) {
    if (attributeOf(link, 'rel')?.toLowerCase() !== 'canonical') continue;
    const url = safeUrl(attributeOf(link, 'href')?.replaceAll('&amp;', '&') ?? '');
    if (url && url.protocol !== 'mailto:') return url.href;
  }
  return undefined;
}

function dateIn(head: string): string | undefined {
  return (
    contentOf(head, 'article:published_time') ??
    contentOf(head, 'date') ??
    /<time\s[^<>]{0,200}?\bdatetime\s*=\s*["']?([\dTZ:.+-]{10,40})/i.exec(head)?.[1]
  );
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found?.slice(1).find(Boolean);
}

/** The text of some HTML without tags. Entities are Markdown's too (`Q&amp;A` -> `Q&A`); other marks are escaped. */
function plainTextOf(html: string | undefined): string | undefined {
  const line = html?.replace(/[!"$%'-/:<-@[-`{-~]/g, '\\$&') ?? '';
  return plainText(parseMarkdown(tidy(line)).filter(({ type }) => type === 'inline')) || undefined;
}

/** The text of the first headings. */
function headingsIn(markdown: string, pattern: RegExp, most: number): readonly string[] {
  return [...markdown.matchAll(pattern)]
    .slice(0, most)
    .map(([line]) => plainText(parseMarkdown(line).filter(({ type }) => type === 'inline')));
}
