import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import type { ExtensionParts } from '../../../src/extension.ts';
import type { DeferredParts } from '../../../src/workbench/deferredParts.ts';
import type { TreeNode } from '../../../src/library/tree/nodes.ts';
import type { Readers } from '../../../src/workbench/reader/readers.ts';
import { itemKeys } from '../../../src/library/outline.ts';

/** The parts of the running extension, after its first listing. */
export async function parts(): Promise<ExtensionParts & DeferredParts> {
  const extension = vscode.extensions.getExtension<ExtensionParts>(EXTENSION_ID);
  if (!extension) throw new Error('The extension is not there.');
  const running = await extension.activate();
  const deferred = await running.whenDeferred();
  await running.allFilesRead;
  return { ...running, ...deferred };
}

/** A file of the open folder, which is a copy that tests may change. */
export function file(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function write(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
}

/**
 * Writes a file until VS Code reports the change. Its watcher does not report a file that comes and goes at
 * once, and may miss a change on a busy machine, neither of which tests of the library are about.
 */
export async function writeAndHear(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
  const heard = new Set<string>();
  const hear = (changed: vscode.Uri) => heard.add(changed.toString());
  watcher.onDidCreate(hear);
  watcher.onDidChange(hear);
  for (let attempt = 1; attempt <= 3 && !heard.has(uri.toString()); attempt++) {
    await write(uri, content);
    await until('the change', () => heard.has(uri.toString()), 4000).catch(() => undefined);
  }
  watcher.dispose();
}

/** Waits until a condition is true, because events of a real file system take time. The timeout is in ms. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  patience = 40_000,
): Promise<T> {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Never seen: ${what}`);
}

/** The tree node of a briefing, or of something in it by its id. */
export async function nodeAt(uri: vscode.Uri, id?: string): Promise<TreeNode> {
  const { tree } = await parts();
  // The sidebar follows the library with a delay.
  return until(`${uri.toString()} in the sidebar`, () => tree.find(uri.toString(), id));
}

/** The titles of the briefings in the library, and the problems of broken files. */
export async function titles(): Promise<string[]> {
  const { library } = await parts();
  return [...library.entries].map((entry) =>
    entry.kind === 'briefing' ? entry.outline.title : `${entry.problem.kind}: ${entry.uri}`,
  );
}

export async function run(command: string, ...values: unknown[]): Promise<void> {
  await vscode.commands.executeCommand(`briefings.${command}`, ...values);
}

/* A function, because TypeScript would narrow the type and miss that the state changes between two calls. */

export function label(readers: Readers): string | undefined {
  return readers.item?.label;
}

export function text(readers: Readers): string | undefined {
  return readers.item?.text;
}

export function uriOf(readers: Readers): string | undefined {
  return readers.location?.uri;
}

export function node(path: string, id: string): Promise<TreeNode> {
  return nodeAt(file(path), id);
}

export async function takeawayNode(path: string, label: string): Promise<TreeNode> {
  const { library } = await parts();
  const opened = await library.open(file(path).toString());
  const sections = opened?.kind === 'briefing' ? opened.briefing.sections : [];
  const takeaway = sections[0]?.takeaways.find((one) => one.label === label);
  assert.ok(takeaway);
  return node(path, takeaway.id);
}

export async function closeReaders(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const { readers } = await parts();
  await until('no reader', () => readers.location === undefined);
}

/** Hides the sidebar again after a command has shown a row: while it is visible, it follows the reader. */
export async function hideSidebar(): Promise<void> {
  await vscode.commands.executeCommand('workbench.view.explorer');
}

/** Closes all editors, and discards what was not saved. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isUntitled === true)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await closeReaders();
}

let drafts = 0;

/**
 * Opens an editor with text that is in no file. Each has a unique name, because VS Code may restore the text
 * of a discarded document with the same name.
 */
export async function openDraft(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const draft = await vscode.workspace.openTextDocument(vscode.Uri.parse(`untitled:draft-${++drafts}`));
  const document = await vscode.languages.setTextDocumentLanguage(draft, language);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((builder) => {
    builder.insert(new vscode.Position(0, 0), content);
  });
  return editor;
}

/** Chooses a row of a quick pick. No event says when it has opened, and until then the commands do nothing. */
export async function choose(asking: Promise<void>, row: number): Promise<void> {
  let isOpen = true;
  void asking.then(() => (isOpen = false));
  const select = async () => {
    await vscode.commands.executeCommand('quickInput.first');
    for (let i = 0; i < row; i++) await vscode.commands.executeCommand('quickInput.next');
  };
  await new Promise((resolve) => setTimeout(resolve, 700));
  await until('an answer', async () => {
    // The box may open between the two commands, so the row is selected again.
    await select();
    await select();
    if (isOpen) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return !isOpen;
  });
}

export function readerTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('briefings.reader'),
    );
}

export function hasTab(label: string): boolean {
  return readerTabs().some((tab) => tab.label === label);
}

/** Marks everything as unread, for suites that depend on that. */
export async function forgetReading(): Promise<void> {
  const { library, readingLog } = await parts();
  const keys = [...library.entries].flatMap((entry) =>
    entry.kind === 'briefing' ? itemKeys(entry.outline) : [],
  );
  await readingLog.markRead(
    keys.filter((key) => readingLog.isRead(key)),
    false,
  );
}

/** A briefing of the fixture. */
export const HARBOUR = 'briefings/2026-03-02-harbour-report.md';
