import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { importFiles } from '../../../src/workbench/intake/importFiles.ts';
import { importedMessage } from '../../../src/workbench/intake/importedFiles.ts';
import { LibraryDragAndDrop } from '../../../src/workbench/sidebar/dragAndDrop.ts';
import { PAGE } from '../support/letters.ts';
import { choose, file, nodeAt, parts, run, until, uriOf, write } from '../support/parts.ts';

const HARBOUR = file('briefings/2026-03-02-harbour-report.md');

describe('Adding a briefing', () => {
  afterEach(async () => {
    const { inbox, library } = await parts();
    await vscode.workspace
      .getConfiguration('briefings')
      .update('folders', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(inbox.folder, { recursive: true }).then(undefined, () => undefined);
    await run('refresh');
    await until('an empty inbox', () => ![...library.entries].some(({ uri }) => inbox.holds(uri)));
  });

  it('New Briefing from Clipboard saves it by date and title, and opens it', async () => {
    const { readers, inbox } = await parts();
    const text = '# Dock news\n\n2026-03-09\n\n## Key takeaways\n\n- **Crane:** repaired at last\n';
    await vscode.env.clipboard.writeText(text);
    await run('newFromClipboard');
    const uri = vscode.Uri.joinPath(inbox.folder, '2026-03-09-dock-news.md');
    assert.equal(readers.location?.uri, uri.toString());
    assert.equal(readers.item?.label, 'Crane');
    assert.equal(await read(uri), text);
    await run('newFromClipboard');
    assert.equal(readers.location.uri, uri.toString(), 'the same text is saved once');
    await vscode.env.clipboard.writeText(`${text}\n- **Tug:** sold\n`);
    await run('newFromClipboard');
    assert.equal(
      readers.location.uri,
      vscode.Uri.joinPath(inbox.folder, '2026-03-09-dock-news 2.md').toString(),
    );
  });

  it('saves it in a folder of the user if that is chosen', async () => {
    const { readers } = await parts();
    const own = vscode.Uri.joinPath(file('.'), '..', `chosen-${Date.now()}`);
    await vscode.workspace.fs.createDirectory(own);
    const settings = vscode.workspace.getConfiguration('briefings');
    const path = own.scheme === 'file' ? own.fsPath : own.toString();
    await settings.update('folders', [path], vscode.ConfigurationTarget.Global);
    await vscode.env.clipboard.writeText('# Chosen\n\n2026-03-09\n\n- **Place:** this one\n');
    await keepThere();
    assert.equal(uriOf(readers), vscode.Uri.joinPath(own, '2026-03-09-chosen.md').toString());
    // A page is added once, as in the inbox.
    await vscode.env.clipboard.writeText(PAGE);
    await keepThere();
    const page = uriOf(readers) ?? '';
    assert.ok(page.startsWith(`${own.toString()}/2026-11-19-ferries-stop-`), page);
    await keepThere();
    assert.equal(uriOf(readers), page);
    assert.equal((await vscode.workspace.fs.readDirectory(own)).length, 2);
    await vscode.workspace.fs.delete(own, { recursive: true });

    async function keepThere(): Promise<void> {
      // A page that has just opened would take the focus, which closes the box.
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await choose(run('newFromClipboard'), 1);
    }
  });

  it('keeps plain text, and text that is not a briefing, unchanged', async () => {
    const { readers } = await parts();
    const text = 'Just a line that someone copied, and nothing else.';
    await vscode.env.clipboard.writeText(text);
    await run('newFromClipboard');
    const uri = vscode.Uri.parse(readers.location?.uri ?? '');
    assert.match(uri.path, /\d{4}-\d\d-\d\d-just-a-line-that-someone-copied.*\.txt$/);
    assert.equal(await read(uri), text);
  });

  it('converts HTML', async () => {
    const { readers, inbox } = await parts();
    await vscode.env.clipboard.writeText(
      '<html><body><h1>Morning</h1><ul><li><b>Crane:</b> repaired</li></ul></body></html>',
    );
    await run('newFromClipboard');
    assert.equal(readers.item?.label, 'Crane');
    const [name = ''] = (await vscode.workspace.fs.readDirectory(inbox.folder))[0] ?? [];
    assert.match(name, /^\d{4}-\d\d-\d\d-morning-[\da-f]{8}\.md$/);
    assert.match(
      await read(vscode.Uri.joinPath(inbox.folder, name)),
      /^---\ntitle: Morning\ndate: .*\nid: .*\nfetched: .*\n---\n\n- \*\*Crane:\*\* repaired\n$/,
    );
  });

  it('says so if the clipboard has no text, or only an address', async () => {
    const { readers, library } = await parts();
    const { size } = library;
    for (const text of [' \n', '<html><body></body></html>', 'https://www.reuters.com/world/foo']) {
      await vscode.env.clipboard.writeText(text);
      await run('newFromClipboard');
      assert.equal(readers.location, undefined, text);
      assert.equal(library.size, size, text);
    }
  });

  it('copies files that are dropped, and moves none', async () => {
    const { inbox, library } = await parts();
    const letter = file('letter.md');
    const { copies, failed } = await importFiles(
      inbox,
      [letter, letter, file('missing.md'), file('a.png')],
      [],
    );
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

  it('copies nothing outside of the inbox, whatever its name is', async () => {
    const { inbox } = await parts();
    const loose = ['../outside.md', '..\\outside.md', '/outside.md', 'NUL.md'].map((name) => ({
      name,
      data: () => Promise.resolve(new TextEncoder().encode('# Outside\n')),
    }));
    const { copies, failed } = await importFiles(inbox, [file('..%2Foutside.md')], loose);
    assert.deepEqual([copies, failed.length], [[], 5]);
    const around = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(inbox.folder, '..'));
    assert.ok(!around.some(([found]) => found.includes('outside')), String(around));
  });

  it('reports what was copied and what was not', () => {
    const { copies, failed } = {
      copies: [file('a.md'), file('b.md')],
      failed: ['a.png', 'b.png', 'c.png', 'd.png'].map((name) => ({ name, reason: 'it is no briefing' })),
    };
    const nothing = { known: [], leftOut: { count: 0 }, isStopped: false };
    const refused = '“a.png” was not copied: it is no briefing.';
    assert.deepEqual(
      [
        importedMessage({ ...nothing, copies, failed }),
        importedMessage({ ...nothing, copies, failed: failed.slice(0, 2) }),
        importedMessage({ ...nothing, copies, failed: failed.slice(0, 1) }),
        importedMessage({ ...nothing, copies, failed: [] }),
        importedMessage({ ...nothing, copies: copies.slice(0, 1), failed: [] }),
        importedMessage({ ...nothing, copies: [], failed: [] }),
      ],
      [
        `${refused} 3 more were not copied either.`,
        `${refused} 1 more was not copied either.`,
        refused,
        '2 briefings copied to the inbox.',
        '1 briefing copied to the inbox.',
        '',
      ],
    );
  });

  it('New Briefing opens a template that is a briefing', async () => {
    const { readers } = await parts();
    await run('newBriefing');
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.languageId, 'markdown');
    await run('readAsBriefing');
    assert.equal(readers.item?.text, 'What this briefing is about, in two sentences.');
    await run('nextTakeaway');
    assert.equal(readers.item.label, 'Label');
    assert.equal(readers.item.references[0]?.title, 'Title of the source');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('Dragging', () => {
  it('provides a takeaway as a quotation with its source, and a briefing as Markdown', async () => {
    const { library, inbox, tree } = await parts();
    const controller = new LibraryDragAndDrop(library, tree, inbox, () => undefined);
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
      '> **Tugs:** Two of four are back in service.\n>\n> — Harbour report, 2026-03-02\n>\n> — [Port authority notice 14](<https://port.example/notices/14>)',
    );
    assert.match((await dragged()) ?? '', /^---\n[^]*# Harbour report\n[^]*- \*\*Tugs:\*\*/);
  });

  it('accepts files that are dropped on the tree', async () => {
    const { library, inbox, tree } = await parts();
    let copied: readonly vscode.Uri[] = [];
    const controller = new LibraryDragAndDrop(library, tree, inbox, ({ copies }) => (copied = copies));
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
