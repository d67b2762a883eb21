import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { settings } from '../../src/workbench/settings.ts';
import { itemKeys } from '../../src/library/outline.ts';
import {
  closeReaders,
  file,
  forgetReading,
  HARBOUR,
  hasTab,
  label,
  node,
  parts,
  readerTabs,
  run,
  takeawayNode,
  text,
  until,
  uriOf,
  write,
  writeAndHear,
} from './support/parts.ts';

describe('The commands', () => {
  beforeEach(closeReaders);

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Open Briefing: opens at the first item, or in the whole view if there is none', async () => {
    const { readers } = await parts();
    await run('openBriefing', file(HARBOUR));
    assert.equal(text(readers), 'Three ships waited outside the harbour this morning.');
    assert.equal(readers.view, 'item');
    await until('its tab', () => hasTab('Harbour report'));
    await run('openBriefing', await node(HARBOUR, 's-ships-in-port'));
    assert.equal(text(readers), 'The Marta left at dawn.');
    assert.equal(readers.view, 'item');
    await run('openBriefing', await node(HARBOUR, 's-expected'));
    assert.equal(text(readers), 'Aurora, with timber');
    await run('openBriefing', await node(HARBOUR, 's-sources'));
    assert.equal(readers.location?.id, 's-sources');
    assert.equal(readers.view, 'whole');
    assert.equal(readerTabs().length, 1, 'the panel is used again');
  });

  it('Open Briefing and Open Item: ask which one', async () => {
    const { readers } = await parts();
    await accept(run('openBriefing'));
    assert.ok(readers.location);
    // A page that has just opened takes the focus, which closes a box.
    await closeReaders();
    await accept(run('openTakeaway'));
    assert.ok(readers.item);
  });

  it('Open Briefing: lists unread briefings first, however old', async () => {
    const { library, readingLog, readers } = await parts();
    await forgetReading();
    const others = [...library.entries].filter(({ uri }) => uri !== file(HARBOUR).toString());
    await readingLog.markRead(
      others.flatMap((entry) => (entry.kind === 'briefing' ? itemKeys(entry.outline) : [])),
    );
    await accept(run('openBriefing'));
    assert.equal(uriOf(readers), file(HARBOUR).toString());
    await forgetReading();
  });

  it('Open Item: opens the one in the sidebar', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    assert.equal(label(readers), 'Tugs');
  });

  it('Next and Previous: go through all sections, to the end and back', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    await run('goToStart');
    const seen: (string | undefined)[] = [];
    for (let i = 0; i < 8; i++) {
      seen.push(text(readers));
      if (i < 7) await run('nextTakeaway');
    }
    assert.deepEqual(seen, [
      'Three ships waited outside the harbour this morning.',
      'Closed until Thursday for repairs.',
      'Two of four are back in service.',
      'Fog is expected after midnight.',
      'The Marta left at dawn.',
      'Aurora, with timber',
      'Lena, in ballast',
      undefined,
    ]);
    assert.equal(readers.content?.isEnd, true);
    await run('previousTakeaway');
    assert.equal(text(readers), 'Lena, in ballast');
  });

  it('Next: goes from the end to what is unread elsewhere', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    await run('goToEnd');
    assert.equal(readers.content?.isEnd, true);
    await run('nextTakeaway');
    assert.equal(readers.content.isEnd, false);
    assert.notEqual(uriOf(readers), file(HARBOUR).toString());
  });

  it('Next: skips a file that was just deleted', async () => {
    const { readers, library, options } = await parts();
    await forgetReading();
    options.set({ grouping: 'none', sorting: 'title' });
    const gone = file('briefings/gone.md');
    await writeAndHear(gone, '# Lost report\n\n- **One:** first\n');
    await until('it', () => library.get(gone.toString()));
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    await run('goToEnd');
    await vscode.workspace.fs.delete(gone);
    await run('nextTakeaway');
    assert.equal(readers.content?.briefing.title, 'Notes');
    options.set({ grouping: 'date', sorting: 'newest' });
    await until('its end', () => !library.get(gone.toString()));
  });

  it('Go to Start, Go Up to Section: go to the section, then to the top', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('goToSection');
    assert.equal(readers.view, 'whole');
    assert.equal(readers.content?.landmark?.kind, 'section');
    await run('goToSection');
    assert.equal(readers.content.landmark, undefined);
    await run('showTakeaway');
    assert.equal(label(readers), 'Harbour report', 'the words above the first section');
    await run('nextTakeaway');
    await run('goToStart');
    assert.equal(label(readers), 'Harbour report');
    await run('goToSection');
    assert.equal(readers.view, 'whole');
    assert.equal(readers.content.landmark, undefined, 'they stand in no section');
  });

  it('Next and Previous Briefing: follow the order of the sidebar, and restore each place', async () => {
    const { readers, tree } = await parts();
    const uris = tree.groups.flatMap(({ entries }) => entries).map(({ uri }) => uri);
    const at = uris.indexOf(file(HARBOUR).toString());
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    const there = at + 1 < uris.length ? 'nextBriefing' : 'previousBriefing';
    const back = at + 1 < uris.length ? 'previousBriefing' : 'nextBriefing';
    await run(there);
    assert.equal(uriOf(readers), uris[at + 1] ?? uris[at - 1]);
    await run(back);
    assert.equal(label(readers), 'Tugs');
  });

  it('Show Whole Briefing and Show One at a Time: keep the place', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('showWholeBriefing');
    assert.equal(readers.view, 'whole');
    assert.equal(label(readers), 'Tugs');
    await run('nextTakeaway');
    assert.equal(readers.view, 'whole');
    await run('showTakeaway');
    assert.equal(readers.view, 'item');
    assert.equal(text(readers), 'Fog is expected after midnight.');
  });

  it('Copy with Sources: copies the words with briefing and source', async () => {
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('copyTakeaway');
    assert.equal(
      await vscode.env.clipboard.readText(),
      'Tugs: Two of four are back in service.\n— Harbour report, 2026-03-02\n— Port authority notice 14 (https://port.example/notices/14)',
    );
  });

  it('Copy as Citation: copies title, site and address', async () => {
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('copyCitation');
    assert.equal(
      await vscode.env.clipboard.readText(),
      'Port authority notice 14. Port of Example (https://port.example/notices/14)',
    );
  });

  it('Increase, Decrease and Reset Font Size: change a setting, however fast they are called', async () => {
    const size = () => settings().reader.fontSize;
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await Promise.all([run('increaseFontSize'), run('increaseFontSize'), run('increaseFontSize')]);
    assert.equal(size(), 17);
    await run('decreaseFontSize');
    assert.equal(size(), 16);
    await Promise.all([run('resetFontSize'), run('increaseFontSize')]);
    assert.equal(size(), 15);
    await run('resetFontSize');
    assert.equal(size(), null);
  });

  it('Increase and Reset Font Size: change the workspace setting if there is one', async () => {
    const size = () => settings().reader.fontSize;
    const set = vscode.workspace.getConfiguration('briefings.reader');
    await set.update('fontSize', 20, vscode.ConfigurationTarget.Workspace);
    await until('it is set', () => size() === 20);
    await run('increaseFontSize');
    assert.equal(size(), 21);
    await run('resetFontSize');
    assert.equal(size(), null);
  });

  it('See Who Cites This: leaves out the briefing that has the reference', async () => {
    const { readers, library } = await parts();
    const uri = file('briefings/citing.md');
    await writeAndHear(uri, '# Citing\n\nWords.\n\n## Sources\n\n1. [Alone](https://alone.example/1)\n');
    await until('it', () => library.get(uri.toString()));
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    const opened = await library.open(uri.toString());
    const reference = opened?.kind === 'briefing' && opened.briefing.references[0];
    const node = { kind: 'reference', id: 'alone', uri: uri.toString(), reference };
    // Otherwise it would ask which one to open.
    const isSaid = run('showCiting', node).then(() => true);
    const isAsked = new Promise((resolve) => setTimeout(resolve, 3000)).then(() => false);
    assert.ok(await Promise.race([isSaid, isAsked]));
    assert.equal(uriOf(readers), file(HARBOUR).toString());
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('Copy Reference Link: uses the current item, or the reference in the sidebar', async () => {
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('copyReferenceLink');
    assert.equal(await vscode.env.clipboard.readText(), 'https://port.example/notices/14');
    const links = await node(HARBOUR, 'links');
    await run('copyReferenceLink', links.kind === 'references' && links.children[0]);
    assert.equal(await vscode.env.clipboard.readText(), 'https://ships.example/lena');
  });

  it('Open to the Side: opens the file of the active editor', async () => {
    const { readers } = await parts();
    await vscode.window.showTextDocument(file(HARBOUR));
    await run('openToSide');
    assert.equal(uriOf(readers), file(HARBOUR).toString());
    await until('two groups', () => vscode.window.tabGroups.all.length === 2);
    await until('its tab', () => hasTab('Harbour report'));
  });

  it('Refresh: finds changes without an event', async () => {
    const { library } = await parts();
    await write(file('briefings/quiet.md'), '# Quiet\n');
    await run('refresh');
    assert.ok(library.get(file('briefings/quiet.md').toString()));
    await vscode.workspace.fs.delete(file('briefings/quiet.md'));
    await run('refresh');
    assert.equal(library.get(file('briefings/quiet.md').toString()), undefined);
  });

  it('do nothing if there is nothing to act on', async () => {
    const { readers, library } = await parts();
    const count = library.size;
    for (const command of ['openReference', 'copyReferenceLink', 'copyTakeaway', 'openSourceFile']) {
      await run(command);
    }
    await run('readAsBriefing', file('missing.md'));
    assert.equal(readers.location, undefined);
    assert.equal(library.size, count);
  });
});

/** Accepts the first row of a quick pick once it is open. */
async function accept(asking: Promise<void>): Promise<void> {
  let isOpen = true;
  void asking.then(() => (isOpen = false));
  await until('an answer', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return !isOpen;
  });
}
