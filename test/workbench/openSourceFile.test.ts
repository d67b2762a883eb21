import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeReaders, file, HARBOUR, label, parts, run, takeawayNode, until } from './support/parts.ts';

describe('Open Source File', () => {
  beforeEach(closeReaders);

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens with the cursor before the current item, and Back to Reader returns', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('openSourceFile');
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), file(HARBOUR).toString());
    assert.ok(editor.selection.isEmpty);
    const { text } = editor.document.lineAt(editor.selection.active);
    assert.equal(text, '- **Tugs:** Two of four are back in service. [1]');
    assert.equal(editor.selection.active.character, 0);
    await run('backToReader');
    await until('the reader', () => readers.isActive);
    assert.equal(label(readers), 'Tugs');
  });

  it('clears an earlier selection', async () => {
    const { readers, parse } = await parts();
    const editor = await vscode.window.showTextDocument(file(HARBOUR));
    await vscode.commands.executeCommand('editor.action.selectAll');
    await until('all of it', () => !editor.selection.isEmpty);
    readers.open(file(HARBOUR).toString(), parse('Words alone.', ''));
    await run('openSourceFile');
    await until('nothing', () => vscode.window.activeTextEditor?.selection.isEmpty);
  });

  it('from the sidebar, there is no reader to return to', async () => {
    const { readers } = await parts();
    await run('openSourceFile', await takeawayNode(HARBOUR, 'Tugs'));
    await until('the editor', () => vscode.window.activeTextEditor);
    await run('backToReader');
    assert.ok(!readers.isActive);
  });

  it('opens nothing if the file no longer exists', async () => {
    const gone = vscode.Uri.joinPath(file(HARBOUR), '..', 'gone.md').toString();
    const { readers, parse } = await parts();
    readers.open(gone, parse('Words alone.', ''));
    await run('openSourceFile');
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.ok(
      !tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === gone),
    );
  });

  it('opens a text editor, even if the reader is the default editor', async () => {
    const associations = vscode.workspace.getConfiguration('workbench');
    const name = 'editorAssociations';
    await associations.update(name, { '*.md': 'briefings.editor' }, vscode.ConfigurationTarget.Global);
    try {
      await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
      await run('openSourceFile');
      await until('the editor', () => vscode.window.activeTextEditor);
    } finally {
      await associations.update(name, undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
