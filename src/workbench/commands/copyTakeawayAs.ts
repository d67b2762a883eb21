import * as vscode from 'vscode';
import type { Command } from './context.ts';
import { copyAs, type CopyFormat } from './copyAs.ts';
import { quotationsMeant } from './quotationsMeant.ts';

/** Copies takeaways with their sources, as what the person chooses. */
export const copyTakeawayAs: Command = async (context, argument, selection) => {
  const { t } = vscode.l10n;
  const quotations = await quotationsMeant(context, argument, selection);
  const formats: readonly (vscode.QuickPickItem & { readonly format: CopyFormat })[] = [
    { label: t('Markdown'), description: t('a quotation with its links'), format: 'markdown' },
    { label: t('Plain Text'), description: t('for anywhere'), format: 'text' },
    { label: t('HTML'), description: t('a quotation for web pages'), format: 'html' },
    { label: t('BibTeX'), description: t('the sources, for LaTeX'), format: 'bibtex' },
    { label: t('CSL-JSON'), description: t('the sources, for Zotero and Pandoc'), format: 'csl' },
  ];
  const picked = await vscode.window.showQuickPick(formats, { placeHolder: t('Copy as') });
  if (picked) await copyAs(context, quotations, picked.format);
};
