import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../src/library/nodes.ts';
import type { Reader } from '../../src/workbench/reader/reader.ts';
import { file, nodeAt, parts, run, until, write, writeAndHear } from './parts.ts';

const HARBOUR = 'briefings/2026-03-02-harbour-report.md';

describe('The commands', () => {
  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { reader } = await parts();
    await until('no reader', () => reader.place === undefined);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Open Briefing: a briefing at its first key takeaway, a section in the whole', async () => {
    const { reader } = await parts();
    await run('openBriefing', file(HARBOUR));
    assert.equal(label(reader), 'North quay');
    assert.equal(reader.view, 'takeaway');
    await until('its tab', () => hasTab('Harbour report'));
    await run('openBriefing', await node(HARBOUR, 's-ships-in-port'));
    assert.equal(reader.place?.id, 's-ships-in-port');
    assert.equal(reader.view, 'whole');
    assert.equal(readerTabs().length, 1, 'the panel is used again');
  });

  it('Open Briefing and Open Takeaway: ask which', async () => {
    const { reader } = await parts();
    await accept(run('openBriefing'));
    await until('a briefing', () => reader.place);
    await accept(run('openTakeaway'));
    assert.ok(reader.takeaway);
  });

  it('Open Takeaway: the one in the sidebar', async () => {
    const { reader } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    assert.equal(label(reader), 'Tugs');
  });

  it('Next and Previous Takeaway: through all sections, and say where there is an end', async () => {
    const { reader } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    const seen: (string | undefined)[] = [];
    for (let i = 0; i < 6; i++) {
      seen.push(text(reader));
      await run('nextTakeaway');
    }
    assert.deepEqual(seen, [
      'Closed until Thursday for repairs.',
      'Two of four are back in service.',
      'Fog is expected after midnight.',
      'Aurora, with timber',
      'Lena, in ballast',
      'Lena, in ballast',
    ]);
    await run('previousTakeaway');
    assert.equal(text(reader), 'Aurora, with timber');
  });

  it('Show Whole Briefing and Show Takeaway Only: keep the place', async () => {
    const { reader } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('showWholeBriefing');
    assert.equal(reader.view, 'whole');
    assert.equal(label(reader), 'Tugs');
    await run('nextTakeaway');
    assert.equal(reader.view, 'whole');
    await run('showTakeaway');
    assert.equal(reader.view, 'takeaway');
    assert.equal(text(reader), 'Fog is expected after midnight.');
  });

  it('Copy Takeaway: its words with its source', async () => {
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('copyTakeaway');
    assert.equal(
      await vscode.env.clipboard.readText(),
      'Tugs: Two of four are back in service.\n— Port authority notice 14 (https://port.example/notices/14)',
    );
  });

  it('Copy Reference Link: of what is read, of a reference in the sidebar', async () => {
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('copyReferenceLink');
    assert.equal(await vscode.env.clipboard.readText(), 'https://port.example/notices/14');
    const links = await node(HARBOUR, 'links');
    await run('copyReferenceLink', links.kind === 'references' && links.children[0]);
    assert.equal(await vscode.env.clipboard.readText(), 'https://ships.example/lena');
  });

  it('Open Source File: at the words that are read', async () => {
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('openSourceFile');
    const editor = await until('the editor', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), file(HARBOUR).toString());
    assert.equal(
      editor.document.getText(editor.selection),
      '- **Tugs:** Two of four are back in service. [1]',
    );
  });

  it('Open to the Side: of the file in the active editor', async () => {
    const { reader } = await parts();
    await vscode.window.showTextDocument(file(HARBOUR));
    await run('openToSide');
    assert.equal(uriOf(reader), file(HARBOUR).toString());
    await until('two groups', () => vscode.window.tabGroups.all.length === 2);
    await until('its tab', () => hasTab('Harbour report'));
  });

  it('Read as Briefing: a file that no glob finds, and an unsaved document', async () => {
    const { reader, library } = await parts();
    const uri = file('elsewhere.md');
    await writeAndHear(
      uri,
      '# Elsewhere\n\n## Highlights\n\n- **Only on request:** it is read when asked for\n',
    );
    await run('readAsBriefing', uri);
    assert.equal(label(reader), 'Only on request');
    assert.ok(library.get(uri.toString()));
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# Draft\n\n## Highlights\n\n- **Unsaved:** and read all the same\n',
    });
    await vscode.window.showTextDocument(document);
    await run('readAsBriefing');
    assert.equal(label(reader), 'Unsaved');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the draft gone', () => !library.get(document.uri.toString()));
  });

  it('Refresh: finds what no event told of', async () => {
    const { library } = await parts();
    await write(file('briefings/quiet.md'), '# Quiet\n');
    await run('refresh');
    assert.ok(library.get(file('briefings/quiet.md').toString()));
    await vscode.workspace.fs.delete(file('briefings/quiet.md'));
    await run('refresh');
    assert.equal(library.get(file('briefings/quiet.md').toString()), undefined);
  });

  it('stay calm where there is nothing to act on', async () => {
    const { reader, library } = await parts();
    const count = library.size;
    for (const command of ['openReference', 'copyReferenceLink', 'copyTakeaway', 'openSourceFile']) {
      await run(command);
    }
    await run('readAsBriefing', file('missing.md'));
    assert.equal(reader.place, undefined);
    assert.equal(library.size, count);
  });
});

describe('The reader', () => {
  it('follows an edit of the file, and keeps its place', async () => {
    const { reader } = await parts();
    const uri = file('briefings/live.md');
    const before = '# Live\n\n## Highlights\n\n- **One:** first\n- **Two:** second\n';
    await writeAndHear(uri, before);
    await run('openBriefing', uri);
    await run('nextTakeaway');
    assert.equal(label(reader), 'Two');
    await writeAndHear(uri, before.replace('- **One', '- **Zero:** before\n- **One'));
    await until('the edit', () => readerItems() === 3);
    assert.equal(label(reader), 'Two');
    await writeAndHear(uri, before.replace('second', 'second, corrected'));
    await until('the correction', () => text(reader) === 'second, corrected');
    await vscode.workspace.fs.delete(uri);
    await until('the end of the file', () => !library(uri));
    assert.equal(text(reader), 'second, corrected', 'what is read stays on screen');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  let readerItems: () => number | undefined;
  let library: (uri: vscode.Uri) => unknown;
  before(async () => {
    const { reader, library: all } = await parts();
    library = (uri) => all.get(uri.toString());
    readerItems = () => {
      return reader.shown?.briefing.sections[0]?.takeaways.length;
    };
  });
});

/* Functions, because a reader's state changes between two looks at it, which its type cannot know. */

function label(reader: Reader): string | undefined {
  return reader.takeaway?.label;
}

function text(reader: Reader): string | undefined {
  return reader.takeaway?.text;
}

function uriOf(reader: Reader): string | undefined {
  return reader.place?.uri;
}

function node(path: string, id: string): Promise<TreeNode> {
  return nodeAt(file(path), id);
}

async function takeawayNode(path: string, label: string): Promise<TreeNode> {
  const { library } = await parts();
  const opened = await library.open(file(path).toString());
  const sections = opened?.kind === 'briefing' ? opened.briefing.sections : [];
  const takeaway = sections[0]?.takeaways.find((one) => one.label === label);
  assert.ok(takeaway);
  return node(path, takeaway.id);
}

function readerTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('briefings.reader'),
    );
}

function hasTab(label: string): boolean {
  return readerTabs().some((tab) => tab.label === label);
}

/** Takes the first row of a quick pick, when it has opened. */
async function accept(asking: Promise<void>): Promise<void> {
  let isOpen = true;
  void asking.then(() => (isOpen = false));
  await until('an answer', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return !isOpen;
  });
}
