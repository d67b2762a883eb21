import { Parser } from 'htmlparser2';
import type { NotAFeed } from '../model.ts';
import { MAX_DEPTH } from './limits.ts';
import { resolveLink } from './links.ts';
import { oneLine } from './titleText.ts';

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\s*(?:;|$)/i;

/** Maximum length of a title. */
const MAX_LENGTH = 300;

/** Feeds of comments, which a user who enters a page's address does not want. */
const COMMENTS = /comment|coment|kommentar|reacties|комментар|コメント|评论|留言/i;

export type PageFeeds = Pick<NotAFeed, 'feeds' | 'titles'>;

/** The feeds that a page announces, in its order of preference, with feeds of comments last. */
export function pageFeeds(html: string, address: string): PageFeeds {
  const links: { readonly href: string; readonly title: string; readonly isComments: boolean }[] = [];
  let base: string | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', title = '', href }) {
      if (++depth > MAX_DEPTH) parser.pause();
      if (href === undefined) return;
      if (name === 'base') base ??= href;
      const isFeed = /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel) && FEED_TYPES.test(type.trim());
      if (name === 'link' && isFeed)
        links.push({
          href,
          title: oneLine(title.slice(0, MAX_LENGTH)),
          isComments: COMMENTS.test(title) || COMMENTS.test(pathOf(href)),
        });
    },
    onclosetag() {
      depth--;
    },
  });
  parser.end(html);
  const sorted = [...links.filter((link) => !link.isComments), ...links.filter((link) => link.isComments)];
  const from = base === undefined ? undefined : { href: base };
  const titles = new Map<string, string>();
  for (const { href, title } of sorted) {
    const url = resolveLink(href, address, from);
    // Each feed is listed once, with the first title that is given.
    if (url !== undefined && !titles.get(url)) titles.set(url, title);
  }
  const withTitle = [...titles].filter(([, title]) => title !== '');
  return {
    feeds: [...titles.keys()],
    ...(withTitle.length > 0 && { titles: Object.fromEntries(withTitle) }),
  };
}

/** The path of an address, without the host, whose name may contain such a word. */
function pathOf(href: string): string {
  return href.replace(/^https?:\/\/[^/]*/i, '');
}
