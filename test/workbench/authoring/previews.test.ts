import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { ReaderRestorer } from '../../../src/workbench/reader/readerRestorer.ts';
import {
  closeAll,
  file,
  label,
  parts,
  readerTabs,
  run,
  text,
  until,
  uriOf,
  writeAndHear,
} from '../support/parts.ts';

const BEFORE =
  '# Quay report\n\n## In brief\n\n- **Tugs:** Two are back.\n- **Crane:** Gone.\n\n## Weather\n\n';
const BRIEFING = `${BEFORE}${'Fog is expected.\n\n'.repeat(60)}## Tides\n\nThe tide is high.\n`;
const TUGS = 4;
const CRANE = 5;

async function moveTo(editor: vscode.TextEditor, line: number): Promise<void> {
  editor.selection = new vscode.Selection(line, 3, line, 3);
  await Promise.resolve();
}

/** Waits long enough for anything that should not happen. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 700));
}

describe('Open Briefing Preview to the Side', () => {
  const uri = file('briefings/quay.md');

  before(() => writeAndHear(uri, BRIEFING));
  beforeEach(closeAll);
  afterEach(async () => {
    await vscode.workspace.getConfiguration('briefings').update('markRead', undefined, true);
    for (const { document } of vscode.window.visibleTextEditors.filter(({ document }) => document.isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await closeAll();
  });
  after(async () => {
    const { library } = await parts();
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  async function opened(line = TUGS): Promise<vscode.TextEditor> {
    const editor = await vscode.window.showTextDocument(uri);
    await moveTo(editor, line);
    await run('openPreviewToSide');
    return editor;
  }

  it('opens beside the editor at the cursor, and leaves the focus there', async () => {
    const { readers } = await parts();
    const editor = await opened(CRANE);
    assert.equal(label(readers), 'Crane');
    assert.equal(vscode.window.activeTextEditor, editor);
    assert.ok(!readers.isActive);
    const [tab] = await until('its tab', () => readerTabs().length === 1 && readerTabs());
    assert.equal(tab?.label, 'Preview Quay report');
    assert.notEqual(tab.group.viewColumn, editor.viewColumn);
    await run('openPreviewToSide');
    assert.equal(readerTabs().length, 1, 'there is one of a text');
  });

  it('follows the cursor without taking the focus', async () => {
    const { readers } = await parts();
    const editor = await opened();
    assert.equal(label(readers), 'Tugs');
    await moveTo(editor, CRANE);
    await until('Crane', () => label(readers) === 'Crane');
    await moveTo(editor, BRIEFING.split('\n').indexOf('## Tides'));
    await until('the tides', () => text(readers) === 'The tide is high.');
    assert.equal(vscode.window.activeTextEditor, editor);
  });

  it('scrolls the editor to what is chosen in it, without moving focus or cursor', async () => {
    const { readers } = await parts();
    const editor = await opened();
    const cursor = editor.selection;
    const isSeen = (line: number) =>
      editor.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
    const tide = BRIEFING.split('\n').indexOf('The tide is high.');
    await until('the top', () => isSeen(0) && !isSeen(tide));
    await pause();
    const last = itemsIn(readers.requireCurrent().content.briefing).at(-1);
    readers.requireCurrent().choose(last?.id ?? '', 'item');
    await until('the tides in the editor', () => isSeen(tide));
    await pause();
    assert.equal(text(readers), 'The tide is high.');
    assert.ok(editor.selection.isEqual(cursor));
    // VS Code reports such a selection again, and late on a busy machine.
    editor.selections = [new vscode.Selection(0, 0, 0, 0), cursor];
    editor.selections = [cursor];
    await pause();
    assert.equal(text(readers), 'The tide is high.');
    assert.equal(vscode.window.activeTextEditor, editor);
    await moveTo(editor, CRANE);
    await until('the cursor', () => label(readers) === 'Crane');
    assert.ok(isSeen(tide), 'following the cursor scrolls nothing in the editor');
  });

  it('shows edits, and stays at the cursor', async () => {
    const { readers } = await parts();
    const editor = await opened(CRANE);
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(CRANE, 0), '- **Buoy:** Adrift.\n');
    });
    await until('the buoy', () =>
      itemsIn(readers.requireCurrent().content.briefing).some((one) => one.label === 'Buoy'),
    );
    await pause();
    assert.equal(label(readers), 'Crane');
    const end = editor.document.lineAt(CRANE + 1).range.end;
    await moveTo(editor, CRANE + 1);
    await editor.edit((builder) => {
      builder.insert(end, ' It was seen.');
    });
    await until('its words', () => text(readers) === 'Gone. It was seen.');
  });

  for (const rule of ['opened', 'viewed'] as const)
    it(`does not mark what the cursor has passed as read: ${rule}`, async () => {
      await vscode.workspace.getConfiguration('briefings').update('markRead', rule, true);
      const { readers, readingLog, library } = await parts();
      const { key } = await (async () => {
        const entry = await library.open(uri.toString());
        assert.ok(entry?.kind === 'briefing');
        const [first] = itemsIn(entry.briefing);
        assert.ok(first);
        return first;
      })();
      const read = () => {
        const { briefing } = readers.requireCurrent().content;
        return itemsIn(briefing).flatMap((item) => (readingLog.isRead(item.key) ? (item.label ?? '') : []));
      };
      await readingLog.markRead([key], false);
      const editor = await opened();
      const before = readingLog.lastPlace();
      for (const line of [CRANE, TUGS]) {
        await moveTo(editor, line);
        await new Promise((resolve) => setTimeout(resolve, 1800));
      }
      assert.deepEqual(read(), []);
      assert.deepEqual(readingLog.lastPlace(), before, 'and reading has stopped nowhere');
    });

  it('marks as read only while it has the focus', async () => {
    const { readers } = await parts();
    const { document, viewColumn = vscode.ViewColumn.One } = await opened();
    const reader = readers.requireCurrent();
    await until('the editor’s focus', () => !reader.isForReading);
    // A page that is still loading cannot take the focus: a person would click again.
    await until('the focus', async () => {
      if (reader.isForReading) return true;
      await vscode.window.showTextDocument(document, { viewColumn });
      reader.panel.focus();
      return until('it', () => reader.isForReading, 2000).catch(() => false);
    });
    await vscode.window.showTextDocument(document, { viewColumn });
    await until('the editor’s focus again', () => !reader.isForReading);
  });

  it('works for an untitled document in any language', async () => {
    const { readers, library } = await parts();
    const draft = await vscode.workspace.openTextDocument({ language: 'markdown', content: BEFORE });
    const editor = await vscode.window.showTextDocument(draft);
    await moveTo(editor, CRANE);
    await run('openPreviewToSide');
    assert.equal(label(readers), 'Crane');
    assert.equal(uriOf(readers), draft.uri.toString());
    await moveTo(editor, TUGS);
    await until('Tugs', () => label(readers) === 'Tugs');
    await vscode.languages.setTextDocumentLanguage(draft, 'plaintext');
    await editor.edit((builder) => {
      builder.insert(new vscode.Position(TUGS + 1, 0), '- **Buoy:** Adrift.\n');
    });
    await until('the buoy', () => readers.content?.briefing.text.includes('Buoy'));
    await vscode.languages.setTextDocumentLanguage(draft, 'markdown');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('its end', () => !library.get(draft.uri.toString()));
  });

  it('switches to the file when its document is saved', async () => {
    const { readers, library } = await parts();
    const saved = file('saved-draft.md');
    const draft = await vscode.workspace.openTextDocument(saved.with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(draft);
    await editor.edit((builder) => {
      // With another title, because a deleted file may be found again by its title.
      builder.insert(new vscode.Position(0, 0), BEFORE.replace('Quay', 'Draft'));
    });
    await run('openPreviewToSide');
    assert.equal(uriOf(readers), draft.uri.toString());
    await draft.save();
    await until('the file', () => uriOf(readers) === saved.toString());
    assert.equal(readers.requireCurrent().panel.fault, undefined);
    const now = await vscode.window.showTextDocument(saved, { viewColumn: vscode.ViewColumn.One });
    await moveTo(now, CRANE);
    await until('Crane', () => label(readers) === 'Crane');
    await closeAll();
    await vscode.workspace.fs.delete(saved);
    await until('its end', () => !library.get(saved.toString()));
  });

  it('is still a preview after a reload', async () => {
    const { readers, readingLog, library } = await parts();
    const panel = vscode.window.createWebviewPanel('kept', 'Kept', vscode.ViewColumn.One);
    const load = () => library.open(uri.toString());
    const done = Promise.resolve();
    const reading = { readers, readingLog, library, load, restored: done, allFilesRead: done };
    const restorer = new ReaderRestorer(reading);
    await restorer.deserializeWebviewPanel(panel, { uri: uri.toString(), preview: true });
    assert.equal(panel.title, 'Preview Quay report');
    panel.dispose();
  });

  it('leaves other briefings to other tabs', async () => {
    const { readers, library } = await parts();
    await opened();
    const other = [...library.entries].find((one) => one.kind === 'briefing' && one.uri !== uri.toString());
    await run('openBriefing', vscode.Uri.parse(other?.uri ?? ''));
    assert.equal(readers.all.length, 2);
    await run('openBriefing', uri);
    assert.equal(readers.all.length, 2, 'and shows its own');
  });
});
