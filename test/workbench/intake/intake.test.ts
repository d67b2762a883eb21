import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problem } from '../../../src/briefing/problems.ts';
import { problemMessage } from '../../../src/workbench/problemMessages.ts';
import { BAD, NEWSLETTER, PAGE } from '../support/letters.ts';
import { closeAll, file, label, nodeAt, parts, run, until, uriOf, write } from '../support/parts.ts';

const FOLDER = file('briefings/received');
const LETTER = vscode.Uri.joinPath(FOLDER, 'letter.eml');
const FERRIES = vscode.Uri.joinPath(FOLDER, 'saved.html');

describe('A mail or page in a folder', () => {
  beforeEach(async () => {
    await closeAll();
    await write(LETTER, NEWSLETTER);
    await write(FERRIES, PAGE);
    await until('both', async () => {
      const { library } = await parts();
      return [LETTER, FERRIES].every((uri) => library.get(uri.toString())?.kind === 'briefing');
    });
  });
  after(async () => {
    await closeAll();
    const { library } = await parts();
    await vscode.workspace.fs.delete(FOLDER, { recursive: true });
    await until(
      'their end',
      () => ![...library.entries].some(({ uri }) => uri.startsWith(FOLDER.toString())),
    );
  });

  const opened = async (uri: vscode.Uri) => {
    const { library } = await parts();
    const found = await library.open(uri.toString());
    assert.ok(found?.kind === 'briefing');
    return found.briefing;
  };

  it('is a briefing with its subject, date, takeaways and sources, and is never written to', async () => {
    const { title, date, language, sections } = await opened(LETTER);
    assert.deepEqual(
      [title, date, language],
      ['Harbour letter: the ferry – and a crane', '2026-11-20', 'en'],
    );
    assert.deepEqual(
      sections[0]?.takeaways.map((one) => [one.label, one.references.map(({ url }) => url)]),
      [
        ['Night ferry', ['https://port.example/notices/14']],
        ['Crane', ['https://news.example/crane']],
        ['Fog', ['https://weather.example/bay']],
      ],
    );
    const page = await opened(FERRIES);
    assert.deepEqual([page.title, page.date, page.language], ['Ferries stop', '2026-11-19', 'en']);
    assert.equal(page.sections[0]?.takeaways[0]?.references[0]?.url, 'https://news.example/notice');
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(LETTER)), NEWSLETTER);
  });

  it('is read while it is edited, before it is saved', async () => {
    const document = await vscode.workspace.openTextDocument(FERRIES);
    await vscode.window.showTextDocument(document);
    const retype = async (from: string, to: string) => {
      const edit = new vscode.WorkspaceEdit();
      const start = document.positionAt(document.getText().indexOf(from));
      edit.replace(FERRIES, new vscode.Range(start, start.translate(0, from.length)), to);
      await vscode.workspace.applyEdit(edit);
      assert.ok(document.isDirty);
      await until(to, async () => (await opened(FERRIES)).sections[0]?.takeaways[0]?.label === to);
    };
    await retype('North line', 'South line');
    await retype('South line', 'North line');
    await document.save();
  });

  it('opens in place with Read as Briefing, and its source file without a selection', async () => {
    const { readers } = await parts();
    await run('readAsBriefing', LETTER);
    assert.equal(uriOf(readers), LETTER.toString());
    await run('nextTakeaway');
    assert.equal(label(readers), 'Night ferry');
    await run('openSourceFile');
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), LETTER.toString());
    assert.deepEqual(editor.selection, new vscode.Selection(0, 0, 0, 0));
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } };
    const found = problem('undecodable', range, 'Windows-1252');
    assert.doesNotMatch(problemMessage(found, LETTER.toString()), /^Line/);
    assert.match(problemMessage(found, file('a.md').toString()), /^Line 3/);
  });

  it('elsewhere is also read in place, and is listed while it is open', async () => {
    const { readers, library, inbox } = await parts();
    const uri = file('elsewhere.eml');
    await write(uri, NEWSLETTER);
    await run('readAsBriefing', uri);
    assert.equal(uriOf(readers), uri.toString());
    assert.ok(!inbox.holds(uri.toString()));
    await closeAll();
    await until('its end', () => !library.get(uri.toString()));
    await vscode.workspace.fs.delete(uri);
  });

  it('that cannot be read is a row with the reason', async () => {
    const { library, tree } = await parts();
    const bad = BAD.map(([name, content, kind]) => ({
      uri: vscode.Uri.joinPath(FOLDER, name),
      content,
      kind,
    }));
    for (const { uri, content } of bad) await write(uri, content);
    await run('refresh');
    for (const { uri, kind } of bad) {
      const entry = await until(uri.path, () => library.get(uri.toString()));
      assert.equal(entry.kind === 'broken' ? entry.problem.kind : entry.kind, kind, uri.path);
      const { description } = tree.getTreeItem(await nodeAt(uri));
      assert.match(String(description), /^\p{Lu}.*\.$/u, uri.path);
    }
  });

  it('that is empty is treated like any empty file', async () => {
    const { library } = await parts();
    const uris = ['empty.eml', 'empty.html'].map((name) => vscode.Uri.joinPath(FOLDER, name));
    for (const uri of uris) await write(uri, '');
    await run('refresh');
    for (const uri of uris) {
      const entry = await until(uri.path, () => library.get(uri.toString()));
      assert.equal(entry.kind === 'briefing' && entry.outline.problem?.code, 'empty', uri.path);
    }
  });

  it('with 200,000 nested tags is read to its last words', async () => {
    const uri = vscode.Uri.joinPath(FOLDER, 'deep.html');
    await write(uri, `<html><body>${'<div>'.repeat(200_000)}<p>At the bottom</p></body></html>`);
    const { text } = await until('it', () => opened(uri).catch(() => undefined));
    // It has too many elements to be converted completely, and a sentence says so.
    assert.match(text, /\nAt the bottom\n\nThis is too long or too complex/);
  });
});
