import * as vscode from 'vscode';
import { localDay } from '../../../library/days.ts';
import { itemNodesUnder } from '../../../library/tree/nodes.ts';
import { bibtex } from '../../../share/bibtex.ts';
import { cslJson } from '../../../share/cslJson.ts';
import { linkPath } from '../../../share/link.ts';
import type { Quotation } from '../../../share/quotation.ts';
import { quoteHtml } from '../../../share/quoteHtml.ts';
import { quoteMarkdown, quoteText } from '../../../share/quoteMarkdown.ts';
import { announce } from '../../notify.ts';
import { HumanError } from '../../errors.ts';
import { EXTENSION_ID } from '../../extensionId.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { itemName } from '../itemNames.ts';
import { resolveQuotations, readBriefing, resolveNodeInFile } from '../resolveArguments.ts';
import { plural } from '../../plural.ts';

/** Copies the item with its briefing and its references, as plain text; for a section all that it holds. */
export const copyTakeaway: Command = async (context, argument) => {
  const quotations = await resolveQuotations(context, argument, undefined);
  await vscode.env.clipboard.writeText(quoteText(quotations));
  context.walkthrough.onCited();
  announce(context.readers, copiedMessage(quotations));
};

/** Copies items with their sources, in a format that the user picks. */
export const copyTakeawayAs: Command = async (context, argument, selection) => {
  const { t } = vscode.l10n;
  const quotations = await resolveQuotations(context, argument, selection);
  const picked = await vscode.window.showQuickPick(copyFormats(), { placeHolder: t('Copy as') });
  if (!picked) return;
  const words = picked.write(quotations);
  await vscode.env.clipboard.writeText(words);
  context.walkthrough.onCited();
  // Extensions can only write plain text. So the page of a focused reader adds the markup, if the browser allows it.
  if (picked.isMarkup) context.readers.copy(words, quoteText(quotations));
  announce(context.readers, copiedMessage(quotations));
};

function copiedMessage([first, ...others]: readonly Quotation[]): string {
  return first && others.length === 0
    ? vscode.l10n.t('“{0}” copied.', itemName(first.item))
    : plural('{0} items copied.', others.length + 1);
}

/** A format in which items can be copied. */
interface CopyFormat extends vscode.QuickPickItem {
  write(quotations: readonly Quotation[]): string;
  readonly isMarkup?: boolean;
}

/** Returns all formats. The last two hold only the sources, none of the items' words. */
function copyFormats(): readonly CopyFormat[] {
  const { t } = vscode.l10n;
  const today = localDay(new Date());
  return [
    { label: t('Markdown'), description: t('a quotation with its links'), write: quoteMarkdown },
    { label: t('Plain Text'), description: t('works anywhere'), write: quoteText },
    { label: t('HTML'), description: t('a quotation for web pages'), write: quoteHtml, isMarkup: true },
    { label: t('BibTeX'), description: t('the sources, for LaTeX'), write: (all) => bibtex(all, today) },
    {
      label: t('CSL-JSON'),
      description: t('the sources, for Zotero and Pandoc'),
      write: (all) => cslJson(all, today),
    },
  ];
}

/** Copies a link that opens an item or a briefing, wherever its file is. */
export const copyLink: Command = async (context, argument) => {
  const path = await pathOf(context, argument);
  const own = vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: EXTENSION_ID, path });
  const isWeb = vscode.env.uiKind === vscode.UIKind.Web;
  await vscode.env.clipboard.writeText(isWeb ? await webLink(own) : own.toString());
  announce(context.readers, vscode.l10n.t('Briefing link copied.'));
};

async function pathOf(context: CommandContext, argument: unknown): Promise<string> {
  const { readers } = context;
  const node = resolveNodeInFile(argument);
  if (node) {
    const briefing = await readBriefing(context, vscode.Uri.parse(node.uri));
    const item = node.kind === 'item' || node.kind === 'section' ? itemNodesUnder(node)[0]?.item : undefined;
    return linkPath(briefing, item);
  }
  if (!readers.content) throw new HumanError(vscode.l10n.t('Open a briefing first.'));
  return linkPath(readers.content.briefing, readers.item);
}

/** Returns an http address for a link, if the host knows one: a browser cannot open the editor's own scheme. */
async function webLink(uri: vscode.Uri): Promise<string> {
  const external = await vscode.env.asExternalUri(uri);
  return external.scheme === 'https' || external.scheme === 'http' ? external.toString(true) : uri.toString();
}
