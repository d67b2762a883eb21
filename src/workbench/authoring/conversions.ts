import * as vscode from 'vscode';
import { type Conversion, convertToMarkdown } from '../../briefing/convertToMarkdown.ts';
import { PROBLEMS } from '../../briefing/problems.ts';
import { fileNameOf, isConverted } from '../../library/files/fileName.ts';
import { fileLabel, pathLabel } from '../labels.ts';
import { fileProblemMessage } from '../problemMessages.ts';
import { HumanError, reasonOf } from '../errors.ts';
import { convert } from '../intake/convert.ts';
import { inform, showInStatusBar } from '../notify.ts';

/** The scheme of the right side of a comparison, a read-only document. Its URI's query is the URI of the left side. */
const SCHEME = 'briefings-markdown';

/** Debounce of converting a text while it is edited, in ms. */
const DEBOUNCE = 300;

/** Compares texts with their canonical form, and replaces them once the user has seen it. */
export class Conversions implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners: vscode.Disposable;

  constructor() {
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const side = rightSideOf(document.uri);
        if (openText(side)) this.#refreshSoon(side);
      }),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#listeners.dispose();
  }

  /**
   * Returns the canonical form of the current text; or the text itself if it cannot be converted, so that nothing seems
   * to be removed.
   */
  async provideTextDocumentContent(side: vscode.Uri): Promise<string> {
    const document = await documentAt(sourceOf(side));
    const conversion = await conversionOf(document);
    return conversion.kind === 'converted' ? conversion.text : document.getText();
  }

  /**
   * Compares a text with its canonical form.
   * @throws HumanError if it cannot be converted, or is canonical already.
   */
  async show(source: vscode.Uri): Promise<void> {
    await this.#show(source, await documentAt(source));
    const { t } = vscode.l10n;
    const apply = t('Apply');
    const message = t(
      'This is “{0}” as Briefing Markdown. Nothing is changed until you apply it.',
      fileLabel(source),
    );
    void inform(message, apply).then((answer) => {
      if (answer === apply) void vscode.commands.executeCommand('briefings.applyConversion', source);
    });
  }

  /**
   * Replaces a text by the canonical form that is shown: a single undo step, and nothing is saved. If the file should
   * not become Markdown or cannot be changed, the form is opened as a new document.
   * @throws HumanError if the form is not the one that was shown.
   */
  async apply(source: vscode.Uri): Promise<void> {
    const document = await documentAt(source);
    const { version } = document;
    const text = await this.#convert(source, document);
    const shown = openText(rightSideOf(source));
    if (document.version !== version || !shown || withoutReturns(shown.getText()) !== withoutReturns(text)) {
      await this.#show(source, document);
      throw new HumanError(
        vscode.l10n.t('“{0}” has changed. Look at the comparison again, then apply it.', fileLabel(source)),
      );
    }
    if (!((await isReplaceable(document)) && (await replaceText(document, version, text))))
      await openAsNew(source, text);
    await closeComparison(source);
  }

  async #show(source: vscode.Uri, document: vscode.TextDocument): Promise<void> {
    await this.#convert(source, document);
    const side = rightSideOf(source);
    if (openText(side)) this.#changed.fire(side);
    const title = vscode.l10n.t('{0} ↔ Briefing Markdown', fileLabel(source));
    await vscode.commands.executeCommand('vscode.diff', source, side, title, { preview: false });
  }

  async #convert(source: vscode.Uri, document: vscode.TextDocument): Promise<string> {
    const conversion = await conversionOf(document);
    if (conversion.kind === 'converted') return conversion.text;
    const { t } = vscode.l10n;
    const name = fileLabel(source);
    throw new HumanError(
      conversion.kind === 'same'
        ? t('“{0}” is already Briefing Markdown.', name)
        : t('“{0}” was not converted. {1}', name, t(PROBLEMS[conversion.problem.code].message)),
    );
  }

  #refreshSoon(side: vscode.Uri): void {
    const key = side.toString();
    clearTimeout(this.#timers.get(key));
    const renew = () => {
      this.#timers.delete(key);
      this.#changed.fire(side);
    };
    this.#timers.set(key, setTimeout(renew, DEBOUNCE));
  }
}

/** Returns the text on the left side if a command was called on a comparison; or else what it was called on. */
export function sourceOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === SCHEME ? vscode.Uri.parse(uri.query, true) : uri;
}

/** Returns the text on the left side of the comparison in the active editor. */
export function comparedSource(): vscode.Uri | undefined {
  const side = rightSideIn(vscode.window.tabGroups.activeTabGroup.activeTab);
  return side && sourceOf(side);
}

/** Returns the URI of the right side. Its extension tells VS Code that it is Markdown. */
function rightSideOf(source: vscode.Uri): vscode.Uri {
  const path = `/${fileLabel(source).replace(/\.\w+$/, '')}.md`;
  return vscode.Uri.from({ scheme: SCHEME, path, query: source.toString() });
}

function rightSideIn(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === SCHEME
    ? input.modified
    : undefined;
}

function openText(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

async function documentAt(source: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(source);
  } catch (error) {
    throw new HumanError(
      vscode.l10n.t('“{0}” cannot be opened as text: {1}', pathLabel(source), reasonOf(error)),
    );
  }
}

/** Converts a document; for a mail, a page or a saved feed, the Markdown that is made of it for reading. */
async function conversionOf(document: vscode.TextDocument): Promise<Conversion> {
  const name = fileNameOf(document.uri.toString());
  if (!isConverted(document.uri.toString())) return convertToMarkdown(document.getText(), name);
  const bytes = new TextEncoder().encode(document.getText());
  const read = await convert(name, { bytes, modified: Date.now() });
  if (read && read.kind !== 'text') throw new HumanError(fileProblemMessage(read));
  return convertToMarkdown(read?.text ?? document.getText(), name);
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r', '');
}

/** Whether a document's text may be replaced: a writable Markdown file, or any untitled document. */
async function isReplaceable({ uri, isUntitled, languageId }: vscode.TextDocument): Promise<boolean> {
  if (isUntitled) return true;
  if (languageId !== 'markdown' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== true)
    return false;
  const { permissions = 0 } = await vscode.workspace.fs.stat(uri).then(undefined, () => ({ permissions: 0 }));
  return (permissions & vscode.FilePermission.Readonly) === 0;
}

/** Replaces a document's text. False if it is read-only, or was changed in the meantime. */
async function replaceText(document: vscode.TextDocument, version: number, text: string): Promise<boolean> {
  const viewColumn = columnOf(document.uri);
  const editor = await vscode.window.showTextDocument(document, {
    preview: false,
    ...(viewColumn !== undefined && { viewColumn }),
  });
  if (document.version !== version) return false;
  const end = document.lineAt(document.lineCount - 1).range.end;
  const done = await editor.edit((builder) => {
    builder.replace(new vscode.Range(new vscode.Position(0, 0), end), text);
  });
  // A read-only editor claims to have made the changes.
  if (!done || document.version === version) return false;
  const start = new vscode.Position(0, 0);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start));
  if (document.isUntitled) await vscode.languages.setTextDocumentLanguage(document, 'markdown');
  return true;
}

/** Returns the column in which a text is open in an editor of its own. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const isIts = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isIts))?.viewColumn;
}

async function openAsNew(source: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  await vscode.window.showTextDocument(document, { preview: false });
  showInStatusBar(
    vscode.l10n.t('“{0}” was not changed. The Markdown is in this new document.', fileLabel(source)),
  );
}

async function closeComparison(source: vscode.Uri): Promise<void> {
  const side = rightSideOf(source).toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(
    tabs.filter((tab) => rightSideIn(tab)?.toString() === side),
    true,
  );
}
