import * as vscode from 'vscode';
import type { Reference } from '../../briefing/model.ts';
import { safeUrl } from '../../briefing/safeUrl.ts';
import { HumanError } from '../humanError.ts';
import { withoutIcons } from '../inert.ts';
import type { CommandContext } from './context.ts';
import { nodeOf, takeawayOf } from './target.ts';

/** The live URL that a command means: of the reference it was called on, or of the takeaway's; asks if several. */
export async function pickReference(
  context: CommandContext,
  argument: unknown,
  placeHolder: string,
): Promise<URL | undefined> {
  const node = nodeOf(argument);
  const references = node?.kind === 'reference' ? [node.reference] : takeawayOf(context, argument).references;
  const live = references.flatMap((reference) => {
    const url = safeUrl(reference.url ?? '');
    return url ? [{ reference, url }] : [];
  });
  if (references.length === 0)
    throw new HumanError(vscode.l10n.t('The briefing gives no reference for this.'));
  if (live.length === 0) {
    throw new HumanError(vscode.l10n.t('The briefing gives no link for “{0}”.', references[0]?.title ?? ''));
  }
  if (live.length === 1) return live[0]?.url;
  const picked = await vscode.window.showQuickPick(
    live.map(({ reference, url }) => ({
      label: withoutIcons(reference.title),
      ...siteOf(reference),
      detail: withoutIcons(url.href),
      url,
    })),
    { placeHolder, matchOnDetail: true },
  );
  return picked?.url;
}

function siteOf({ site }: Reference): { description?: string } {
  return site === undefined ? {} : { description: withoutIcons(site) };
}
