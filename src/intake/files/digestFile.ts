import { inSingleSpaces } from '../../base/tidy.ts';
import { ellipsizeAtWord } from '../../base/shorten.ts';
import { safeUrl, siteOf } from '../../briefing/text/links/safeUrl.ts';
import { usualJoint } from '../../briefing/items/joint.ts';
import { escapeWords, writeLink } from '../../briefing/write/writeMarkdown.ts';
import type { FeedEntry } from '../model.ts';
import { type BriefingFile, briefingFile } from './briefingFile.ts';
import { summaryOf } from './entryText.ts';
import type { Origin } from './origin.ts';

/** Maximum length of a headline. A longer one is cut, because the linked page has all of it. */
const MAX_HEADLINE_LENGTH = 200;

/** A file of a feed for a day. There is more than one only if the user has changed the earlier ones. */
export interface DigestPart {
  /** `2026-11-26` */
  readonly day: string;
  /** 1-based. */
  readonly number: number;
}

/** The id of a day's file in its feed: `2026-11-26`, for the second file `2026-11-26 2`. */
export function digestId({ day, number }: DigestPart): string {
  return number === 1 ? day : `${day} ${number}`;
}

/** An entry with its line in a digest. */
export interface DigestStory {
  readonly entry: FeedEntry;
  readonly line: string;
}

/** The short entries of a day as one briefing, in which each is a takeaway with its source. */
export function digestFile(origin: Origin, part: DigestPart, stories: readonly DigestStory[]): BriefingFile {
  const { name, address, page, language, fetched } = origin;
  const title = part.number === 1 ? name : `${name} (${part.number})`;
  const head = { title, date: part.day, language, source: page, feed: address, id: digestId(part), fetched };
  return briefingFile(head, stories.map(({ line }) => line).join('\n'));
}

/**
 * An entry as a line that the parser reads as one takeaway with one reference:
 * `- **Ferries stop:** The ferries stop on Monday. [a.example](<https://a.example/1>)`
 */
export function storyOf({ page, address, toMarkdown }: Origin, entry: FeedEntry): DigestStory {
  const summary = summaryOf(entry, entry.url ?? page ?? address, toMarkdown);
  const url = safeLink(entry);
  const label = headlineOf(entry);
  const headline = escapeWords(label);
  const site = url === undefined ? '' : ` ${writeLink(url, escapeWords(siteOf(url) ?? url))}`;
  const withSummary = `**${headline}${usualJoint(label).trimEnd()}** ${escapeWords(summary)}${site}`;
  const headlineOnly = url === undefined ? `**${headline}**` : writeLink(url, headline);
  return { entry, line: `- ${summary === '' ? headlineOnly : withSummary}` };
}

/** Updates a digest: replaces the lines of changed stories, and appends fresh ones. */
export function addToDigest(
  text: string,
  fresh: readonly DigestStory[],
  changed: readonly DigestStory[],
): string {
  const lines = text.trimEnd().split('\n');
  for (const { entry, line } of changed) {
    const at = lineIndexOf(lines, entry);
    if (at !== undefined) lines[at] = line;
  }
  const known = new Set(lines);
  const added = fresh.map(({ line }) => line).filter((line) => !known.has(line));
  return `${[...lines, ...added].join('\n')}\n`;
}

/** The index of the only line that can be this entry's, by its link, or by its headline if it has none. */
function lineIndexOf(lines: readonly string[], entry: FeedEntry): number | undefined {
  const url = safeLink(entry);
  const start = `- **${escapeWords(headlineOf(entry))}`;
  const end = url === undefined ? '' : writeLink(url, '').slice(1);
  const isLineOfEntry = (line: string) =>
    url === undefined ? line.startsWith(start) : line.startsWith('- ') && line.endsWith(end);
  const at = lines.findIndex(isLineOfEntry);
  return at < 0 || lines.findLastIndex(isLineOfEntry) !== at ? undefined : at;
}

function safeLink({ url }: FeedEntry): string | undefined {
  return url === undefined ? undefined : safeUrl(url)?.href;
}

/** The headline on one line, without a colon at its end, which will be added. */
function headlineOf({ title }: FeedEntry): string {
  const line = inSingleSpaces(title.slice(0, 10 * MAX_HEADLINE_LENGTH));
  return ellipsizeAtWord(line, MAX_HEADLINE_LENGTH).replace(/[\s:：]+$/, '') || '…';
}
