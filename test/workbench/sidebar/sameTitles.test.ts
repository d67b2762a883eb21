import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, forgetReading, HARBOUR, nodeAt, parts, run, until, write } from '../support/parts.ts';
import { itemKeys } from '../../../src/library/outline.ts';

describe('Rows of the sidebar with the same title', () => {
  const [one, two, undated] = ['1', '2', 'day-of-a-long-week-3'].map((name) =>
    file(`briefings/quiet-${name}.md`),
  ) as [vscode.Uri, vscode.Uri, vscode.Uri];

  before(async () => {
    const { library } = await parts();
    await write(one, '# Quiet\n\n2026-03-03\n\nNothing.\n');
    await write(two, '# Quiet\n\n2026-03-04\n\nNothing again.\n');
    await write(undated, '# Quiet\n\nNothing at all.\n');
    await until('the briefings', () => [one, two, undated].every((uri) => library.get(uri.toString())));
  });

  const row = async (uri: vscode.Uri) => {
    const { tree } = await parts();
    const { label, description, accessibilityInformation } = tree.getTreeItem(await nodeAt(uri));
    return [label, description, accessibilityInformation?.label];
  };

  it('start with their date, or with their file name', async () => {
    // The sidebar follows the library with a delay.
    await until('their dates', async () => (await row(one))[0] !== 'Quiet');
    assert.deepEqual(await row(one), ['Mar 3 · Quiet', '1', 'March 3, 2026, Quiet, unread, 1 item']);
    // A long name is cut at its start, which it often shares with others, and the title needs the space.
    const end = '…day-of-a-long-week-3.md';
    assert.deepEqual(await row(undated), [`${end} · Quiet`, '1', `${end}, Quiet, unread, 1 item`]);
    assert.deepEqual((await row(file(HARBOUR)))[0], 'Harbour report');
  });

  it('start with their folder name if their file names are the same', async () => {
    const { library } = await parts();
    const deeper = ['north', 'south'].map((name) => file(`briefings/${name}/quiet-1.md`));
    const [north, south] = deeper as [vscode.Uri, vscode.Uri];
    for (const uri of deeper) await write(uri, '# Quiet\n\nStill nothing.\n');
    for (const uri of deeper) await until('it', () => library.get(uri.toString()));
    await until('its folder', async () => (await row(north))[0] === 'north · Quiet');
    assert.deepEqual(await row(south), ['south · Quiet', '1', 'south, Quiet, unread, 1 item']);
    for (const uri of deeper)
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
    for (const uri of deeper) await until('its end', () => !library.get(uri.toString()));
  });

  it('start with their title again when no other has it', async () => {
    const { library, tree } = await parts();
    const only = await nodeAt(two);
    const drawn: unknown[] = [];
    const listening = tree.onDidChangeTreeData((nodes) => drawn.push(...(nodes ?? ['all'])));
    for (const uri of [one, undated]) await vscode.workspace.fs.delete(uri);
    await until('their end', () => !library.get(one.toString()) && !library.get(undated.toString()));
    await until('its title', async () => (await row(two))[0] === 'Quiet');
    listening.dispose();
    assert.ok(
      ['all', only, only.parent].some((node) => drawn.includes(node)),
      'it was drawn anew',
    );
    await vscode.workspace.fs.delete(two);
    await until('its end', () => !library.get(two.toString()));
  });
});

describe('Groups of the sidebar', () => {
  it('show how many of their briefings are unread, updated when one is finished', async () => {
    const { tree, readingLog } = await parts();
    await run('groupByFolder');
    const beside = ['tides', 'lights'].map((name) => file(`briefings/${name}.md`));
    for (const uri of beside) await write(uri, '# Beside\n\n- One\n');
    for (const uri of beside) await nodeAt(uri);
    await forgetReading();
    const harbour = await nodeAt(file(HARBOUR));
    const group = harbour.parent;
    assert.ok(harbour.kind === 'briefing' && group?.kind === 'group');
    const count = group.children.length;
    const said = () => {
      const { description, accessibilityInformation } = tree.getTreeItem(group);
      return [description, accessibilityInformation?.label.split(', ')[1]];
    };
    assert.deepEqual(said(), [`${count} unread`, `${count} unread briefings`]);
    const drawn: unknown[] = [];
    const listening = tree.onDidChangeTreeData((nodes) => drawn.push(nodes));
    const [first = '', ...others] = itemKeys(harbour.entry.outline);
    await readingLog.markRead([first]);
    assert.deepEqual(drawn, [[harbour]], 'a group of thousands is not drawn anew with each mark');
    await readingLog.markRead(others);
    assert.deepEqual(drawn[1], [group]);
    assert.equal(said()[0], `${count - 1} unread`);
    listening.dispose();
    await forgetReading();
    for (const uri of beside) await vscode.workspace.fs.delete(uri);
    const { library } = await parts();
    for (const uri of beside) await until('its end', () => !library.get(uri.toString()));
    await run('groupByDate');
  });
});
