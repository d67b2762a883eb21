import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { ReaderRestorer } from '../../../src/workbench/reader/readerRestorer.ts';
import { file, parts, until, writeAndHear } from '../support/parts.ts';

describe('A reader of a file that was moved while the window was closed', () => {
  const [old, renamed, other, lone] = ['old', 'new', 'other', 'lone'].map((name) =>
    file(`briefings/${name}-name.md`),
  ) as [vscode.Uri, vscode.Uri, vscode.Uri, vscode.Uri];

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { library } = await parts();
    for (const uri of [renamed, other, lone]) {
      await vscode.workspace.fs.delete(uri);
      await until('its end', () => !library.get(uri.toString()));
    }
  });

  it('shows it under its new name, if it has the title and the item', async () => {
    const { readers, readingLog, library } = await parts();
    await writeAndHear(other, '# Harbour moves\n\n- **Tug:** It is red.\n');
    await writeAndHear(lone, '# Harbour closes\n\n- **Tug:** It is gone.\n');
    await writeAndHear(renamed, '# Harbour moves\n\n- **Quay:** It is shut.\n- **Pier:** It is open.\n');
    const opened = await library.open(renamed.toString());
    assert.ok(opened?.kind === 'briefing');
    const done = Promise.resolve();
    const load = (uri: vscode.Uri) => library.open(uri.toString());
    const restorer = new ReaderRestorer({
      readers,
      readingLog,
      library,
      load,
      restored: done,
      allFilesRead: done,
    });
    const restore = async (title: string, id: string) => {
      const panel = vscode.window.createWebviewPanel('moved', title, vscode.ViewColumn.One);
      await restorer.deserializeWebviewPanel(panel, { uri: old.toString(), id });
      return readers.all.find((reader) => reader.panel.panel === panel)?.content;
    };
    const { id } = itemsIn(opened.briefing)[1] ?? { id: '' };
    const content = await restore('Harbour moves', id);
    assert.equal(content?.uri, renamed.toString());
    assert.equal(content.landmark?.id, id);
    for (const [title, item] of [
      ['Harbour stays', id],
      ['Harbour moves', 'gone'],
    ] as const)
      assert.equal(await restore(title, item), undefined, title);
    // With nothing else of that title, it need not be the same item.
    assert.equal((await restore('Harbour closes', 'end'))?.uri, lone.toString());
  });
});
