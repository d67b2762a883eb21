import * as vscode from 'vscode';
import { claimsOf } from '../../language/assist/claims.ts';
import { settings } from '../settings.ts';
import type { Drafts } from './drafts.ts';
import { plural } from '../plural.ts';

/** Shows the number of sources after each takeaway, as inlay hints, if the user has turned that on. */
export class SourceCounts implements vscode.InlayHintsProvider {
  readonly #drafts: Drafts;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listener: vscode.Disposable;
  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    this.#listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('briefings.showSourceCounts')) this.#changed.fire();
    });
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const briefing = settings().showSourceCounts ? this.#drafts.ofSmall(document) : undefined;
    if (!briefing) return [];
    return claimsOf(briefing).flatMap(({ end, sources }) => {
      if (!end || end.line < range.start.line || end.line > range.end.line) return [];
      const hint = new vscode.InlayHint(
        new vscode.Position(end.line, end.character),
        countOf(sources.length),
      );
      hint.paddingLeft = true;
      return [hint];
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }
}

function countOf(sources: number): string {
  const { t } = vscode.l10n;
  if (sources === 0) return t('no source of its own');
  return sources === 1 ? t('1 source') : plural('{0} sources', sources);
}
