import { escapeHtml } from '../base/escapeHtml.ts';
import type { ListedFeed } from './model.ts';

/** A list of feeds as OPML, in the given order: a folder that recurs later is written twice. */
export function writeOpml(feeds: readonly ListedFeed[], title = 'Feeds'): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(title)}</title></head>`,
    '  <body>',
  ];
  const open: string[] = [];
  for (const { url, title: name = url, folder = '' } of feeds) {
    const folders = folder === '' ? [] : folder.split('/');
    while (open.some((label, i) => label !== folders[i])) {
      open.pop();
      lines.push(`${indent(open)}</outline>`);
    }
    for (const label of folders.slice(open.length)) {
      lines.push(`${indent(open)}<outline text="${escapeXml(label)}">`);
      open.push(label);
    }
    const label = escapeXml(name);
    lines.push(
      `${indent(open)}<outline type="rss" text="${label}" title="${label}" xmlUrl="${escapeXml(url)}"/>`,
    );
  }
  while (open.pop() !== undefined) lines.push(`${indent(open)}</outline>`);
  lines.push('  </body>', '</opml>', '');
  return lines.join('\n');
}

function indent(open: readonly string[]): string {
  return '  '.repeat(open.length + 2);
}

/** Removes most control characters, which XML cannot represent. */
function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex
  return escapeHtml(text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
}
