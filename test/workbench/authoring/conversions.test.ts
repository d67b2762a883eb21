import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, HARBOUR, nodeAt, parts, run, until, write } from '../support/parts.ts';

const OTHER = '# Harbour report\n\n### In brief\n\n* __Tugs__ — Two are back.\n';
const CANONICAL = '# Harbour report\n\n### In brief\n\n- **Tugs** — Two are back.\n';
const { fs } = vscode.workspace;

interface Comparison {
  readonly tab: vscode.Tab;
  readonly left: vscode.Uri;
  readonly right: vscode.TextDocument;
}

function comparisons(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputTextDiff);
}

async function comparison(): Promise<Comparison> {
  return until('the comparison', () => {
    const [tab] = comparisons();
    if (!(tab?.input instanceof vscode.TabInputTextDiff)) return undefined;
    const { original, modified } = tab.input;
    const right = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === modified.toString());
    return right && { tab, left: original, right };
  });
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await fs.readFile(uri));
}

async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(uri);
}

/** Types at the end of a document, saved or not. */
async function type(document: vscode.TextDocument, words: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, words);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('Convert to Briefing Markdown', () => {
  const uri = file('converted/harbour.md');
  let conversions: Awaited<ReturnType<typeof parts>>['authoring']['conversions'];

  before(async () => {
    ({ conversions } = (await parts()).authoring);
  });

  beforeEach(async () => {
    await closeAll();
    await write(uri, OTHER);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    await closeAll();
  });

  after(() => fs.delete(file('converted'), { recursive: true }));

  it('compares the active editor’s text with its canonical form, and changes nothing', async () => {
    const editor = await vscode.window.showTextDocument(uri);
    await run('convertToMarkdown');
    const { tab, left, right } = await comparison();
    assert.equal(tab.label, 'harbour.md ↔ Briefing Markdown');
    assert.equal(left.toString(), uri.toString());
    assert.equal(right.getText(), CANONICAL);
    assert.equal(right.languageId, 'markdown');
    assert.equal(editor.document.getText(), OTHER);
    assert.ok(!editor.document.isDirty);
  });

  it('Apply: replaces the text in one undo step, and does not save', async () => {
    await vscode.window.showTextDocument(uri);
    await run('convertToMarkdown');
    await comparison();
    await run('applyConversion');
    const { activeTextEditor } = vscode.window;
    assert.ok(activeTextEditor?.document.uri.toString() === uri.toString());
    const { document } = activeTextEditor;
    assert.equal(document.getText(), CANONICAL);
    assert.ok(document.isDirty);
    assert.equal(await textOf(uri), OTHER);
    await until('no comparison', () => comparisons().length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), OTHER);
    await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), CANONICAL);
  });

  it('works for a briefing in the sidebar that is not open', async () => {
    await write(file(HARBOUR), await textOf(file(HARBOUR)));
    await run('convertToMarkdown', await nodeAt(file(HARBOUR)));
    const { left } = await comparison();
    assert.equal(left.toString(), file(HARBOUR).toString());
    await run('applyConversion');
    const document = await documentOf(file(HARBOUR));
    assert.ok(document.isDirty);
    await until('no comparison', () => comparisons().length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), await textOf(file(HARBOUR)));
  });

  it('keeps the line endings of the document', async () => {
    await write(uri, OTHER.replaceAll('\n', '\r\n'));
    const { document } = await vscode.window.showTextDocument(uri);
    await until('its line ends', () => document.eol === vscode.EndOfLine.CRLF);
    await conversions.show(uri);
    await comparison();
    await conversions.apply(uri);
    assert.equal(document.getText(), CANONICAL.replaceAll('\n', '\r\n'));
    await assert.rejects(conversions.show(uri), /“harbour\.md” is already Briefing Markdown\.$/);
  });

  it('turns an untitled document into Markdown', async () => {
    const draft = await vscode.workspace.openTextDocument({ language: 'plaintext', content: OTHER });
    await vscode.window.showTextDocument(draft);
    await run('convertToMarkdown');
    await comparison();
    await run('applyConversion');
    assert.equal(draft.getText(), CANONICAL);
    await until('Markdown', () => draft.languageId === 'markdown');
  });

  for (const [name, words] of [
    ['harbour.txt', 'Harbour report\n\nIn brief\n• Tugs: Two are back.\n'],
    [
      'harbour.briefing.json',
      '{ "title": "Harbour report", "sections": [{ "title": "In brief", "stories": [{ "headline": "Tugs", "body": "Two are back." }] }] }',
    ],
    ['harbour.html', '<h1>Harbour report</h1><h2>In brief</h2><ul><li><b>Tugs:</b> Two are back.</li></ul>'],
  ] as const)
    it(`${name}: stays as it is, and its canonical form is a new document`, async () => {
      const other = file(`converted/${name}`);
      await write(other, words);
      await vscode.window.showTextDocument(other);
      await run('convertToMarkdown');
      const { right } = await comparison();
      const markdown = right.getText();
      assert.match(markdown, /^- \*\*Tugs:\*\* Two are back\.$/m);
      await run('applyConversion');
      const { document } = vscode.window.activeTextEditor ?? {};
      assert.ok(document?.isUntitled);
      assert.equal(document.languageId, 'markdown');
      assert.equal(document.getText(), markdown);
      assert.equal((await documentOf(other)).getText(), words);
    });

  it('creates a new document for a read-only one', async () => {
    const { document } = await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    await conversions.show(uri);
    await comparison();
    await conversions.apply(uri);
    assert.equal(document.getText(), OTHER);
    assert.ok(vscode.window.activeTextEditor?.document.isUntitled);
    assert.equal(vscode.window.activeTextEditor.document.getText(), CANONICAL);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  });

  it('follows edits; Apply never applies what was not shown', async () => {
    await vscode.window.showTextDocument(uri);
    await conversions.show(uri);
    const { right } = await comparison();
    const document = await documentOf(uri);
    await type(document, '* __Crane__ — Gone.\n');
    await assert.rejects(conversions.apply(uri), /“harbour\.md” has changed\. Look at the comparison again/);
    assert.match(document.getText(), /^\* __Crane__ — Gone\.$/m);
    await until('the new form', () => right.getText() === `${CANONICAL}- **Crane** — Gone.\n`);
    assert.equal(comparisons().length, 1);
    await conversions.apply(uri);
    assert.equal(document.getText(), `${CANONICAL}- **Crane** — Gone.\n`);
  });

  it('Apply shows the comparison first if it was not shown', async () => {
    const other = file('converted/unseen.md');
    await write(other, OTHER);
    await assert.rejects(conversions.apply(other), /has changed\. Look at the comparison/);
    const { left } = await comparison();
    assert.equal(left.toString(), other.toString());
  });

  for (const [about, words, said] of [
    ['empty', '', /was not converted\. There is nothing to read in this file\./],
    ['too long', `# A\n\n${'word '.repeat(420_000)}\n`, /was not converted\. The text is too long/],
    [
      'with broken front matter',
      '---\na: [b\n---\n\nwords\n',
      /was not converted\. The front matter is invalid/,
    ],
    ['canonical', CANONICAL, /“harbour\.md” is already Briefing Markdown\.$/],
  ] as const)
    it(`says so if the text is ${about}, and compares nothing`, async () => {
      await write(uri, words);
      await until('the words', async () => (await documentOf(uri)).getText() === words);
      await assert.rejects(conversions.show(uri), said);
      assert.equal(comparisons().length, 0);
    });

  it('says so if the file is not text, or is missing', async () => {
    await assert.rejects(conversions.show(file('converted/none.md')), /none\.md” cannot be opened as text: /);
  });
});
