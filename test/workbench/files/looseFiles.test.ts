import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { saidBy } from '../support/marking.ts';
import { file, parts, run, until, write } from '../support/parts.ts';

/** A Markdown file of the workspace that is in no folder of briefings. */
const LETTER = 'letter.md';

describe('Markdown files that are not read as briefings', () => {
  const settings = () => vscode.workspace.getConfiguration('briefings');

  /** The row that tells of them. */
  async function row() {
    const { tree } = await parts();
    return (await tree.getChildren()).find(({ kind }) => kind === 'loose');
  }

  const countIs = (count: number) =>
    until(`${count} of them`, async () => ((await row()) as { count?: number } | undefined)?.count === count);

  afterEach(() => settings().update('include', undefined, vscode.ConfigurationTarget.Workspace));

  it('are told of in one row, as many as there are', async () => {
    const { tree } = await parts();
    await countIs(1);
    const one = await row();
    assert.ok(one);
    const { label, contextValue, command } = tree.getTreeItem(one);
    assert.equal(label, '1 Markdown file not read as a briefing');
    assert.equal(contextValue, 'loose');
    assert.equal(command?.command, 'briefings.readLooseFiles');
    const more = file('more.md');
    await write(more, '# More\n');
    await countIs(2);
    assert.equal(tree.getTreeItem(one).label, '2 Markdown files not read as briefings');
    await vscode.workspace.fs.delete(more);
    await countIs(1);
  });

  it('are not told of while the list is filtered', async () => {
    await countIs(1);
    await run('showUnread');
    assert.equal(await row(), undefined);
    await run('showAll');
    assert.ok(await row());
  });

  it('are read by its command, which changes a setting of the workspace', async () => {
    const { library, readers } = await parts();
    await countIs(1);
    const letter = file(LETTER).toString();
    assert.equal(library.get(letter), undefined);
    const said = await saidBy(readers, async () => run('readLooseFiles', await row()));
    assert.match(said.join(), /are read as briefings now/);
    await until('the letter', () => library.get(letter));
    await until('no row', async () => !(await row()));
    assert.ok(settings().inspect<string[]>('include')?.workspaceValue?.includes('**/*.{md,markdown}'));
    await settings().update('include', undefined, vscode.ConfigurationTarget.Workspace);
    await until('its end', () => !library.get(letter));
    await countIs(1);
  });
});
