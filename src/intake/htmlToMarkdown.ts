import { readPage } from './html/readPage.ts';

/**
 * HTML as the Markdown that the parser reads best: what a person reads of it, every word meaning itself, every link
 * absolute and one that may be live. `address`: where the page is from. Total: any string gives Markdown, if only ''.
 */
export function htmlToMarkdown(html: string, address?: string): string {
  return readPage(html, address).markdown;
}
