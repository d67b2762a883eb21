import * as vscode from 'vscode';
import type { Reference } from '../../briefing/model.ts';
import { shownReference } from '../../briefing/render/shownReference.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';
import { citeReference } from '../../briefing/write/cite.ts';
import { announce, withoutIcons } from '../notify.ts';
import { HumanError } from '../errors.ts';
import { placeLabel } from '../labels.ts';
import { openExternal } from '../links/openExternal.ts';
import type { Command, CommandContext } from './commandContext.ts';
import { resolveNode, resolveItem } from './resolveArguments.ts';

/** Opens a reference's link outside of VS Code. */
export const openReference: Command = async (context, argument) => {
  const url = await pickReferenceUrl(context, argument, vscode.l10n.t('Open a reference'));
  if (url) await openExternal(url.href);
};

export const copyReferenceLink: Command = async (context, argument) => {
  const url = await pickReferenceUrl(context, argument, vscode.l10n.t('Copy a reference’s link'));
  if (!url) return;
  await vscode.env.clipboard.writeText(url.href);
  announce(context.readers, vscode.l10n.t('Reference link copied.'));
};

/** Copies a reference, or all references of an item, as plain text: title, site and address. */
export const copyCitation: Command = async (context, argument) => {
  const { t } = vscode.l10n;
  const references = referencesOf(context, argument);
  if (references.length === 0) throw new HumanError(t('There is no reference for this item.'));
  await vscode.env.clipboard.writeText(references.map(citeReference).join('\n'));
  context.walkthrough.onCited();
  announce(context.readers, t('Citation copied.'));
};

/**
 * Returns the safe URL that a command acts on: of its reference, or of one of the item's references. Asks if there are
 * several.
 */
export async function pickReferenceUrl(
  context: CommandContext,
  argument: unknown,
  placeHolder: string,
): Promise<URL | undefined> {
  const references = referencesOf(context, argument);
  const live = references.flatMap((reference) => {
    const url = safeUrl(reference.url ?? '');
    return url ? [{ reference, url }] : [];
  });
  if (references.length === 0) throw new HumanError(vscode.l10n.t('There is no reference for this item.'));
  if (live.length === 0) {
    throw new HumanError(vscode.l10n.t('The briefing has no link for “{0}”.', references[0]?.title ?? ''));
  }
  if (live.length === 1) return live[0]?.url;
  const picked = await context.keys.whileAsking(async () => {
    const markOf = await citationMarks(context, argument);
    const rows = live.map(({ reference, url }) => ({
      ...rowOf(reference, markOf(reference)),
      detail: withoutIcons(url.href),
      url,
    }));
    return vscode.window.showQuickPick(rows, { placeHolder, matchOnDetail: true });
  });
  return picked?.url;
}

/** Returns a function that gives the mark by which the text in the reader cites a reference, `[17] `; '' if it has none. */
async function citationMarks(
  { readers }: CommandContext,
  argument: unknown,
): Promise<(reference: Reference) => string> {
  const content = resolveNode(argument) ? undefined : readers.content;
  if (!content) return () => '';
  const { structureOf } = await import('../../briefing/structure/structure.ts');
  const { references } = structureOf(content.briefing);
  return (reference) => {
    const label = references.labelOf(reference);
    return label === undefined ? '' : `[${label}] `;
  };
}

/**
 * Returns the references that a command acts on: for a section those of its own text, each once, as that text may be
 * divided.
 */
function referencesOf(context: CommandContext, argument: unknown): readonly Reference[] {
  const node = resolveNode(argument);
  if (node?.kind === 'reference') return [node.reference];
  const own = node?.kind === 'section' ? node.passages : [];
  return own.length > 0
    ? [...new Set(own.flatMap(({ item }) => item.references))]
    : resolveItem(context, argument).references;
}

function rowOf(reference: Reference, mark: string): { label: string; description?: string } {
  const shown = shownReference(reference);
  const where = placeLabel(shown);
  return {
    label: withoutIcons(`${mark}${shown.name}`),
    ...(where !== '' && { description: withoutIcons(where) }),
  };
}
