import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bringIn } from '../../src/workbench/bringIn.ts';
import { LibraryDragAndDrop } from '../../src/workbench/sidebar/dragAndDrop.ts';
import { file, nodeAt, parts, run, until, write } from './parts.ts';

const HARBOUR = file('briefings/2026-03-02-harbour-report.md');

describe('Bringing a briefing in', () => {
  afterEach(async () => {
    const { inbox, library } = await parts();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inbox.folder, { recursive: true }).then(undefined, () => undefined);
    await run('refresh');
    await until('an empty inbox', () => ![...library.entries].some(({ uri }) => inbox.holds(uri)));
  });

  it('New Briefing from Clipboard keeps it by its date and title, and opens it', async () => {
    const { readers, inbox } = await parts();
    const text = '# Dock news\n\n2026-03-09\n\n## Key takeaways\n\n- **Crane:** repaired at last\n';
    await vscode.env.clipboard.writeText(text);
    await run('newFromClipboard');
    const uri = vscode.Uri.joinPath(inbox.folder, '2026-03-09-dock-news.md');
    assert.equal(readers.place?.uri, uri.toString());
    assert.equal(readers.takeaway?.label, 'Crane');
    assert.equal(await read(uri), text);
    await run('newFromClipboard');
    assert.equal(
      readers.place.uri,
      vscode.Uri.joinPath(inbox.folder, '2026-03-09-dock-news 2.md').toString(),
    );
  });

  it('keeps it in a folder of one’s own, where that is chosen', async () => {
    const { readers } = await parts();
    const own = vscode.Uri.joinPath(file('.'), '..', `chosen-${Date.now()}`);
    await vscode.workspace.fs.createDirectory(own);
    const settings = vscode.workspace.getConfiguration('briefings');
    const path = own.scheme === 'file' ? own.fsPath : own.toString();
    await settings.update('folders', [path], vscode.ConfigurationTarget.Global);
    await vscode.env.clipboard.writeText('# Chosen\n\n2026-03-09\n\n- **Place:** this one\n');
    const asking = run('newFromClipboard');
    await new Promise((resolve) => setTimeout(resolve, 700));
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await asking;
    assert.equal(readers.place?.uri, vscode.Uri.joinPath(own, '2026-03-09-chosen.md').toString());
    await settings.update('folders', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(own, { recursive: true });
  });

  it('takes plain text, and what is no briefing, without a change', async () => {
    const { readers } = await parts();
    const text = 'Just a line that someone copied, and nothing else.';
    await vscode.env.clipboard.writeText(text);
    await run('newFromClipboard');
    const uri = vscode.Uri.parse(readers.place?.uri ?? '');
    assert.match(uri.path, /\d{4}-\d\d-\d\d-just-a-line-that-someone-copied.*\.txt$/);
    assert.equal(await read(uri), text);
  });

  it('says so where the clipboard has no text', async () => {
    const { readers, library } = await parts();
    const { size } = library;
    await vscode.env.clipboard.writeText(' \n');
    await run('newFromClipboard');
    assert.equal(readers.place, undefined);
    assert.equal(library.size, size);
  });

  it('copies files that are dropped, and moves none', async () => {
    const { inbox, library } = await parts();
    const letter = file('letter.md');
    const { copies, failed } = await bringIn(inbox, [letter, letter, file('missing.md'), file('a.png')], []);
    assert.deepEqual(
      copies.map(({ path }) => path.replace(/^.*\//, '')),
      ['letter.md', 'letter 2.md'],
    );
    assert.deepEqual(
      failed.map(({ name }) => name),
      ['missing.md', 'a.png'],
    );
    assert.equal(await read(copies[0] ?? letter), await read(letter));
    await until('the copies', () => copies.every((uri) => library.get(uri.toString())));
  });

  it('New Briefing opens a template that is a briefing', async () => {
    const { readers } = await parts();
    await run('newBriefing');
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.languageId, 'markdown');
    await run('readAsBriefing');
    assert.equal(readers.takeaway?.label, 'Label');
    assert.equal(readers.takeaway.references[0]?.title, 'Title of the source');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('Dragging', () => {
  it('gives a takeaway as a quotation with its source, and a briefing as Markdown', async () => {
    const { library, inbox, sidebar } = await parts();
    const controller = new LibraryDragAndDrop(library, inbox, () => undefined);
    const dragged = async (id?: string) => {
      const data = new vscode.DataTransfer();
      await controller.handleDrag([await nodeAt(HARBOUR, id)], data);
      return data.get('text/plain')?.value as string | undefined;
    };
    const opened = await library.open(HARBOUR.toString());
    assert.ok(opened?.kind === 'briefing');
    const tugs = opened.briefing.sections[0]?.takeaways.find(({ label }) => label === 'Tugs');
    assert.equal(
      await dragged(tugs?.id),
      '> **Tugs:** Two of four are back in service.\n>\n> — [Port authority notice 14](<https://port.example/notices/14>)',
    );
    assert.match((await dragged()) ?? '', /^---\n[^]*# Harbour report\n[^]*- \*\*Tugs:\*\*/);
    assert.ok(sidebar.view);
  });

  it('takes files that are dropped on the tree', async () => {
    const { library, inbox } = await parts();
    let copied: readonly vscode.Uri[] = [];
    const controller = new LibraryDragAndDrop(library, inbox, ({ copies }) => (copied = copies));
    const data = new vscode.DataTransfer();
    const outside = file('elsewhere/dropped.md');
    await write(outside, '# Dropped\n');
    data.set('text/uri-list', new vscode.DataTransferItem(`# files\r\n${outside.toString()}\r\n`));
    await controller.handleDrop(undefined, data);
    assert.equal(copied.length, 1);
    assert.equal(await read(copied[0] ?? outside), '# Dropped\n');
    assert.equal(await read(outside), '# Dropped\n', 'it stays where it is');
    await vscode.workspace.fs.delete(file('elsewhere'), { recursive: true });
    await vscode.workspace.fs.delete(inbox.folder, { recursive: true });
    await run('refresh');
  });
});

async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}
