/** `file:///a/My%20brief.md` -> `My brief.md`. */
export function fileNameOf(uri: string): string {
  const last = uri.replace(/[?#].*$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A `%` that is not an escape: the name as it is written.
  }
}

/** The name of the folder that a file is in: `file:///a/b/brief.md` -> `b`. */
export function folderNameOf(uri: string): string {
  return fileNameOf(uri.replace(/\/[^/]*$/, ''));
}

/** How a file is read, by its name: a mail or a page is converted to Markdown, a mailbox has many mails. */
export type FileFormat = 'text' | 'mail' | 'mailbox' | 'page';

export function formatOf(name: string): FileFormat {
  const [, extension = ''] = /\.(eml|mbox|html?)$/i.exec(name) ?? [];
  switch (extension.toLowerCase()) {
    case 'eml':
      return 'mail';
    case 'mbox':
      return 'mailbox';
    case 'htm':
    case 'html':
      return 'page';
    default:
      return 'text';
  }
}

/** Whether a briefing is converted from its file, so that their line numbers differ. */
export function isConverted(uri: string): boolean {
  return formatOf(fileNameOf(uri)) !== 'text';
}

/** `Ferries_files/frame.html`: a file that a browser saved as a part of a page. */
const PART_OF_PAGE = /_files\/[^]*\.html?$/i;

/** Whether a path or a name is that of a briefing, in a folder of briefings. */
export function isBriefingName(path: string): boolean {
  return /\.(?:md|markdown|txt|briefing\.json|eml|html?)$/i.test(path) && !PART_OF_PAGE.test(path);
}
