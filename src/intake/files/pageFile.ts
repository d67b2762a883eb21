import { tidy } from '../../base/tidy.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { parseMarkdown } from '../../briefing/grammar/markdown.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';
import { fallbackTitle } from '../../briefing/text/title.ts';
import { type BriefingFile, briefingFile, briefingText, type ToMarkdown } from './briefingFile.ts';
import { dayOf } from './day.ts';
import { textKey } from './writtenFile.ts';

/** A web page that was saved as a file. */
export interface SavedPage {
  /** Its file's: `Ferries stop.html`. */
  readonly name: string;
  readonly html: string;
  /** Where it came from, where that is known. */
  readonly address?: string;
}

/** How far a page's head is read. */
const HEAD_LENGTH = 100_000;

/** A page as a briefing. It goes by what it says: dropped twice, it is the same file. */
export function pageFile(page: SavedPage, fetched: number, toMarkdown: ToMarkdown): BriefingFile {
  const { date, markdown, ...head } = readHead(page, toMarkdown);
  const id = `page:${textKey(`${head.source ?? ''}\n${markdown}`)}`;
  return briefingFile({ ...head, date: dayOf(date, fetched), id, fetched }, markdown);
}

/** The text of a page that is read where it lies: it has the date that the page has. `modified`: when it was written. */
export function pageText(page: SavedPage, modified: number, toMarkdown: ToMarkdown): string {
  const { date, markdown, ...head } = readHead(page, toMarkdown);
  return briefingText({ ...head, date: date === undefined ? undefined : dayOf(date, modified) }, markdown);
}

/** What a page says, and says of itself. */
function readHead(page: SavedPage, toMarkdown: ToMarkdown) {
  const head = page.html.slice(0, HEAD_LENGTH);
  const source = addressIn(head) ?? page.address;
  const markdown = toMarkdown(page.html, source);
  const [words = ''] = headingsIn(markdown, /^#{1,6} .{1,1000}$/gm, 1);
  const name = page.name.replace(/\.x?html?$/i, '');
  const named = titleIn(head);
  const title =
    named === undefined
      ? words || fallbackTitle(name, { words, isWhole: true }, markdown)
      : withoutSite(named, headingsIn(markdown, /^# .{1,1000}$/gm, MOST_HEADINGS), siteIn(head));
  const language = /<html\s[^<>]{0,2000}?\blang\s*=\s*["']?([a-z][a-z\d-]{1,34})/i.exec(head)?.[1];
  return { title, date: dateIn(head), language, source, markdown };
}

/**
 * `Ferries stop | Harbour News` is `Ferries stop` where that is the page's own heading: the rest is its site. A heading
 * that is the site's name, as a logo is, is no title.
 */
function withoutSite(title: string, headings: readonly string[], site: string | undefined): string {
  const own = headings.filter((heading) => heading !== site && isPartOf(title, heading, site));
  return own.reduce((longest, heading) => (heading.length > longest.length ? heading : longest), '') || title;
}

/** What is the lesser part of a title is its site, unless it is known to be another one: `News | Ferries stop`. */
function isPartOf(title: string, heading: string, site: string | undefined): boolean {
  const isGreater = heading.length * 2 > title.length;
  if (title.startsWith(heading)) {
    const rest = title.slice(heading.length);
    const isSite = isGreater || (site !== undefined && rest.endsWith(site));
    return isSite && (SITE_BEHIND.test(rest) || (isGreater && /^\s?:\s/.test(rest)));
  }
  return isGreater && title.endsWith(heading) && SITE_BEFORE.test(title.slice(0, -heading.length));
}

const SITE_BEHIND = /^(?:\s[–—·•»/-]|\s?\|)\s/;
const SITE_BEFORE = /(?:\s[–—·•»/-]|[|:])\s$/;
/** Of level 1: a page with more of them has none of its own. */
const MOST_HEADINGS = 20;

function siteIn(head: string): string | undefined {
  return contentOf(head, 'og:site_name');
}

function titleIn(head: string): string | undefined {
  return contentOf(head, 'og:title') ?? wordsOf(/<title[^<>]*>([^<]{1,1000})</i.exec(head)?.[1]);
}

/** `<meta property="og:title" content="Ferries stop">`, its attributes in either order. */
function contentOf(head: string, property: string): string | undefined {
  for (const [meta] of head.matchAll(/<meta\s[^<>]{0,2000}>/gi)) {
    const name = attributeOf(meta, 'property') ?? attributeOf(meta, 'name');
    if (name?.toLowerCase() === property) return wordsOf(attributeOf(meta, 'content'));
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

/** Its entities are Markdown's too, `Q&amp;A` -> `Q&A`; all other marks are words. */
function wordsOf(html: string | undefined): string | undefined {
  const line = html?.replace(/[!"$%'-/:<-@[-`{-~]/g, '\\$&') ?? '';
  return plainText(parseMarkdown(tidy(line)).filter(({ type }) => type === 'inline')) || undefined;
}

/** The words of some headings, from the first on. */
function headingsIn(markdown: string, pattern: RegExp, most: number): readonly string[] {
  return [...markdown.matchAll(pattern)]
    .slice(0, most)
    .map(([line]) => plainText(parseMarkdown(line).filter(({ type }) => type === 'inline')));
}
