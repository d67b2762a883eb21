import * as vscode from 'vscode';
import type { Briefing } from '../../briefing/model.ts';
import { isRecord } from '../../base/isRecord.ts';
import { type Claim, claimsOf } from '../../language/assist/claims.ts';
import type { Obstacle } from '../../language/references/rearrange.ts';
import { renumberReferences, sortReferences } from '../../language/references/renumber.ts';
import type { TextEdit } from '../../language/textEdit.ts';
import { snippetOf } from '../../search/snippet.ts';
import { pathLabel } from '../labels.ts';
import { toRange } from '../toRange.ts';
import { HumanError } from '../errors.ts';
import { withoutIcons } from '../notify.ts';
import { separatorRow } from '../quickPick.ts';
import { cite, pickSource, citationRange } from './pickSource.ts';
import { findingsIn } from './diagnostics.ts';
import type { Drafts } from './drafts.ts';
import { workspaceEdit } from './edits.ts';
import type { LanguageFeatures } from './features.ts';

/** Commands for the briefing in the active editor. */
export const IMPLEMENTATIONS = {
  renumberReferences: (features: LanguageFeatures) => rearrange(features, renumberReferences),
  sortReferences: (features: LanguageFeatures) => rearrange(features, sortReferences),
  citeSource: chooseSource,
  showClaims,
};

async function rearrange(
  { drafts }: LanguageFeatures,
  editsOf: (briefing: Briefing) => readonly TextEdit[] | Obstacle,
): Promise<void> {
  const { editor, briefing } = activeDraft(drafts);
  const edits = editsOf(briefing);
  if (typeof edits === 'string') throw new HumanError(obstacleMessage(edits));
  if (edits.length === 0) throw new HumanError(vscode.l10n.t('The references are already in this order.'));
  await apply(editor.document, edits);
}

function obstacleMessage(obstacle: Obstacle): string {
  const { t } = vscode.l10n;
  switch (obstacle) {
    case 'none':
      return t('This briefing has no numbered references. Number them, and cite them as [1].');
    case 'several':
      return t(
        'This briefing lists its references in several places. Bring them together under one heading first.',
      );
    case 'mixed':
      return t('The references use different numbering styles. Use the same style for all of them first.');
    case 'twice':
      return t('Two references have the same number. Give each reference its own number first.');
    case 'unsure':
      return t(
        'Some citations in this briefing are ambiguous, so the numbers were not changed. Check the numbers in links, code or HTML.',
      );
    case 'undefined':
      return t(
        'A citation has no reference and could end up pointing to another one. Add its reference first.',
      );
  }
}

/** Cites a source. `argument`: the document and the finding, if it is called by a quick fix. */
async function chooseSource({ drafts, vocabulary }: LanguageFeatures, argument: unknown): Promise<void> {
  const { editor, briefing } = activeDraft(drafts);
  const { document } = editor;
  const code = isRecord(argument) && isRecord(argument['finding']) ? argument['finding']['code'] : undefined;
  // The finding may have moved in the meantime, so it is looked up again.
  const found = (findingsIn(document, drafts) ?? []).filter((one) => one.code === code);
  const nearest = found.sort(
    (a, b) => distance(a.range.start.line, editor) - distance(b.range.start.line, editor),
  )[0];
  const { version } = document;
  const choice = await pickSource(briefing, await vocabulary.load());
  if (!choice) return;
  const at = (nearest && citationRange(nearest, briefing)) ?? editor.selection;
  const isCurrent = document.version === version && !document.isClosed;
  if (!isCurrent || !(await cite(editor, briefing, at, choice)))
    throw new HumanError(vscode.l10n.t('The source could not be cited here. Try again.'));
  await vscode.window.showTextDocument(document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
  });
}

function distance(line: number, { selection }: vscode.TextEditor): number {
  return Math.abs(line - selection.active.line);
}

/** Lists the takeaways, those without a source first, and goes to the chosen one. */
async function showClaims({ drafts }: LanguageFeatures): Promise<void> {
  const { t } = vscode.l10n;
  const { editor, briefing } = activeDraft(drafts);
  const claims = claimsOf(briefing);
  if (claims.length === 0) throw new HumanError(t('This briefing has no takeaways yet.'));
  const rows = (some: readonly Claim[]) =>
    some.map((claim) => ({
      label: withoutIcons(claim.label || snippetOf(claim.text, [], 80).text),
      description: withoutIcons(claim.label ? snippetOf(claim.text, [], 120).text : ''),
      detail: withoutIcons(claim.sources.map(({ title }) => title).join(' · ')),
      claim,
    }));
  const without = rows(claims.filter(({ isSourced }) => !isSourced));
  const others = rows(claims.filter(({ isSourced }) => isSourced));
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { claim?: Claim }>(
    [
      ...(without.length > 0 ? [separatorRow(t('Without a Source')), ...without] : []),
      ...(others.length > 0 ? [separatorRow(t('Other Takeaways')), ...others] : []),
    ],
    { placeHolder: t('Go to a takeaway'), matchOnDescription: true },
  );
  if (!picked?.claim) return;
  const start = toRange(picked.claim.range).start;
  const viewColumn = editor.viewColumn ?? vscode.ViewColumn.Active;
  await vscode.window.showTextDocument(editor.document, {
    viewColumn,
    selection: new vscode.Range(start, start),
  });
}

function activeDraft(drafts: Drafts): { readonly editor: vscode.TextEditor; readonly briefing: Briefing } {
  const editor = vscode.window.activeTextEditor;
  const briefing = editor && drafts.of(editor.document);
  if (!briefing)
    throw new HumanError(
      vscode.l10n.t(
        'There is no briefing in the active editor. Open one from the library, or run New Briefing.',
      ),
    );
  return { editor, briefing };
}

/** Applies edits. A read-only document is reported, even if VS Code claims to have changed it. */
async function apply(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<void> {
  const { version } = document;
  const done = await vscode.workspace.applyEdit(workspaceEdit(document, edits));
  if (!done || document.version === version)
    throw new HumanError(vscode.l10n.t('“{0}” cannot be changed.', pathLabel(document.uri)));
}
