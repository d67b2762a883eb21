import { languageTag } from '../../briefing/text/languageTag.ts';
import { composeMarkdown } from '../../briefing/write/composeMarkdown.ts';
import { baseOf } from './addresses.ts';
import { AddressBudget } from './budgets.ts';
import { partsOfPage } from './pageParts.ts';
import { parsePage } from './parsePage.ts';

/** The content of a page. */
export interface Page {
  /** A BCP 47 tag. */
  readonly language?: string | undefined;
  readonly markdown: string;
  /**
   * Whether the page was too long: its end or the addresses of its last links are missing, or its end is plain text.
   */
  readonly isCut?: boolean | undefined;
}

/** Converts a page, or the HTML of a mail. `address`: where it is from, to resolve relative links. Never throws. */
export function readPage(html: string, address?: string): Page {
  const page = parsePage(html);
  const addresses = new AddressBudget();
  const parts = partsOfPage(page, baseOf(page.base, address), addresses);
  return {
    language: languageTag(page.language ?? ''),
    markdown: composeMarkdown(parts),
    isCut: page.isCut || addresses.isSpent || undefined,
  };
}
