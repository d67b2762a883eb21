import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  file,
  HARBOUR,
  label,
  parts,
  readerTabs,
  run,
  takeawayNode,
  text,
  until,
  uriOf,
  writeAndHear,
} from './parts.ts';

describe('The readers', () => {
  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { readers } = await parts();
    await until('no reader', () => readers.place === undefined);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Open in New Tab: beside what is read, which stays; a pinned tab is not used again', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('openInNewTab', await takeawayNode(HARBOUR, 'North quay'));
    assert.deepEqual(
      readers.all.map(({ takeaway }) => takeaway?.label),
      ['Tugs', 'North quay'],
    );
    await until('two tabs', () => readerTabs().length === 2);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('one reader', () => readers.all.length === 1);
    assert.equal(label(readers), 'Tugs');
    await until('its tab', () => readerTabs()[0]?.isActive);
    await vscode.commands.executeCommand('workbench.action.pinEditor');
    await until('it is pinned', () => readerTabs()[0]?.isPinned);
    await run('nextBriefing');
    await until('another tab', () => readerTabs().length === 2);
    await vscode.commands.executeCommand('workbench.action.previousEditor');
    await vscode.commands.executeCommand('workbench.action.unpinEditor');
  });

  it('Reopen Editor With…: a file in the reader, which follows what is typed in it', async () => {
    const { readers, library } = await parts();
    const uri = file('reopened.md');
    await writeAndHear(uri, '# Reopened\n\n## Highlights\n\n- one\n');
    await vscode.commands.executeCommand('vscode.openWith', uri, 'briefings.editor');
    await until('its reader', () => uriOf(readers) === uri.toString());
    const { title = '' } = readers.shown?.briefing ?? {};
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, '\n\n## Postscript\n\n- one more\n');
    await vscode.workspace.applyEdit(edit);
    await until('the edit', () => readers.shown?.briefing.sections.some((one) => one.title === 'Postscript'));
    assert.equal(readers.shown?.briefing.title, title);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('follows an edit of the file, and keeps its place', async () => {
    const { readers, library } = await parts();
    const uri = file('briefings/live.md');
    const before = '# Live\n\n## Highlights\n\n- **One:** first\n- **Two:** second\n';
    await writeAndHear(uri, before);
    await run('openBriefing', uri);
    await run('nextTakeaway');
    assert.equal(label(readers), 'Two');
    await writeAndHear(uri, before.replace('- **One', '- **Zero:** before\n- **One'));
    await until('the edit', () => readers.shown?.briefing.sections[0]?.takeaways.length === 3);
    assert.equal(label(readers), 'Two');
    await writeAndHear(uri, before.replace('second', 'second, corrected'));
    await until('the correction', () => text(readers) === 'second, corrected');
    await vscode.workspace.fs.delete(uri);
    await until('the end of the file', () => !library.get(uri.toString()));
    assert.equal(text(readers), 'second, corrected', 'what is read stays on screen');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
