import { escapeWords, writeLink } from '../../briefing/write/writeMarkdown.ts';
import type { FeedEntry } from '../model.ts';
import { type BriefingFile, briefingFile } from './briefingFile.ts';
import { entryDay } from './day.ts';
import { markdownOf } from './entryText.ts';
import type { Origin } from './origin.ts';

/** An entry that is a briefing by itself. If it has no text, the file contains a link to it. */
export function issueFile(origin: Origin, entry: FeedEntry): BriefingFile {
  const { address, page, language, fetched, toMarkdown } = origin;
  const { id, title, url, date } = entry;
  const words = markdownOf(entry, url ?? page ?? address, toMarkdown).trim();
  const link = url === undefined ? escapeWords(title) : writeLink(url, escapeWords(title));
  const head = { title, date: entryDay(date, fetched), language, source: url ?? page, feed: address };
  return briefingFile({ ...head, id, fetched }, words || link);
}
