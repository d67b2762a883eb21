import { readPage } from './html/readPage.ts';
import { withRemark } from './html/remark.ts';

/**
 * Converts HTML to the Markdown that the parser reads best: the visible text, escaped, with absolute links that are
 * safe to open. `address`: where the page is from; `remark`: added at the end if only part of the page was read.
 * Never throws; any string gives Markdown, possibly ''.
 */
export function htmlToMarkdown(html: string, address?: string, remark = ''): string {
  return withRemark(readPage(html, address), remark);
}
