import { Hash } from '../../base/hash.ts';
import { ellipsizeAtWord } from '../../base/shorten.ts';
import { parseMarkdown } from '../../briefing/grammar/markdown.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { foldTitle } from '../../briefing/text/vocabulary.ts';
import { fileStem } from '../../briefing/write/fileStem.ts';
import { writeFrontMatter } from './frontMatter.ts';
import { isoTime } from './day.ts';

/** A file to be written: plain Markdown, which can be read without this extension. */
export interface BriefingFile {
  /** The name without a folder. It is the same for the same feed, id, title and date. */
  readonly name: string;
  readonly text: string;
}

/** Metadata of a text that was not written as a briefing. */
export interface TextHead {
  readonly title: string;
  /** `2026-11-26` */
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly source?: string | undefined;
  readonly feed?: string | undefined;
  readonly id?: string | undefined;
  /** When it was fetched, in ms since 1970. */
  readonly fetched?: number | undefined;
}

/** The same for a text that arrived from outside: all of this is known. */
export interface BriefingHead extends TextHead {
  readonly date: string;
  readonly id: string;
  readonly fetched: number;
}

/** Converts HTML to Markdown with absolute links. */
export type ToMarkdown = (html: string, address?: string) => string;

const TITLE_LENGTH = 300;
/** Maximum length of a first line that is parsed as a heading, in UTF-16 units. */
const HEADING_LENGTH = 2000;

export function briefingFile(head: BriefingHead, markdown: string): BriefingFile {
  const title = titleLine(head.title);
  const name = `${fileStem({ title, date: head.date })}-${fileId(head.id, head.feed)}.md`;
  return { name, text: briefingText(head, markdown) };
}

/** The text of such a file: front matter and Markdown. */
export function briefingText(head: TextHead, markdown: string): string {
  const title = titleLine(head.title);
  const frontMatter = writeFrontMatter({
    title,
    date: head.date,
    lang: head.language,
    source: head.source,
    feed: head.feed,
    id: head.id,
    fetched: head.fetched === undefined ? undefined : isoTime(head.fetched),
  });
  const body = withoutTitle(markdown, title);
  return body === '' ? frontMatter : `${frontMatter}\n${body}\n`;
}

/** Eight hexadecimal digits that distinguish the entries of a feed, and of two feeds that both count from 1. */
export function fileId(id: string, feed = ''): string {
  const low = new Hash().addText(`${feed}\n${id}`).toNumber() % 0x100000000;
  return low.toString(16).padStart(8, '0');
}

/** A title as a single, non-empty line. */
function titleLine(given: string): string {
  // eslint-disable-next-line no-control-regex
  const line = given.slice(0, 10 * TITLE_LENGTH).replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return ellipsizeAtWord(line.trim(), TITLE_LENGTH) || '…';
}

/** Removes a first heading that repeats the title in the front matter. */
function withoutTitle(markdown: string, title: string): string {
  const text = markdown.replace(/^\s*\n/, '').trimEnd();
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  if (!/^#{1,6}\s/.test(first) || first.length > HEADING_LENGTH) return text;
  const words = plainText(parseMarkdown(first).filter(({ type }) => type === 'inline'));
  if (foldTitle(words) !== foldTitle(title)) return text;
  return text.slice(first.length).replace(/^\s*\n/, '');
}
