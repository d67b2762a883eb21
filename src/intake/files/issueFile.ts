import { escapeWords, writeLink } from '../../briefing/write/writeMarkdown.ts';
import type { FeedEntry } from '../model.ts';
import { type BriefingFile, briefingFile, type ToMarkdown } from './briefingFile.ts';
import { entryDay } from './day.ts';
import { markdownOf } from './entryText.ts';

/** The data that all files of a feed share. */
export interface Origin {
  /** The feed's title, or the name that the user gave it. */
  readonly name: string;
  /** The feed's address, normalized as in `Source.url`. */
  readonly address: string;
  /** The page that the feed belongs to. */
  readonly page?: string | undefined;
  readonly language?: string | undefined;
  /** In ms since 1970. */
  readonly fetched: number;
  readonly toMarkdown: ToMarkdown;
}

/** An entry that is a briefing by itself. If it has no text, the file contains a link to it. */
export function issueFile(origin: Origin, entry: FeedEntry): BriefingFile {
  const { address, page, language, fetched, toMarkdown } = origin;
  const { id, title, url, date } = entry;
  const words = markdownOf(entry, url ?? page ?? address, toMarkdown).trim();
  const link = url === undefined ? escapeWords(title) : writeLink(url, escapeWords(title));
  const head = { title, date: entryDay(date, fetched), language, source: url ?? page, feed: address };
  return briefingFile({ ...head, id, fetched }, words || link);
}
