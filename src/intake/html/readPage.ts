import { tidy } from '../../base/tidy.ts';
import { composeMarkdown } from '../../briefing/write/composeMarkdown.ts';
import { baseOf } from './addresses.ts';
import { AddressBudget } from './budgets.ts';
import { partsOfPage } from './pageParts.ts';
import { parsePage } from './parsePage.ts';

/** What a page says. */
export interface Page {
  /** Plain text: what stands in its window's frame. */
  readonly title?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly markdown: string;
  /** It has more than is read: its end, or the addresses of its last links, are missing, or its end is words alone. */
  readonly isCut?: boolean;
}

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i;

/** Reads a page, or a mail's HTML. `address`: where it is from, which its links may be relative to. Total. */
export function readPage(html: string, address?: string): Page {
  const page = parsePage(html);
  const title = tidy(page.title ?? '');
  const addresses = new AddressBudget();
  const parts = partsOfPage(page, baseOf(page.base, address), addresses);
  const language = page.language?.trim() ?? '';
  return {
    ...(title !== '' && { title }),
    ...(LANGUAGE.test(language) && { language }),
    markdown: composeMarkdown(parts),
    ...((page.isCut || addresses.isSpent) && { isCut: true }),
  };
}
