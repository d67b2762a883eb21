import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeReaders, file, HARBOUR, label, parts, run, until, writeAndHear } from './support/parts.ts';

describe('Read as Briefing', () => {
  beforeEach(closeReaders);
  after(closeReaders);

  it('reads a saved feed, and other XML as the text that it is', async () => {
    const { readers, library } = await parts();
    const item = '<item><title>Ferry stops</title><description>It stops on Monday.</description></item>';
    for (const [text, expected] of [
      [`<rss version="2.0"><channel><title>Harbour</title>${item}</channel></rss>`, 'Ferry stops'],
      ['<note>It stops.</note>', undefined],
    ] as const) {
      const uri = file('saved.xml');
      await writeAndHear(uri, text);
      await run('readAsBriefing', uri);
      assert.ok(readers.item);
      if (expected !== undefined) assert.equal(label(readers), expected);
      await vscode.workspace.fs.delete(uri);
      await until('its end', () => !library.get(uri.toString()));
    }
  });

  it('opens a file that no glob matches, and an unsaved document', async () => {
    const { readers, library } = await parts();
    const uri = file('elsewhere.md');
    await writeAndHear(
      uri,
      '# Elsewhere\n\n## Highlights\n\n- **Only on request:** it is read when asked for\n',
    );
    await run('readAsBriefing', uri);
    assert.equal(label(readers), 'Only on request');
    assert.ok(library.get(uri.toString()));
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# Draft\n\n## Highlights\n\n- **Unsaved:** and read all the same\n',
    });
    await vscode.window.showTextDocument(document);
    await run('readAsBriefing');
    assert.equal(label(readers), 'Unsaved');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the draft gone', () => !library.get(document.uri.toString()));
  });

  it('keeps the file in the tree while its tab is open', async () => {
    const { readers, library } = await parts();
    const [uri, other] = [file('asked-for.md'), file(HARBOUR)];
    await writeAndHear(uri, '# Asked for\n\n## Highlights\n\n- **Once:** read\n');
    const isThere = () => library.get(uri.toString()) !== undefined;
    await run('readAsBriefing', uri);
    // It stays when its tab shows another briefing.
    await run('openBriefing', other);
    await run('openInNewTab', uri);
    assert.equal(readers.all.length, 2);
    readers.requireCurrent().dispose();
    await until('one tab', () => readers.all.length === 1);
    assert.ok(isThere());
    await closeReaders();
    await until('its end', () => !isThere());
    assert.ok(library.get(other.toString()), 'what a folder holds stays');
    await run('readAsBriefing', uri);
    assert.ok(isThere());
    await closeReaders();
    await until('its end', () => !isThere());
    await vscode.workspace.fs.delete(uri);
  });
});
