import { tidy } from '../../base/tidy.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { parseMarkdown } from '../../briefing/grammar/markdown.ts';
import { safeUrl } from '../../briefing/text/safeUrl.ts';
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
  const first = { words: firstHeading(markdown) ?? '', isWhole: true };
  const name = page.name.replace(/\.x?html?$/i, '');
  const title = titleIn(head) ?? (first.words || fallbackTitle(name, first, markdown));
  const language = /<html\s[^<>]{0,2000}?\blang\s*=\s*["']?([a-z][a-z\d-]{1,34})/i.exec(head)?.[1];
  return { title, date: dateIn(head), language, source, markdown };
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

function firstHeading(markdown: string): string | undefined {
  const [line] = /^#{1,6} .{1,1000}$/m.exec(markdown) ?? [];
  return line === undefined
    ? undefined
    : plainText(parseMarkdown(line).filter(({ type }) => type === 'inline')) || undefined;
}
