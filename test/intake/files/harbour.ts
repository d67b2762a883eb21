import type { Feed, FeedEntry } from '../../../src/intake/model.ts';
import type { Origin } from '../../../src/intake/files/origin.ts';

/** Noon of 26 November 2026. */
export const NOON = Date.UTC(2026, 10, 26, 12);

export const ORIGIN: Origin = {
  name: 'Harbour News',
  address: 'https://harbour.example/feed.xml',
  page: 'https://harbour.example/',
  language: 'en',
  fetched: NOON,
  toMarkdown,
};

/** Converts as much HTML as these tests have. */
function toMarkdown(html: string): string {
  return html
    .replace(/<h2>(.*?)<\/h2>/g, '\n\n## $1\n\n')
    .replace(/<li>/g, '\n- ')
    .replace(/<a href="(.*?)">(.*?)<\/a>/g, '[$2]($1)')
    .replace(/<\/p>/g, '\n\n')
    .replace(/<[^<>]*>/g, '')
    .trim();
}

export function feedOf(...entries: readonly FeedEntry[]): Feed {
  return { kind: 'feed', title: 'Harbour News', entries };
}

/** `entryOf(3)`: the third story, at three o’clock. */
export function entryOf(number: number, more: Partial<FeedEntry> = {}): FeedEntry {
  return {
    id: `tag:harbour,${number}`,
    title: `Ferry ${number} stops`,
    url: `https://harbour.example/${number}`,
    date: new Date(Date.UTC(2026, 10, 26, number)).toISOString(),
    html: `<p>Ferry ${number} does not run on Monday.</p>`,
    ...more,
  };
}
