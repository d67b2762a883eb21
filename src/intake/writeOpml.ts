import { escapeHtml } from '../base/escapeHtml.ts';
import type { ListedFeed } from './model.ts';

type NamedFeed = Required<Omit<ListedFeed, 'folder'>>;

/** A list of feeds as OPML, in the given order and without folders: briefings have none. */
export function writeOpml(feeds: readonly NamedFeed[], title: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(title)}</title></head>`,
    '  <body>',
    ...feeds.map(outlineOf),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function outlineOf({ url, title }: NamedFeed): string {
  const label = escapeXml(title);
  return `    <outline type="rss" text="${label}" title="${label}" xmlUrl="${escapeXml(url)}"/>`;
}

/** Removes most control characters, which XML cannot represent. */
function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex
  return escapeHtml(text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
}
