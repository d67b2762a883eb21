import * as vscode from 'vscode';
import { localDay } from '../../library/arrangement.ts';
import { bibtex } from '../../share/bibtex.ts';
import { cslJson } from '../../share/cslJson.ts';
import type { Quotation } from '../../share/quotation.ts';
import { quoteHtml } from '../../share/quoteHtml.ts';
import { quoteMarkdown } from '../../share/quoteMarkdown.ts';
import { quoteText } from '../../share/quoteText.ts';
import { confirm } from '../confirm.ts';
import type { CommandContext } from './context.ts';
import { copyHtml } from './copyHtml.ts';

/** As what takeaways can be copied. The last two are their sources, and nothing of their words. */
export type CopyFormat = 'markdown' | 'text' | 'html' | 'bibtex' | 'csl';

/** Copies takeaways with their sources, and says how many. */
export async function copyAs(
  context: CommandContext,
  quotations: readonly Quotation[],
  format: CopyFormat,
): Promise<void> {
  const { t } = vscode.l10n;
  if (format === 'html') await copyHtml(context, quoteHtml(quotations), quoteText(quotations));
  else await vscode.env.clipboard.writeText(written(quotations, format));
  const { length } = quotations;
  confirm(context.readers, length === 1 ? t('Takeaway copied.') : t('{0} takeaways copied.', length));
}

function written(quotations: readonly Quotation[], format: Exclude<CopyFormat, 'html'>): string {
  switch (format) {
    case 'markdown':
      return quoteMarkdown(quotations);
    case 'text':
      return quoteText(quotations);
    case 'bibtex':
      return bibtex(quotations, localDay(new Date()));
    case 'csl':
      return cslJson(quotations, localDay(new Date()));
  }
}
