import { Parser } from 'htmlparser2';
import { MAX_DEPTH, maxOpenIn } from './feedFormats/limits.ts';
import { resolveLink } from './feedFormats/links.ts';
import { oneLine } from './feedFormats/titleText.ts';
import type { ListedFeed } from './model.ts';

/**
 * The feeds in an OPML file, in order, without duplicates. Files that it includes are not fetched. An outline that is
 * not a feed is a folder, however it is closed. `leaveOut` is called with each address that is not a web address.
 */
export function readOpml(text: string, leaveOut?: (address: string) => void): readonly ListedFeed[] {
  const feeds = new Map<string, ListedFeed>();
  /** For each open element, the folder that its content belongs to, and the depth of that. */
  const open: { readonly folder: string; readonly depth: number }[] = [];
  const mostOpen = maxOpenIn(text);
  const parser = new Parser(
    {
      onopentag(name, { xmlurl = '', title = '', text: words = '' }) {
        const { folder, depth } = open.at(-1) ?? { folder: '', depth: 0 };
        const label = oneLine(title) || oneLine(words);
        const url = name === 'outline' ? resolveLink(xmlurl, undefined) : undefined;
        const isFolder = name === 'outline' && xmlurl.trim() === '';
        open.push({
          folder: isFolder && label !== '' ? joinFolder(folder, label) : folder,
          depth: isFolder ? depth + 1 : depth,
        });
        if (depth > MAX_DEPTH || open.length > mostOpen) parser.pause();
        if (url === undefined && name === 'outline' && !isFolder) leaveOut?.(xmlurl);
        if (url === undefined || feeds.has(url)) return;
        feeds.set(url, {
          url,
          ...(label !== '' && label !== url && { title: label }),
          ...(folder !== '' && { folder }),
        });
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return [...feeds.values()];
}

/** `News/Europe`; the outer folder if the path would be too long. */
function joinFolder(folder: string, label: string): string {
  const path = folder === '' ? label : `${folder}/${label}`;
  return path.length > MAX_LENGTH ? folder : path;
}

const MAX_LENGTH = 1000;
