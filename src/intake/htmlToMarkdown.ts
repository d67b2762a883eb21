import { readPage } from './html/readPage.ts';
import { withRemark } from './html/remark.ts';

/**
 * HTML as the Markdown that the parser reads best: what a person reads of it, every word meaning itself, every link
 * absolute and one that may be live. `address`: where the page is from. `remark`: what is said below it where it has more
 * than is read. Total: any string gives Markdown, if only ''.
 */
export function htmlToMarkdown(html: string, address?: string, remark = ''): string {
  return withRemark(readPage(html, address), remark);
}
