/** `file:///a/My%20brief.md` -> `My brief.md`. */
export function fileNameOf(uri: string): string {
  const last = uri.replace(/[?#].*$/, '').replace(/^.*\//, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A `%` that is none of ours: the name as it is written.
  }
}

/** What the folder is called that a file lies in: `file:///a/b/brief.md` -> `b`. */
export function folderNameOf(uri: string): string {
  return fileNameOf(uri.replace(/\/[^/]*$/, ''));
}

/** How a file has to be read, by its name: a mail and a page are made Markdown of, a mailbox has many mails. */
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

/** Whether a file's lines are other ones than those of the briefing that is read from it. */
export function isConverted(uri: string): boolean {
  return formatOf(fileNameOf(uri)) !== 'text';
}

/** `Ferries_files/frame.html`: what a browser saves beside a page belongs to it. */
const PART_OF_PAGE = /_files\/[^]*\.html?$/i;

/** What a file of a folder of briefings is called: its path, or its name. */
export function isBriefingName(path: string): boolean {
  return /\.(?:md|markdown|txt|briefing\.json|eml|html?)$/i.test(path) && !PART_OF_PAGE.test(path);
}
