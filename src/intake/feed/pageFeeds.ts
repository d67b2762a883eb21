import { Parser } from 'htmlparser2';
import { MAX_DEPTH } from './limits.ts';
import { resolveLink } from './links.ts';

const FEED_TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\s*(?:;|$)/i;

/** Feeds of what others say about a page are not what somebody means who gives its address. */
const COMMENTS = /comment|coment|kommentar|reacties|комментар|コメント|评论|留言/i;

/** The addresses of the feeds that a page announces, the page's own choice first, those of its comments last. */
export function pageFeeds(html: string, address: string): readonly string[] {
  const links: { readonly href: string; readonly isComments: boolean }[] = [];
  let base: string | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', title = '', href }) {
      if (++depth > MAX_DEPTH) parser.pause();
      if (href === undefined) return;
      if (name === 'base') base ??= href;
      const isFeed = /(?:^|\s)(?:alternate|feed)(?:\s|$)/i.test(rel) && FEED_TYPES.test(type.trim());
      if (name === 'link' && isFeed)
        links.push({ href, isComments: COMMENTS.test(title) || COMMENTS.test(pathOf(href)) });
    },
    onclosetag() {
      depth--;
    },
  });
  parser.end(html);
  const sorted = [...links.filter((link) => !link.isComments), ...links.filter((link) => link.isComments)];
  const from = base === undefined ? undefined : { href: base };
  return [...new Set(sorted.flatMap(({ href }) => resolveLink(href, address, from) ?? []))];
}

/** Without the host, which may be a commentary's. */
function pathOf(href: string): string {
  return href.replace(/^https?:\/\/[^/]*/i, '');
}
