import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  choose,
  file,
  forgetReading,
  nodeAt,
  parts,
  run,
  until,
  uriOf,
  writeAndHear,
} from '../support/parts.ts';

describe('Undated files that were copied together', () => {
  const uris = [10, 9, 1].map((number) => file(`briefings/copied/issue-${number}.md`));

  after(async () => {
    const { library } = await parts();
    await vscode.workspace.fs.delete(file('briefings/copied'), { recursive: true });
    await until('their end', () => !uris.some((uri) => library.get(uri.toString())));
  });

  it('are in “No Date”, the last group, sorted by the numbers in their names', async () => {
    const { tree, library } = await parts();
    await run('groupByDate');
    for (const uri of uris) await writeAndHear(uri, '# Issue\n\nWords.\n');
    await until('the briefings', () => uris.every((uri) => library.get(uri.toString())));
    // They are new otherwise.
    await tree.markNewsAsSeen();
    const groupAt = async (uri: vscode.Uri) => (await nodeAt(uri)).parent;
    const group = await until('the group', async () => {
      const groups = await Promise.all(uris.map(groupAt));
      const [first] = groups;
      return first?.id === 'date:no-date' && groups.every((one) => one === first) && first;
    });
    assert.ok(group.kind === 'group');
    assert.equal(tree.getTreeItem(group).label, 'No Date');
    assert.equal(
      (await tree.getChildren()).findLast(({ kind }) => kind === 'group'),
      group,
    );
    const rows = group.children
      .map((node) => tree.getTreeItem(node).label as string)
      .filter((label) => label.startsWith('issue'));
    assert.deepEqual(rows, ['issue-1.md · Issue', 'issue-9.md · Issue', 'issue-10.md · Issue']);
  });

  it('come last in Open Briefing… as well', async () => {
    const { readers } = await parts();
    await forgetReading();
    await choose(run('openBriefing'), 0);
    assert.ok(!uris.some((uri) => uri.toString() === uriOf(readers)), uriOf(readers));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
