import * as vscode from 'vscode';
import { ellipsize } from '../../base/shorten.ts';
import { tidy } from '../../base/tidy.ts';
import { type Fix, type FixContext, FIXES } from '../../language/fixes/fix.ts';
import { fixAll } from '../../language/fixes/fixAll.ts';
import { fixesFor } from '../../language/fixes/fixesFor.ts';
import type { Finding } from '../../language/rules.ts';
import { localDay } from '../../library/days.ts';
import { toRange } from '../toRange.ts';
import { settings } from '../settings.ts';
import { findingsIn, SOURCE } from './diagnostics.ts';
import { type Drafts, documentName } from './drafts.ts';
import { replacement, workspaceEdit } from './edits.ts';
import type { LibraryVocabulary } from './libraryVocabulary.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('briefings');
const MAX_DETAIL_LENGTH = 60;
/** Maximum number of findings in a selection for which fixes are offered one by one; for more there is Fix All. */
const MAX_FINDINGS = 10;

/** Offers fixes for diagnostics, computed from the current text. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  };
  readonly #drafts: Drafts;
  readonly #words: LibraryVocabulary;

  constructor(drafts: Drafts, words: LibraryVocabulary) {
    this.#drafts = drafts;
    this.#words = words;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const wantsAll = only?.contains(FIX_ALL) === true;
    const wantsFixes = !only || only.contains(vscode.CodeActionKind.QuickFix);
    if (!wantsAll && !(wantsFixes && diagnostics.some(({ source }) => source === SOURCE))) return [];
    const titles = await this.#words.load();
    const briefing = token.isCancellationRequested ? undefined : this.#drafts.of(document);
    if (!briefing) return [];
    const context: FixContext = {
      briefing,
      fileName: documentName(document),
      today: localDay(new Date()),
      titleOf: (url) => titles.titleOf(url),
    };
    if (wantsAll) return fixAllActions(document, context);
    const findings = findingsIn(document, this.#drafts) ?? [];
    return findings
      .filter((finding) => toRange(finding.range).intersection(range) !== undefined)
      .slice(0, MAX_FINDINGS)
      .flatMap((finding) => actionsFor(document, finding, context, diagnostics));
  }
}

function actionsFor(
  document: vscode.TextDocument,
  finding: Finding,
  context: FixContext,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const range = toRange(finding.range);
  const matching = diagnostics.filter(
    (one) => one.source === SOURCE && one.code === finding.code && one.range.isEqual(range),
  );
  const fixes = fixesFor(finding, context).map((fix) => {
    const action = new vscode.CodeAction(titleOf(fix), vscode.CodeActionKind.QuickFix);
    action.edit = workspaceEdit(document, fix.edits);
    action.isPreferred = fix.isPreferred === true;
    action.diagnostics = matching;
    return action;
  });
  if (finding.code !== 'no-reference' && finding.code !== 'undefined-citation') return fixes;
  const cite = new vscode.CodeAction(vscode.l10n.t('Cite a Source…'), vscode.CodeActionKind.QuickFix);
  const arguments_ = [{ uri: document.uri, finding }];
  cite.command = { command: 'briefings.citeSource', title: cite.title, arguments: arguments_ };
  cite.diagnostics = matching;
  // Before the last fix, which is always to ignore the finding.
  return [...fixes.slice(0, -1), cite, ...fixes.slice(-1)];
}

function fixAllActions(document: vscode.TextDocument, context: FixContext): vscode.CodeAction[] {
  const text = fixAll(context, settings().lint);
  if (text === undefined) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix All in This Briefing'), FIX_ALL);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, [replacement(document, text)]);
  return [action];
}

function titleOf({ kind, detail }: Fix): string {
  return vscode.l10n.t(FIXES[kind], ellipsize(tidy(detail), MAX_DETAIL_LENGTH));
}
