import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { ownTemplate } from '../../../src/workbench/authoring/template.ts';
import { closeAll, file, run, until, write } from '../support/parts.ts';

const SNIPPET =
  '---\r\ndate: $CURRENT_YEAR\r\n---\r\n\r\n# ${1:Tides}\r\n\r\nCosts \\$5, or $USD.\r\n\t- ${2:High}\r\n';

describe('New Briefing', () => {
  const configuration = () => vscode.workspace.getConfiguration('briefings');

  async function setTemplate(path: string): Promise<void> {
    await configuration().update('template', path, vscode.ConfigurationTarget.Global);
    await until('the setting', () => configuration().get('template') === path);
  }

  async function opened(): Promise<vscode.TextDocument> {
    const before = vscode.window.activeTextEditor;
    await run('newBriefing');
    const { document } = await until('another editor', () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor !== before && activeTextEditor;
    });
    assert.ok(document.isUntitled);
    assert.equal(document.languageId, 'markdown');
    return document;
  }

  before(async () => {
    await write(file('templates/snippet.md'), SNIPPET);
    await write(file('templates/words.md'), '# Words\n\nThey cost $ and \\$5 and { }.\n');
    await write(file('templates/large.md'), 'x'.repeat(100_001));
    await write(file('templates/binary.md'), new Uint8Array(1000));
  });
  beforeEach(closeAll);
  afterEach(async () => {
    await configuration().update('template', undefined, vscode.ConfigurationTarget.Global);
    await until('no setting', () => configuration().get('template') === '');
    await closeAll();
  });
  after(() => vscode.workspace.fs.delete(file('templates'), { recursive: true }));

  it('has three takeaways that cite a source each, and no problem', async () => {
    const text = (await opened()).getText();
    const { sections, references, problems } = parseBriefing(text, 'Untitled-1');
    const cited = sections[0]?.takeaways.map((takeaway) => takeaway.references.map(({ url }) => url));
    assert.deepEqual(
      cited,
      [1, 2, 3].map((number) => [`https://example.com/${number}`]),
    );
    assert.equal(references.length, 3);
    assert.deepEqual(problems, []);
  });

  it('uses the person’s own template, with its placeholders filled in', async () => {
    await setTemplate('templates/snippet.md');
    const document = await opened();
    const year = new Date().getFullYear();
    assert.equal(
      document
        .getText()
        .replaceAll('\r\n', '\n')
        .replace(/^[ \t]+-/m, '\t-'),
      `---\ndate: ${year}\n---\n\n# Tides\n\nCosts $5, or $USD.\n\t- High\n`,
    );
    const { selection } = vscode.window.activeTextEditor ?? {};
    assert.equal(selection && document.getText(selection), 'Tides');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await until('the next place', () => {
      const editor = vscode.window.activeTextEditor;
      return editor && document.getText(editor.selection) === 'High';
    });
  });

  it('uses a template without placeholders as it is', async () => {
    await setTemplate('templates/words.md');
    assert.equal((await opened()).getText(), '# Words\n\nThey cost $ and \\$5 and { }.\n');
  });

  it('finds a template by its full path, and by its URI', async () => {
    const uri = file('templates/words.md');
    for (const path of uri.scheme === 'file' ? [uri.fsPath, uri.toString()] : [uri.toString()]) {
      await setTemplate(path);
      const found = await ownTemplate();
      assert.ok(found && 'text' in found, path);
      assert.match(found.text, /^# Words/);
    }
  });

  for (const [path, said] of [
    ['templates/none.md', 'The template “templates/none.md” was not found.'],
    ['templates/large.md', 'The template “templates/large.md” is too large (the limit is 100 KB).'],
    ['templates/binary.md', 'The template “templates/binary.md” is binary, not text.'],
    ['templates', 'The template “templates” is not a file.'],
  ] as const)
    it(`opens the built-in one, and says why: ${path}`, async () => {
      await setTemplate(path);
      assert.match((await opened()).getText(), /## Key Takeaways/);
      assert.deepEqual(await ownTemplate(), { fault: said });
    });

  it('looks for one in the home folder, which the web does not have', async () => {
    await setTemplate('~/no such template.md');
    const found = await ownTemplate();
    assert.match(
      found && 'fault' in found ? found.fault : '',
      /“~\/no such template\.md” (?:was not found\.|cannot be read: )/,
    );
  });

  it('snippets are available in Markdown', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await vscode.window.showTextDocument(document);
    const written = await until('the snippet', async () => {
      await vscode.commands.executeCommand('editor.action.insertSnippet', {
        langId: 'markdown',
        name: 'Briefing takeaway',
      });
      return document.getText();
    });
    assert.equal(written, '- **Label:** What happened, and why it matters. [1]');
  });
});
