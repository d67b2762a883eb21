import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { briefingKey } from '../../../src/briefing/text/wordsKey.ts';
import { resolvePlace } from '../../../src/library/progress/place.ts';
import { FOCUS_SETTLE_MS } from '../../../src/reader/messages.ts';
import { BriefingEditor } from '../../../src/workbench/reader/briefingEditor.ts';
import { ReaderRestorer } from '../../../src/workbench/reader/readerRestorer.ts';
import { itemKeys } from '../../../src/library/outline.ts';
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
} from '../support/parts.ts';

describe('The readers', () => {
  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { readers } = await parts();
    await until('no reader', () => readers.location === undefined);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Open in New Tab: opens beside the current one; a pinned tab is not reused', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('openInNewTab', await takeawayNode(HARBOUR, 'North quay'));
    assert.deepEqual(
      readers.all.map(({ item }) => item?.label),
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

  it('Reopen Editor With…: opens a file in the reader, which follows edits', async () => {
    const { readers, library } = await parts();
    const uri = file('reopened.md');
    await writeAndHear(uri, '# Reopened\n\n## Highlights\n\n- one\n');
    await vscode.commands.executeCommand('vscode.openWith', uri, 'briefings.editor');
    await until('its reader', () => uriOf(readers) === uri.toString());
    const { title = '' } = readers.content?.briefing ?? {};
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, '\n\n## Postscript\n\n- one more\n');
    await vscode.workspace.applyEdit(edit);
    await until('the edit', () =>
      readers.content?.briefing.sections.some((one) => one.title === 'Postscript'),
    );
    assert.equal(readers.content?.briefing.title, title);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('Next: brings the reader to the front, so that nothing is skipped unseen', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    const reader = readers.requireCurrent();
    await vscode.window.showTextDocument(file(HARBOUR));
    await until('it is behind', () => !reader.panel.panel.visible);
    await run('nextTakeaway');
    await until('it is in front', () => reader.panel.panel.visible);
    assert.equal(label(readers), 'Tugs');
  });

  it('Next Briefing twice at once: goes two briefings on', async () => {
    const { readers, tree } = await parts();
    const uris = tree.groups.flatMap(({ entries }) => entries).map(({ uri }) => uri);
    await run('openBriefing', vscode.Uri.parse(uris[0] ?? ''));
    await Promise.all([run('nextBriefing'), run('nextBriefing')]);
    assert.equal(uriOf(readers), uris[2]);
  });

  it('do not let a slow briefing replace one that was opened meanwhile', async () => {
    const { readers, library } = await parts();
    const uri = file('briefings/slow.md');
    await writeAndHear(uri, '# Slow\n\n## Highlights\n\n- **Late:** it comes\n');
    const node = await takeawayNode(HARBOUR, 'Tugs');
    await Promise.all([run('readAsBriefing', uri), run('openTakeaway', node)]);
    assert.equal(label(readers), 'Tugs');
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('keep a panel closed that is closed while its briefing is read', async () => {
    const { readers, readingLog, library } = await parts();
    const uri = file(HARBOUR);
    const document = await vscode.workspace.openTextDocument(uri);
    const panels: vscode.WebviewPanel[] = [];
    const load = async () => {
      const opened = await library.open(uri.toString());
      panels.at(-1)?.dispose();
      return opened;
    };
    const open = () => {
      const panel = vscode.window.createWebviewPanel('closed', 'Closed', vscode.ViewColumn.One);
      panels.push(panel);
      return panel;
    };
    const done = Promise.resolve();
    const reading = { readers, readingLog, library, load, restored: done, allFilesRead: done };
    await new BriefingEditor(reading).resolveCustomTextEditor(document, open());
    await new ReaderRestorer(reading).deserializeWebviewPanel(open(), { uri: uri.toString() });
    assert.equal(readers.all.length, 0);
  });

  it('ignore keys while a box is open', async () => {
    const { readers } = await parts();
    const pressNext = () => run('nextTakeaway', { key: 'reader' });
    const pause = () => new Promise((resolve) => setTimeout(resolve, 2 * FOCUS_SETTLE_MS));
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    const asked = run('search');
    await pressNext();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    assert.equal(label(readers), 'North quay');
    await run('nextTakeaway');
    assert.equal(label(readers), 'Tugs', 'that was chosen elsewhere');
    await run('previousTakeaway');
    await until('a key that means something', async () => {
      await pause();
      await pressNext();
      return label(readers) === 'Tugs';
    });
  });

  it('apply a key at once to what was chosen in the sidebar', async () => {
    const { readers } = await parts();
    const quay = await takeawayNode(HARBOUR, 'North quay');
    await run('openTakeaway', quay);
    // A new page takes the focus and reports that, which takes time.
    await new Promise((resolve) => setTimeout(resolve, 4 * FOCUS_SETTLE_MS));
    for (let i = 0; i < 5; i++) {
      await run('openTakeaway', quay);
      await run('nextTakeaway', { key: 'reader' });
      assert.equal(label(readers), 'Tugs');
    }
  });

  it('mark and star by the state of the item that the key before has led to', async () => {
    const { readers, readingLog } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    const { key = '' } = readers.item ?? {};
    await readingLog.markRead([key], false);
    /** Presses a key for which VS Code has chosen a command by the state of the item before. */
    const press = (command: string, isDone: () => boolean) =>
      until(command, async () => {
        // A key means nothing until the page has reported its focus.
        await new Promise((resolve) => setTimeout(resolve, FOCUS_SETTLE_MS));
        if (!isDone()) await run(command, { key: 'reader' });
        return isDone();
      });
    await press('markAsUnread', () => readingLog.isRead(key));
    await press('markAsRead', () => !readingLog.isRead(key));
    await press('unstar', () => readingLog.isStarred(key));
    await press('star', () => !readingLog.isStarred(key));
  });

  it('follow a file that is renamed', async () => {
    const { readers } = await parts();
    const [old, uri] = [file('briefings/old-name.md'), file('briefings/new-name.md')];
    const words = '# Renamed\n\n## Highlights\n\n- **One:** first\n- **Two:** second\n';
    await writeAndHear(old, words);
    await run('openBriefing', old);
    await run('nextTakeaway');
    await vscode.workspace.fs.rename(old, uri);
    await until('its new name', () => uriOf(readers) === uri.toString());
    assert.equal(label(readers), 'Two');
    await writeAndHear(uri, words.replace('second', 'second, corrected'));
    await until('the correction', () => text(readers) === 'second, corrected');
    await vscode.workspace.fs.delete(uri);
  });

  it('say that a file is gone, too large or binary while it is, and keep its words', async () => {
    const { readers, library } = await parts();
    const uri = file('briefings/damaged.md');
    const words = '# Damaged\n\n## Highlights\n\n- **One:** first\n- **Two:** second\n';
    await writeAndHear(uri, words);
    await run('openBriefing', uri);
    const fault = () => readers.requireCurrent().panel.fault ?? '';
    const damages: readonly (readonly [said: RegExp, damage: () => Thenable<void>])[] = [
      [/too large \(2\.2 MB/, () => writeAndHear(uri, `${words}${'x'.repeat(2_200_000)}`)],
      [/binary, not text/, () => writeAndHear(uri, new Uint8Array(1000))],
      [/The file no longer exists\./, () => vscode.workspace.fs.delete(uri)],
    ];
    for (const [said, damage] of damages) {
      await damage();
      await until(said.source, () => said.test(fault()));
      assert.match(fault(), /^This is the last version that could be read\. /);
      assert.equal(text(readers), 'first');
      await writeAndHear(uri, words);
      await until('no fault', () => fault() === '');
    }
    // Another briefing in the same tab has no such problem.
    await vscode.workspace.fs.delete(uri);
    await until('a fault', () => fault() !== '');
    await run('openBriefing', file(HARBOUR));
    assert.equal(fault(), '');
    assert.equal(library.get(uri.toString()), undefined);
  });

  it('say so in a custom editor too', async () => {
    const { readers } = await parts();
    const uri = file('briefings/edited.md');
    await writeAndHear(uri, '# Edited\n\n## Highlights\n\n- **One:** first\n');
    await vscode.commands.executeCommand('vscode.openWith', uri, 'briefings.editor');
    await until('the editor', () => uriOf(readers) === uri.toString());
    await vscode.workspace.fs.delete(uri);
    // An older VS Code closes the editor of a deleted file.
    await until('the fault, or the end', () => !readers.current || readers.current.panel.fault);
    if (readers.current) assert.equal(text(readers), 'first');
  });

  it('say that a file is empty or only has a title, and can go on to the next one', async () => {
    const { readers, options, library, readingLog } = await parts();
    // Other tests may have shown them for a moment.
    await readingLog.markRead(
      [...library.entries].flatMap((one) => (one.kind === 'briefing' ? itemKeys(one.outline) : [])),
      false,
    );
    // By folder, the examples come after it; by date, it may be the last of those from the same minute.
    options.set({ grouping: 'folder' });
    const page = () => readers.requireCurrent().panel.panel.webview.html.replace(/<dialog[^]*/, '');
    const cases = [
      ['', 'This file is empty.'],
      ['\n \n', 'This file is empty.'],
      ['# Nothing yet\n', 'This briefing has only a title.'],
      ['---\ntitle: Nothing yet\n---\n', 'This briefing has only a title.'],
    ] as const;
    for (const [at, [words, said]] of cases.entries()) {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const uri = file(`briefings/nothing-${at}.md`);
      await writeAndHear(uri, words);
      await run('openBriefing', uri);
      const shown = page().slice(page().indexOf('<div id="page">'));
      assert.ok(shown.includes(`<p class="nothing">${said}</p>`), JSON.stringify(words));
      assert.doesNotMatch(shown, /\d min|You have finished|The end/);
      if (at === cases.length - 1) {
        await run('nextTakeaway');
        await until('another briefing', () => uriOf(readers) !== uri.toString());
      }
      await vscode.workspace.fs.delete(uri);
    }
    options.set({ grouping: 'date' });
  });

  it('keep the place in a briefing whose title changes', async () => {
    const { readers, library, readingLog } = await parts();
    const uri = file('briefings/titled.md');
    const words = '# A title\n\n## Highlights\n\n- **One:** first here\n- **Two:** second here\n';
    await writeAndHear(uri, words);
    await run('openBriefing', uri);
    await run('nextTakeaway');
    await writeAndHear(uri, words.replace('A title', 'Another title'));
    await until('the title', () => readers.content?.briefing.title === 'Another title');
    const { briefing } = readers.requireCurrent().content;
    const place = readingLog.storedPlaceOf(briefingKey(briefing));
    assert.ok(place && resolvePlace(briefing, place).item?.id === readers.location?.id);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('follow an edit of the file, and keep its place', async () => {
    const { readers, library } = await parts();
    const uri = file('briefings/live.md');
    const before = '# Live\n\n## Highlights\n\n- **One:** new\n- **Two:** second\n';
    await writeAndHear(uri, before);
    await run('openBriefing', uri);
    await run('nextTakeaway');
    assert.equal(label(readers), 'Two');
    await writeAndHear(uri, before.replace('- **One', '- **Zero:** before\n- **One'));
    await until('the edit', () => readers.content?.briefing.sections[0]?.takeaways.length === 3);
    assert.equal(label(readers), 'Two');
    await writeAndHear(uri, before.replace('second', 'second, corrected'));
    await until('the correction', () => text(readers) === 'second, corrected');
    await vscode.workspace.fs.delete(uri);
    await until('the end of the file', () => !library.get(uri.toString()));
    assert.equal(text(readers), 'second, corrected', 'what is read stays on screen');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
