import { feedText } from '../../intake/files/feedFile.ts';
import { htmlToMarkdown } from '../../intake/htmlToMarkdown.ts';
import { readFeed } from '../../intake/readFeed.ts';
import { type ConvertedText, MAX_SIZE } from './formats.ts';
import { truncationNote } from './truncationNote.ts';

/* This file is loaded with the first saved feed. */

/** Converts a saved feed for reading. Undefined for other XML, which is read as the text that it is. */
export async function textOfFeed(name: string, bytes: Uint8Array): Promise<ConvertedText | undefined> {
  const feed = readFeed(bytes, name);
  const [size, limit] = [bytes.length, MAX_SIZE.text];
  if (feed.kind === 'notAFeed') return size > limit ? { kind: 'tooLarge', size, limit } : undefined;
  const toMarkdown = (html: string, address?: string) => htmlToMarkdown(html, address, truncationNote());
  return { kind: 'text', text: await feedText(feed, toMarkdown) };
}
