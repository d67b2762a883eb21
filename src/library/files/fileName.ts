/** `file:///a/My%20brief.md` -> `My brief.md`. */
export function fileNameOf(uri: string): string {
  const last = uri.replace(/[?#].*$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // It has a `%` that is not an escape.
  }
}

/** The name of the folder that a file is in, or of one around it: `file:///a/b/brief.md` -> `b` at level 1, `a` at 2. */
export function folderNameOf(uri: string, level: number): string {
  return fileNameOf(uri.split('/').slice(0, -level).join('/'));
}

/**
 * How a file is read, by its name: mails, pages and saved feeds are converted to Markdown, and a mailbox has many
 * mails. Other XML than a feed is text.
 */
export type FileFormat = 'text' | 'mail' | 'mailbox' | 'page' | 'feed';

export function formatOf(name: string): FileFormat {
  const [, extension = ''] = /\.(eml|mbox|html?|xml|rss|atom)$/i.exec(name) ?? [];
  switch (extension.toLowerCase()) {
    case 'eml':
      return 'mail';
    case 'mbox':
      return 'mailbox';
    case 'htm':
    case 'html':
      return 'page';
    case 'xml':
    case 'rss':
    case 'atom':
      return 'feed';
    default:
      return 'text';
  }
}

/** Whether a briefing is converted from its file, so that its line numbers are not those of the file. */
export function isConverted(uri: string): boolean {
  return formatOf(fileNameOf(uri)) !== 'text';
}

/** `Ferries_files/frame.html`: a file that a browser saved as a part of a page. */
const PART_OF_PAGE = /_files\/[^]*\.html?$/i;

/** Whether a file in a folder of briefings is a briefing, by its path or name. */
export function isBriefingName(path: string): boolean {
  return (
    /\.(?:md|markdown|txt|org|rst|adoc|briefing\.json|eml|html?)$/i.test(path) && !PART_OF_PAGE.test(path)
  );
}
