import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, parts, run, until, writeAndHear } from '../support/parts.ts';

const URI = file('briefings/writing.md');

/** The problems of `FOUND`, each once and in this order, and no other. */
const FAULTY = `---
date: someday
---

# The harbour, 24 November 2026

## Key Takeaways

- **Ferry:** It stops on Monday [1].
- **Crane:** A third one was ordered [7].
- **Fog:** The port stays closed.
- **Ice:** None yet, as [here](https://ice.example/2026/none) [2].
- The quay is open again [3].
- **Tug:** It was [sold][deal] [4].

## Nothing

## References

1. [Notice](https://port.example/notices/14?utm_source=letter)
2. [Ice log](https://ice.example/log/9)
3. [Port](https://port.example/)
4. [Ice log again](https://ice.example/log/9)
5. [Tide tables](https://tide.example/tables/2026)
`;
const FOUND = [
  'bad-date',
  'undefined-citation',
  'no-reference',
  'empty-link-text',
  'unlabelled-takeaway',
  'unresolved-link',
  'empty-section',
  'tracking-link',
  'front-page-source',
  'duplicate-reference',
  'uncited-reference',
];

describe('A briefing that is written in an editor', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    await writeAndHear(URI, FAULTY);
    const { library } = await parts();
    await until('it in the library', () => library.get(URI.toString())?.kind === 'briefing');
    document = await vscode.workspace.openTextDocument(URI);
    await vscode.window.showTextDocument(document);
    if (document.getText() !== FAULTY) await replaceAll(FAULTY);
    await until('what is found', () => codes().length === FOUND.length);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  after(() => vscode.workspace.fs.delete(URI));

  function codes(): unknown[] {
    return vscode.languages.getDiagnostics(URI).map(({ code }) => code);
  }

  async function replaceAll(text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
    await vscode.workspace.applyEdit(edit);
  }

  async function actions(range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind);
  }

  function rangeOf(words: string): vscode.Range {
    const at = document.getText().indexOf(words);
    assert.ok(at >= 0, words);
    return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  }

  it('has each diagnostic once, and no others', () => {
    assert.deepEqual(codes(), FOUND);
    const [date] = vscode.languages.getDiagnostics(URI);
    assert.equal(date?.message, '“someday” is not a valid date. Write it as YYYY-MM-DD.');
    assert.equal(document.getText(date.range), 'someday');
    assert.equal(date.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('has new diagnostics as it is edited', async () => {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf('[7]'), '[5]');
    await vscode.workspace.applyEdit(edit);
    await until('nothing of that citation', () => !codes().includes('undefined-citation'));
    assert.ok(!codes().includes('uncited-reference'));
  });

  it('has only the diagnostics that are enabled', async () => {
    const section = vscode.workspace.getConfiguration('briefings');
    await section.update(
      'lint',
      { 'bad-date': 'error', 'tracking-link': 'off' },
      vscode.ConfigurationTarget.Global,
    );
    try {
      await until('the other levels', () => !codes().includes('tracking-link'));
      const [date] = vscode.languages.getDiagnostics(URI);
      assert.equal(date?.severity, vscode.DiagnosticSeverity.Error);
    } finally {
      await section.update('lint', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('is fixed by Fix All except what needs a person, in one undo step', async () => {
    const found = await actions(new vscode.Range(0, 0, 0, 0), 'source.fixAll.briefings');
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Fix All in This Briefing'],
    );
    assert.ok(found[0]?.edit);
    await vscode.workspace.applyEdit(found[0].edit);
    await until('less to be found', () => codes().length === FOUND.length - 3);
    assert.deepEqual(
      codes(),
      FOUND.filter((code) => !['bad-date', 'tracking-link', 'duplicate-reference'].includes(code)),
    );
    assert.match(document.getText(), /date: 2026-11-24\n/);
    assert.match(document.getText(), /\[sold\]\[deal\] \[2\]\./);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FAULTY);
  });

  it('has a fix for a citation without an entry, with placeholders', async () => {
    const found = await actions(rangeOf('[7]'));
    const titles = found.map(({ title }) => title);
    assert.deepEqual(titles.slice(0, 2), ['Add Reference [6]', 'Cite “Tide tables”']);
    assert.ok(titles.includes('Cite a Source…'));
    assert.ok(titles.includes('Ignore “undefined-citation” Here'));
    assert.ok(found[0]?.edit && found[1]?.edit);
    await vscode.workspace.applyEdit(found[1].edit);
    assert.match(document.getText(), /ordered \[5\]\./);
    await vscode.commands.executeCommand('undo');
    // The diagnostics of the text come a little later: until then, other extensions’ actions may be first.
    const again = await until('the fix', async () =>
      (await actions(rangeOf('[7]'))).find(({ title }) => title === 'Add Reference [6]'),
    );
    assert.ok(again.edit);
    await vscode.workspace.applyEdit(again.edit);
    assert.match(document.getText(), /ordered \[6\]\.[^]*\n6\. \[Title of the source\]\(https:\/\/\)\n$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FAULTY);
  });

  it('completes citations with sources, its own by their numbers', async () => {
    const at = rangeOf('closed.').end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at.translate(0, -1), ' [');
    await vscode.workspace.applyEdit(edit);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at.translate(0, 1),
      '[',
    );
    const own = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
    assert.deepEqual(
      own.map(({ insertText }) => insertText),
      ['[1]', '[2]', '[3]', '[4]', '[5]'],
    );
    const label = own[1]?.label;
    assert.equal(
      typeof label === 'object' ? `${label.label} · ${label.description ?? ''}` : label,
      '[2] Ice log · ice.example',
    );
    const others = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.File);
    assert.ok(others.length > 0, 'the library’s');
    assert.ok(
      others.every(
        ({ insertText, additionalTextEdits }) => insertText === '[6]' && additionalTextEdits?.length === 1,
      ),
    );
  });

  it('has a hover for a citation with its source, and none elsewhere', async () => {
    const hovers = (at: vscode.Position) =>
      vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const found = await hovers(rangeOf('[2].').start.translate(0, 1));
    const words = found
      .flatMap(({ contents }) => contents)
      .map((content) => (content as { readonly value: string }).value)
      .join('\n');
    assert.match(words, /Ice(?:&nbsp;| )log/);
    assert.match(words, /<https:\/\/ice\.example\/log\/9>/);
    assert.deepEqual(await hovers(new vscode.Position(4, 3)), []);
  });

  it('shows how many takeaways it has, and how many have no source', async () => {
    const { language } = await parts();
    const { statusBarItem } = await language.features();
    await until('its takeaways', () => statusBarItem.text === '6 takeaways · 2 without source · 1 min');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('nothing', () => statusBarItem.text === '');
  });

  it('shows the number of sources after each takeaway if enabled', async () => {
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
    assert.deepEqual(await hints(), []);
    const section = vscode.workspace.getConfiguration('briefings');
    await section.update('showSourceCounts', true, vscode.ConfigurationTarget.Global);
    try {
      const found = await until('the counts', async () => {
        const there = await hints();
        return there.length > 0 && there;
      });
      assert.deepEqual(
        found.map(({ label }) => label),
        ['1 source', 'no source of its own', 'no source of its own', '2 sources', '1 source', '1 source'],
      );
    } finally {
      await section.update('showSourceCounts', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('has its references renumbered as they are cited, unless a number would get another source', async () => {
    await run('renumberReferences');
    assert.equal(document.getText(), FAULTY);
    await replaceAll(FAULTY.replace('[7]', '[5]'));
    await run('renumberReferences');
    await until('other numbers', () => document.getText().includes('ordered [2]'));
    assert.match(document.getText(), /\n2\. \[Tide tables\]/);
    await run('sortReferences');
    await until('their titles in order', () => document.getText().includes('\n5. [Tide tables]'));
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FAULTY.replace('[7]', '[5]'));
  });

  it('cites a chosen source in place of the citation without an entry', async () => {
    const chosen = run('citeSource', { finding: { code: 'undefined-citation' } });
    await until('the citation', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText().includes('ordered [1]');
    });
    await chosen;
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), FAULTY);
  });
});

describe('A briefing that is read and opened in an editor', () => {
  it('is parsed once for both', async () => {
    const uri = file('briefings/read-and-written.md');
    await writeAndHear(uri, FAULTY);
    const { library, language } = await parts();
    await until('it in the library', () => library.get(uri.toString())?.kind === 'briefing');
    const opened = await library.open(uri.toString());
    const document = await vscode.workspace.openTextDocument(uri);
    const { drafts } = await language.features();
    assert.ok(opened?.kind === 'briefing');
    assert.equal(drafts.of(document), opened.briefing);
    await vscode.workspace.fs.delete(uri);
  });
});

describe('Another file', () => {
  it('has no diagnostics if it is not a briefing', async () => {
    await parts();
    for (const content of ['See [7] and [8].\n', '# Notes\n\n- **Some:** words [7].\n']) {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document);
      const { language } = await parts();
      const { drafts, statusBarItem } = await language.features();
      assert.equal(drafts.of(document), undefined);
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
      await until('nothing of it', () => statusBarItem.text === '');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('is checked without a file once it has takeaways and sources', async () => {
    const content =
      '# A\n\n## Key Takeaways\n\n- **B:** x [7].\n\n## References\n\n1. [C](https://c.example/1)\n';
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
    await until('the citation', () => vscode.languages.getDiagnostics(document.uri).length === 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('nothing', () => vscode.languages.getDiagnostics(document.uri).length === 0);
  });
});
