import { joinFilled } from '../../base/joinFilled.ts';
import { Slices } from '../../base/async/slices.ts';
import { fencedLines } from '../../briefing/text/fences.ts';
import { levelBelowHeadline, withClosedFence } from '../../briefing/plain/json/jsonStories.ts';
import { siteOf } from '../../briefing/text/links/safeUrl.ts';
import { escapeWords, writeLink } from '../../briefing/write/writeMarkdown.ts';
import type { Feed, FeedEntry } from '../model.ts';
import { briefingText, type ToMarkdown } from './briefingFile.ts';
import { markdownOf } from './entryText.ts';

/** The text of a saved feed read in place: each entry is a takeaway with all of its text and its link. */
export async function feedText(feed: Feed, toMarkdown: ToMarkdown): Promise<string> {
  const { title, language, url } = feed;
  const items: string[] = [];
  const slices = new Slices();
  for (const entry of feed.entries) {
    await slices.turn();
    items.push(itemOf(entry, entry.url ?? url ?? '', toMarkdown));
  }
  return briefingText({ title, language, source: url }, items.join('\n\n'));
}

function itemOf(entry: FeedEntry, address: string, toMarkdown: ToMarkdown): string {
  const { title, url } = entry;
  const headline = escapeWords(title);
  const body = withLowHeadings(withClosedFence(markdownOf(entry, address, toMarkdown).trim()));
  const isLink = body === '' && url !== undefined;
  const blocks = isLink
    ? [writeLink(url, headline)]
    : [`**${headline}**`, body, url === undefined ? '' : writeLink(url, escapeWords(siteOf(url) ?? url))];
  return `- ${joinFilled(blocks, '\n\n')}`.replace(/\n(?=[^\n])/g, '\n  ');
}

/** Gives the headings in an entry a level below that of its headline. */
function withLowHeadings(markdown: string): string {
  const lines = markdown.split('\n');
  const isCode = fencedLines(lines);
  const lowered = lines.map((line, at) =>
    isCode[at] === true
      ? line
      : line.replace(/^#{1,6}(?= )/, ({ length }) => '#'.repeat(levelBelowHeadline(length))),
  );
  return lowered.join('\n');
}
