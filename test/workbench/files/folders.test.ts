import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findBriefings } from '../../../src/workbench/sources/findBriefings.ts';
import { FolderGlobs } from '../../../src/workbench/sources/folderGlobs.ts';
import { ownFolders, folderUri } from '../../../src/workbench/sources/ownFolders.ts';
import { localDay } from '../../../src/library/days.ts';
import type { TreeNode } from '../../../src/library/tree/nodes.ts';
import { saidBy } from '../support/marking.ts';
import { file, hideSidebar, parts, run, until, write, writeAndHear } from '../support/parts.ts';

/** Beside the workspace, not inside. */
const OWN = vscode.Uri.joinPath(file('.'), '..', `own-${Date.now()}`);
const PATH = OWN.scheme === 'file' ? OWN.fsPath : OWN.toString();

describe('A folder outside of the workspace', () => {
  const settings = () => vscode.workspace.getConfiguration('briefings');

  before(async () => {
    await write(vscode.Uri.joinPath(OWN, 'one.md'), '# One of mine\n\n- a\n');
    await write(vscode.Uri.joinPath(OWN, 'deep', 'er', 'two.txt'), 'Two of mine\n\n- b\n');
    await write(vscode.Uri.joinPath(OWN, 'picture.png'), 'none');
    await write(vscode.Uri.joinPath(OWN, 'node_modules', 'three.md'), '# None of mine\n');
    await write(vscode.Uri.joinPath(OWN, '.hidden', 'four.md'), '# None of mine\n');
  });

  afterEach(() => settings().update('folders', undefined, vscode.ConfigurationTarget.Global));

  after(() => vscode.workspace.fs.delete(OWN, { recursive: true }));

  it('is read at any depth, and leaves when its setting is removed', async () => {
    const { library } = await parts();
    await settings().update('folders', [` ${PATH} `], vscode.ConfigurationTarget.Global);
    await until('its briefings', async () => (await own()).length === 2);
    assert.deepEqual(await own(), ['One of mine', 'Two of mine']);
    const { tree } = await parts();
    await run('groupByFolder');
    const group = (await tree.getChildren()).find(({ id }) => id === `folder:${OWN.toString()}`);
    assert.ok(group);
    assert.equal(tree.getTreeItem(group).contextValue, 'group+own');
    await run('groupByDate');
    await run('removeFolder', group);
    await until('its end', async () => (await own()).length === 0);
    assert.ok(library.get(file('letter.md').toString()) === undefined);
  });

  it('is added by a command, which says what it has and shows it in the sidebar', async () => {
    const { tree, sidebar, readers } = await parts();
    await vscode.commands.executeCommand('briefings.library.focus');
    const said = await saidBy(readers, () => run('addFolder', OWN));
    assert.deepEqual(settings().get('folders'), [PATH]);
    assert.deepEqual(said, [`2 briefings in “${OWN.path.split('/').at(-1)}”`]);
    const isOwn = ({ kind, id }: TreeNode) => kind === 'briefing' && id.startsWith(OWN.toString());
    const row = await until('its row', () => sidebar.view.selection.find(isOwn));
    assert.equal(row, await tree.find(row.id, undefined));
    await hideSidebar();
  });

  it('is shown at its first unread briefing, which is a new one, not at a file without a date', async () => {
    const { tree, sidebar } = await parts();
    const mixed = vscode.Uri.joinPath(OWN, '..', `mixed-${Date.now()}`);
    const today = localDay(new Date());
    for (const name of ['2026-03-01', '2026-03-02', today, 'about', 'notes', 'todo'])
      await write(vscode.Uri.joinPath(mixed, `${name}.md`), `# Mixed ${name}\n\n- a\n`);
    await vscode.commands.executeCommand('briefings.library.focus');
    await run('addFolder', mixed);
    const row = await until('its row', () =>
      sidebar.view.selection.find(({ id }) => id.startsWith(mixed.toString())),
    );
    assert.equal(row.id, vscode.Uri.joinPath(mixed, `${today}.md`).toString());
    assert.equal(tree.getParent(row)?.id, 'date:new');
    await hideSidebar();
    await vscode.workspace.fs.delete(mixed, { recursive: true });
  });

  it('is watched', async () => {
    const { library } = await parts();
    await settings().update('folders', [PATH], vscode.ConfigurationTarget.Global);
    await until('its briefings', async () => (await own()).length === 2);
    const uri = vscode.Uri.joinPath(OWN, 'deep', 'new.md');
    await writeAndHear(uri, '# New of mine\n');
    await until('the new one', () => library.get(uri.toString()));
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
    // A file where no briefings are searched stays out; the file beside it proves that the event arrived.
    const [outside, beside] = ['.hidden/four.md', 'beside.md'].map((path) => vscode.Uri.joinPath(OWN, path));
    assert.ok(outside && beside);
    const told = new Set<string>();
    const listening = library.onDidChange((uris) => {
      for (const one of uris) told.add(one);
    });
    await writeAndHear(outside, '# Still none of mine\n');
    await write(beside, '# Beside\n');
    await until('what is beside it', () => library.get(beside.toString()));
    listening.dispose();
    assert.ok(!told.has(outside.toString()));
    await vscode.workspace.fs.delete(beside);
    await until('its end', () => !library.get(beside.toString()));
  });

  it('that is missing is shown as a problem, and hides nothing', async () => {
    const { library } = await parts();
    const missing = vscode.Uri.joinPath(OWN, 'missing');
    const path = missing.scheme === 'file' ? missing.fsPath : missing.toString();
    await settings().update('folders', [path, PATH], vscode.ConfigurationTarget.Global);
    const entry = await until('the fault', () => library.get(missing.toString()));
    assert.equal(entry.kind === 'broken' && entry.problem.kind, 'unreadable');
    await until('the other folder', async () => (await own()).length === 2);
  });
});

describe('A folder of the workspace', () => {
  it('that is gone is shown as a problem, not as a folder without briefings', async () => {
    const { uri } = vscode.workspace.workspaceFolders?.[0] ?? assert.fail('no folder');
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const find = (name: string) => {
      const folder = { uri: vscode.Uri.joinPath(uri, name), name, index: 0 };
      return findBriefings(folder, new FolderGlobs(folder, logger), () => true, logger);
    };
    await assert.rejects(find('gone'));
    await vscode.workspace.fs.createDirectory(file('bare'));
    assert.deepEqual(await find('bare'), []);
    await vscode.workspace.fs.delete(file('bare'), { recursive: true });
  });
});

describe('A path in the settings', () => {
  it('is a folder, may start with ~, or is a URI', () => {
    const paths = (path: string) => folderUri(path).toString();
    assert.equal(paths('/srv/news/'), vscode.Uri.file('/srv/news').toString());
    assert.equal(
      paths('vscode-vfs://github/me/news/'),
      vscode.Uri.parse('vscode-vfs://github/me/news').toString(),
    );
    // A path that cannot be a URI would otherwise stop the activation.
    assert.equal(paths('////srv/news'), vscode.Uri.file('/srv/news').toString());
    assert.equal(paths('vscode-vfs:////news'), vscode.Uri.parse('vscode-vfs:///news').toString());
    const { process } = globalThis as { process?: { env?: { HOME?: string } } };
    const home = process?.env?.HOME;
    // The web has no home folder: the path stays as it is, and is reported as missing.
    assert.equal(paths('~/news'), vscode.Uri.file(home === undefined ? '~/news' : `${home}/news`).toString());
    assert.equal(paths('~other'), vscode.Uri.file('~other').toString());
  });

  it('must not be a whole disk', async () => {
    const settings = vscode.workspace.getConfiguration('briefings');
    const whole = ['/', ' ', 'C:\\', 'c:/', 'D:', 'vscode-vfs://github', 'vscode-vfs://github/'];
    await settings.update('folders', [...whole, 'C:\\news', PATH], vscode.ConfigurationTarget.Global);
    assert.deepEqual(ownFolders().map(String), [folderUri('C:\\news').toString(), OWN.toString()]);
    await settings.update('folders', undefined, vscode.ConfigurationTarget.Global);
  });
});

describe('Globs', () => {
  it('respect this setting and files.exclude', async () => {
    const { library } = await parts();
    const notes = file('briefings/team/notes.txt').toString();
    assert.ok(library.get(notes));
    for (const [section, key, value] of [
      ['briefings', 'exclude', ['**/team/**']],
      ['files', 'exclude', { '**/team': true }],
    ] as const) {
      const settings = vscode.workspace.getConfiguration(section);
      await settings.update(key, value, vscode.ConfigurationTarget.Workspace);
      await until(`${section}.${key}`, () => !library.get(notes));
      await settings.update(key, undefined, vscode.ConfigurationTarget.Workspace);
      await until('it again', () => library.get(notes));
    }
  });
});

/** The titles of the briefings in the folder. */
async function own(): Promise<string[]> {
  const { library } = await parts();
  return [...library.entries]
    .flatMap((entry) =>
      entry.kind === 'briefing' && entry.root === OWN.toString() ? [entry.outline.title] : [],
    )
    .sort();
}
