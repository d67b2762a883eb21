import { Hash } from '../../base/hash.ts';
import { parseMarkdown } from '../../briefing/grammar/markdown.ts';
import { plainText } from '../../briefing/grammar/tokens.ts';
import { foldTitle } from '../../briefing/text/vocabulary.ts';
import { fileStem } from '../../briefing/write/fileStem.ts';
import { shortened, writeFrontMatter } from './frontMatter.ts';
import { isoTime } from './day.ts';

/** A file as it is to be written: plain Markdown, which outlives whoever wrote it. */
export interface BriefingFile {
  /** Without a folder; the same for the same feed, id, title and date. */
  readonly name: string;
  readonly text: string;
}

/** What is known of some words that were not written as a briefing. */
export interface TextHead {
  readonly title: string;
  /** `2026-11-26` */
  readonly date?: string | undefined;
  readonly language?: string | undefined;
  readonly source?: string | undefined;
  readonly feed?: string | undefined;
  readonly id?: string | undefined;
  /** In ms since 1970. */
  readonly fetched?: number | undefined;
}

/** The same of what came in. */
export interface BriefingHead extends TextHead {
  readonly date: string;
  readonly id: string;
  readonly fetched: number;
}

/** Turns HTML into Markdown, with its links made absolute. */
export type ToMarkdown = (html: string, address?: string) => string;

const TITLE_LENGTH = 300;
/** How far into a text its first heading is looked for. */
const HEADING_LENGTH = 2000;

export function briefingFile(head: BriefingHead, markdown: string): BriefingFile {
  const title = titleOf(head.title);
  const name = `${fileStem({ title, date: head.date })}-${fileId(head.id, head.feed)}.md`;
  return { name, text: briefingText(head, markdown) };
}

/** The text of such a file. */
export function briefingText(head: TextHead, markdown: string): string {
  const title = titleOf(head.title);
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

/** Eight digits that tell a feed's entries apart, and those of two feeds that both count from 1. */
export function fileId(id: string, feed = ''): string {
  const low = new Hash().addText(`${feed}\n${id}`).toNumber() % 0x100000000;
  return low.toString(16).padStart(8, '0');
}

/** One line, with words in it. */
function titleOf(given: string): string {
  // eslint-disable-next-line no-control-regex
  const line = given.slice(0, 10 * TITLE_LENGTH).replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ');
  return shortened(line.trim(), TITLE_LENGTH) || '…';
}

/** The front matter says the title; a heading that says it again would be read twice. */
function withoutTitle(markdown: string, title: string): string {
  const text = markdown.replace(/^\s*\n/, '').trimEnd();
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  if (!/^#{1,6}\s/.test(first) || first.length > HEADING_LENGTH) return text;
  const words = plainText(parseMarkdown(first).filter(({ type }) => type === 'inline'));
  if (foldTitle(words) !== foldTitle(title)) return text;
  return text.slice(first.length).replace(/^\s*\n/, '');
}
