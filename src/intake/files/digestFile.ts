import { safeUrl, siteOf } from '../../briefing/text/safeUrl.ts';
import { colonAfter } from '../../briefing/write/cite.ts';
import { escapeWords, writeLink } from '../../briefing/write/writeMarkdown.ts';
import type { FeedEntry } from '../model.ts';
import { type BriefingFile, briefingFile } from './briefingFile.ts';
import { summaryOf } from './entryWords.ts';
import { shortened } from './frontMatter.ts';
import type { Origin } from './issueFile.ts';

/** A headline that is longer is cut: it is still all in the page that it links to. */
const HEADLINE = 200;

/** Which file of a feed: that of a day, and beyond the first, as a person has made that one their own. */
export interface Part {
  /** `2026-11-26` */
  readonly day: string;
  /** From 1. */
  readonly number: number;
}

/** A day's `2026-11-26`, its second file `2026-11-26 2`: what such a file goes by in its feed. */
export function digestId({ day, number }: Part): string {
  return number === 1 ? day : `${day} ${number}`;
}

/** The short entries of a day as one briefing: each is a takeaway with its source. */
export function digestFile(origin: Origin, part: Part, entries: readonly FeedEntry[]): BriefingFile {
  const { name, address, page, language, fetched } = origin;
  const title = part.number === 1 ? name : `${name} (${part.number})`;
  const head = { title, date: part.day, language, source: page, feed: address, id: digestId(part), fetched };
  return briefingFile(head, entries.map((entry) => entryLine(origin, entry)).join('\n'));
}

/**
 * An entry as one line, which the parser takes for one takeaway with one reference:
 * `- **Ferries stop:** The ferries stop on Monday. [a.example](<https://a.example/1>)`
 */
export function entryLine({ page, address, toMarkdown }: Origin, entry: FeedEntry): string {
  const summary = summaryOf(entry, entry.url ?? page ?? address, toMarkdown);
  const url = entry.url === undefined ? undefined : safeUrl(entry.url)?.href;
  const label = headlineOf(entry);
  const headline = escapeWords(label);
  const site = url === undefined ? '' : ` ${writeLink(url, escapeWords(siteOf(url) ?? url))}`;
  if (summary !== '') return `- **${headline}${colonAfter(label)}** ${inLine(summary)}${site}`;
  return url === undefined ? `- **${headline}**` : `- ${writeLink(url, headline)}`;
}

/** The text of a digest with these entries too: those that it has (by their link, else by their headline) anew, others below. */
export function addToDigest(
  text: string,
  origin: Origin,
  fresh: readonly FeedEntry[],
  changed: readonly FeedEntry[],
): string {
  const lines = text.trimEnd().split('\n');
  for (const entry of changed) {
    const at = placeOf(lines, entry);
    if (at !== undefined) lines[at] = entryLine(origin, entry);
  }
  const known = new Set(lines);
  const added = fresh.map((entry) => entryLine(origin, entry)).filter((line) => !known.has(line));
  return `${[...lines, ...added].join('\n')}\n`;
}

/** The only line that can be this entry's. */
function placeOf(lines: readonly string[], entry: FeedEntry): number | undefined {
  const url = entry.url === undefined ? undefined : safeUrl(entry.url)?.href;
  const label = escapeWords(headlineOf(entry));
  const end = url === undefined ? undefined : writeLink(url, '').slice(2);
  const found = lines.flatMap((line, at) =>
    line.startsWith('- ') && (end === undefined ? line.startsWith(`- **${label}`) : line.endsWith(end))
      ? at
      : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Without the mark that parts it from its summary, and with no white space at its edges. */
function headlineOf({ title }: FeedEntry): string {
  const line = title
    .slice(0, 10 * HEADLINE)
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(line, HEADLINE).replace(/[\s:：]+$/, '') || '…';
}

function inLine(words: string): string {
  return escapeWords(words);
}
