import * as vscode from 'vscode';
import { checkBriefing } from '../../language/checkBriefing.ts';
import type { Finding } from '../../language/rules.ts';
import { ruleMessage } from '../problemMessages.ts';
import { toRange } from '../toRange.ts';
import { settings } from '../settings.ts';
import { type Drafts, documentName } from './drafts.ts';

/** The `source` of our diagnostics. */
export const SOURCE = 'Briefings';

/** Debounce of typing, in ms. */
const DEBOUNCE = 300;
/** Debounce for a large text, which takes long to check, in ms. */
const LONG_PAUSE = 2000;

const SEVERITIES: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows findings for the briefings that are open in editors, while they are edited. */
export class Diagnostics implements vscode.Disposable {
  readonly #drafts: Drafts;
  readonly #collection = vscode.languages.createDiagnosticCollection('briefings');
  readonly #waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  readonly #listeners: readonly { dispose(): void }[];

  constructor(drafts: Drafts) {
    this.#drafts = drafts;
    const all = () => {
      for (const document of vscode.workspace.textDocuments) this.#check(document);
    };
    this.#listeners = [
      vscode.workspace.onDidOpenTextDocument((document) => {
        this.#checkOpened(document);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#checkSoon(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#forget(document);
        this.#collection.delete(document.uri);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('briefings.lint')) all();
      }),
      // A file may have been added to the library, or removed from it.
      drafts.onDidChangeLibrary((uris) => {
        for (const document of vscode.workspace.textDocuments) {
          const isOther =
            uris.has(document.uri.toString()) &&
            this.#collection.has(document.uri) !== drafts.isBriefing(document);
          if (isOther) this.#checkOpened(document);
        }
      }),
    ];
    all();
  }

  dispose(): void {
    for (const document of [...this.#waiting.keys()]) this.#forget(document);
    for (const one of this.#listeners) one.dispose();
    this.#collection.dispose();
  }

  /** Checks an opened document. A large one is checked a moment later, so that opening it takes no longer. */
  #checkOpened(document: vscode.TextDocument): void {
    if (this.#drafts.isLarge(document)) this.#checkSoon(document);
    else this.#check(document);
  }

  #checkSoon(document: vscode.TextDocument): void {
    this.#forget(document);
    const pause = this.#drafts.isLarge(document) ? LONG_PAUSE : DEBOUNCE;
    this.#waiting.set(
      document,
      setTimeout(() => {
        this.#waiting.delete(document);
        if (!document.isClosed) this.#check(document);
      }, pause),
    );
  }

  #check(document: vscode.TextDocument): void {
    const findings = findingsIn(document, this.#drafts);
    if (findings) this.#collection.set(document.uri, findings.map(toDiagnostic));
    else this.#collection.delete(document.uri);
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#waiting.get(document));
    this.#waiting.delete(document);
  }
}

/** Returns the findings in a document; undefined if it is not a briefing. */
export function findingsIn(document: vscode.TextDocument, drafts: Drafts): readonly Finding[] | undefined {
  const briefing = drafts.of(document);
  return briefing && checkBriefing(briefing, documentName(document), settings().lint);
}

function toDiagnostic(finding: Finding): vscode.Diagnostic {
  const { code, severity, range } = finding;
  const diagnostic = new vscode.Diagnostic(toRange(range), ruleMessage(finding), SEVERITIES[severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = code;
  if (code === 'uncited-reference' || code === 'empty-section')
    diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  return diagnostic;
}
