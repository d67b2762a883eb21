import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, parts, titles, until, write, writeAndHear } from '../support/parts.ts';

const BUNDLED = ['Ukraine talks at the White House', 'Welcome to Briefing Reader'];
const WORKSPACE = ['Harbour report', 'Notes', 'Stand-up'];

describe('The sources', () => {
  it('find the bundled briefings and those of the workspace, and nothing else', async () => {
    assert.deepEqual((await titles()).sort(), [...WORKSPACE, ...BUNDLED].sort());
  });

  it('follow a file that is created, changed and deleted', async () => {
    const { library } = await parts();
    const uri = file('briefings/new.md');
    await write(uri, '# First\n\n## Highlights\n\n- a\n');
    await until('the new briefing', () => titleOf(uri.toString()) === 'First');
    await write(uri, '# Second\n\n## Highlights\n\n- a\n- b\n');
    await until('the changed briefing', () => titleOf(uri.toString()) === 'Second');
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));

    function titleOf(key: string): string | undefined {
      const entry = library.get(key);
      return entry?.kind === 'briefing' ? entry.outline.title : undefined;
    }
  });

  it('find files of Org mode, reStructuredText and AsciiDoc, and read them in their own marks', async () => {
    const { library } = await parts();
    const folder = file('briefings/kinds');
    const texts = {
      'ferry.org': '#+title: Ferry\n\n* Harbour\n\n- The last one leaves at nine.\n',
      'bridge.rst': 'Bridge\n======\n\nHarbour\n-------\n\n- `Closed <https://works.example>`_ until May.\n',
      'crane.adoc': '= Crane\n\n== Harbour\n\n. It moves to the pier.\n',
    };
    for (const [name, text] of Object.entries(texts)) await write(vscode.Uri.joinPath(folder, name), text);
    for (const name of Object.keys(texts)) {
      const uri = vscode.Uri.joinPath(folder, name).toString();
      await until(name, () => library.get(uri)?.kind === 'briefing');
      const found = await library.open(uri);
      const briefing = found?.kind === 'briefing' ? found.briefing : undefined;
      const [section] = briefing?.sections ?? [];
      assert.equal(briefing?.title.toLowerCase(), name.replace(/\..*/, ''));
      assert.deepEqual([section?.title, section?.takeaways.length], ['Harbour', 1], name);
    }
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await until('their end', () => [...library.entries].every(({ uri }) => !uri.includes('/kinds/')));
  });

  it('follow a file and a folder that are renamed', async () => {
    const { library } = await parts();
    await write(file('briefings/week/one.md'), '# One\n');
    await until('the briefing', () => library.get(file('briefings/week/one.md').toString()));
    await vscode.workspace.fs.rename(file('briefings/week/one.md'), file('briefings/week/two.md'));
    await until('the new name', () => library.get(file('briefings/week/two.md').toString()));
    await vscode.workspace.fs.rename(file('briefings/week'), file('briefings/later'));
    await until('the new folder', () => library.get(file('briefings/later/two.md').toString()));
    await until('the old name gone', () => !library.get(file('briefings/week/two.md').toString()));
    await vscode.workspace.fs.delete(file('briefings/later'), { recursive: true });
    await until('the folder gone', () => !library.get(file('briefings/later/two.md').toString()));
    assert.equal(library.get(file('briefings/week/one.md').toString()), undefined);
  });

  it('drop the files of a deleted folder, even if they were found one by one', async () => {
    const { library } = await parts();
    const [folder, uri] = [file('briefings/filled'), file('briefings/filled/one.md')];
    await vscode.workspace.fs.createDirectory(folder);
    // Waits until the library has looked at the empty folder.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await write(uri, '# One\n');
    await until('the briefing', () => library.get(uri.toString()));
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await until('its end', () => !library.get(uri.toString()));
  });

  it('show an open document as in the editor, and the file again when changes are discarded', async () => {
    const { library } = await parts();
    const uri = file('standup.briefing.md');
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(4, 0), '- **Typed:** and not saved\n');
    });
    const count = () => {
      const entry = library.get(uri.toString());
      return entry?.kind === 'briefing' ? entry.outline.kinds.length : undefined;
    };
    await until('the typed takeaway', () => count() === 2);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the file as it is', () => count() === 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('follow the settings', async () => {
    const settings = vscode.workspace.getConfiguration('briefings');
    const { library } = await parts();
    await settings.update('include', ['**/letter.md'], vscode.ConfigurationTarget.Workspace);
    await settings.update('showBundled', false, vscode.ConfigurationTarget.Global);
    const seen = () => [...library.entries].map((entry) => entry.uri);
    try {
      await until('only the letter', () => seen().join() === file('letter.md').toString());
    } finally {
      await settings.update('include', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('showBundled', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('all of them', () => library.size === WORKSPACE.length + BUNDLED.length);
  });
});

describe('Bad input', () => {
  const bad: Readonly<Record<string, readonly [content: string | Uint8Array, problem: string]>> = {
    'empty.md': ['', 'empty'],
    'blank.txt': [' \n\t\n', 'empty'],
    'latin.md': [Uint8Array.of(0x23, 0x20, 0x43, 0x61, 0x66, 0xe9, 0x0a), 'undecodable'],
    'picture.md': [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'binary'],
    'dense.md': ['# h\n'.repeat(120_000), 'too-dense'],
    'long.txt': [new Uint8Array(3_000_000).fill(0x61), 'tooLarge'],
  };

  for (const [name, [content, problem]] of Object.entries(bad)) {
    it(`has a problem and hides nothing: ${name} is "${problem}"`, async () => {
      const { library } = await parts();
      const uri = file(`briefings/${name}`);
      await writeAndHear(uri, content);
      const entry = await until(name, () => library.get(uri.toString()));
      assert.equal(entry.kind === 'briefing' ? entry.outline.problem?.code : entry.problem.kind, problem);
      assert.ok((await titles()).includes('Harbour report'));
      await vscode.workspace.fs.delete(uri);
      await until(`${name} gone`, () => !library.get(uri.toString()));
    });
  }

  it('includes a folder with the name of a briefing, also after a refresh', async () => {
    const { library } = await parts();
    const uri = file('briefings/folder.md');
    await vscode.workspace.fs.createDirectory(uri);
    const problem = () => {
      const entry = library.get(uri.toString());
      return entry?.kind === 'broken' && entry.problem.kind === 'notAFile';
    };
    await until('the folder', problem);
    await library.refresh();
    assert.ok(problem());
    await vscode.workspace.fs.delete(uri);
    await until('the folder gone', () => !library.get(uri.toString()));
  });

  it('includes a file that vanishes between listing and reading', async () => {
    const { library } = await parts();
    const uris = Array.from({ length: 20 }, (_, i) => file(`briefings/short-lived-${i}.md`));
    await Promise.all(uris.map((uri) => write(uri, '# Here and gone\n')));
    const looking = library.refresh();
    await Promise.all(uris.map((uri) => vscode.workspace.fs.delete(uri)));
    await looking;
    for (const uri of uris) {
      const entry = library.get(uri.toString());
      if (entry?.kind === 'broken') assert.equal(entry.problem.kind, 'missing');
    }
    await library.refresh();
    assert.deepEqual(
      uris.filter((uri) => library.get(uri.toString())),
      [],
    );
    assert.ok((await titles()).includes('Harbour report'));
  });

  it('never writes to a briefing', async () => {
    const uri = file('briefings/2026-03-02-harbour-report.md');
    const before = await vscode.workspace.fs.readFile(uri);
    const { mtime } = await vscode.workspace.fs.stat(uri);
    for (const command of ['openBriefing', 'nextTakeaway', 'showWholeBriefing', 'copyTakeaway', 'refresh']) {
      await vscode.commands.executeCommand(`briefings.${command}`, uri);
    }
    assert.deepEqual(await vscode.workspace.fs.readFile(uri), before);
    assert.equal((await vscode.workspace.fs.stat(uri)).mtime, mtime);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
