import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DEFAULT_OPTIONS } from '../../src/library/tree/grouping.ts';
import { takeawaysIn } from '../../src/briefing/briefingContents.ts';
import { itemKeys } from '../../src/library/outline.ts';
import { MARKED, removeMarked, saidBy, TEXT } from './support/marking.ts';
import { file, nodeAt, parts, run, until, write, writeAndHear } from './support/parts.ts';

/* The log outlives a test, so each test uses words of its own. */
describe('What was read', () => {
  before(() => vscode.workspace.getConfiguration('briefings').update('markRead', 'manual'));

  beforeEach(async () => {
    const { library, readingLog } = await parts();
    await writeAndHear(MARKED, TEXT);
    await until('the briefing', () => library.get(MARKED.toString()));
    await readingLog.markRead(await keys(), false);
    await readingLog.star(await keys(), false);
  });

  afterEach(async () => {
    const { options } = await parts();
    options.set(DEFAULT_OPTIONS);
  });

  after(removeMarked);

  it('can be marked by command: a takeaway, a section, a briefing, several at once', async () => {
    const [one, two, three] = await takeawayNodes();
    assert.deepEqual(await states(), ['unread', 'unread', 'unread']);
    await run('markAsRead', one);
    assert.deepEqual(await states(), ['read', 'unread', 'unread']);
    assert.equal((await item()).description, '2 unread');
    await run('markAsRead', two, [two, three]);
    assert.deepEqual(await states(), ['read', 'read', 'read']);
    assert.equal(iconOf(await item()), 'check');
    assert.equal((await item()).resourceUri?.path, '/read', 'which is decorated as such');
    await run('markAsUnread', await nodeAt(MARKED, 's-highlights'));
    assert.deepEqual(await states(), ['unread', 'unread', 'unread']);
    await run('markAsRead', await nodeAt(MARKED));
    assert.deepEqual(await states(), ['read', 'read', 'read']);
  });

  it('is announced as text too', async () => {
    const [one] = await takeawayNodes();
    await run('markAsRead', one);
    await run('star', one);
    assert.equal((await item()).accessibilityInformation?.label, 'Marked, 2 unread, 1 starred item, 3 items');
    assert.equal((await item('One')).accessibilityInformation?.label, 'One, read, starred, Highlights');
  });

  it('can be undone, also for many items at once', async () => {
    const [one] = await takeawayNodes();
    await run('markAsRead', one);
    await run('markAsRead', await nodeAt(MARKED));
    await run('undoMarkAsRead');
    assert.deepEqual(await states(), ['read', 'unread', 'unread']);
    await run('undoMarkAsRead');
    assert.deepEqual(await states(), ['unread', 'unread', 'unread']);
  });

  it('is announced with the state before when it is undone', async () => {
    const { readers } = await parts();
    const [one] = await takeawayNodes();
    await run('markAsRead', await nodeAt(MARKED));
    await run('markAsUnread', one);
    const said = await saidBy(readers, async () => {
      for (let i = 0; i < 2; i++) await run('undoMarkAsRead');
    });
    assert.deepEqual(said, [
      '“One” in “Marked” is marked as read again.',
      '3 items are marked as unread again.',
    ]);
  });

  it('is announced for the current item, but not for a row, which shows it', async () => {
    const { readers } = await parts();
    const [one] = await takeawayNodes();
    await run('openTakeaway', one);
    const said = await saidBy(readers, async () => {
      await run('markAsRead');
      await run('markAsUnread');
      await run('markAsRead', one);
    });
    assert.deepEqual(said, ['“One” is marked as read.', '“One” is marked as unread.']);
  });

  it('is what the sidebar shows when all is marked', async () => {
    const { options, readingLog, library } = await parts();
    const all = [...library.entries].flatMap((entry) =>
      entry.kind === 'briefing' ? itemKeys(entry.outline) : [],
    );
    await readingLog.markRead(all, false);
    // Neither the title nor a label has all of these words.
    options.set({ words: 'the marked One' });
    await run('markAllAsRead');
    options.set({ words: 'marked' });
    assert.deepEqual(await states(), ['unread', 'unread', 'unread']);
    await run('markAllAsRead');
    assert.deepEqual(await states(), ['read', 'read', 'read']);
    options.set({ words: '' });
    const others = [...library.entries].filter(({ uri }) => uri !== MARKED.toString());
    assert.ok(
      others.some(
        (entry) =>
          entry.kind === 'briefing' && itemKeys(entry.outline).some((key) => !readingLog.isRead(key)),
      ),
      'nothing else was touched',
    );
  });

  it('is identified by its words: kept after a move or new formatting, but not with new words', async () => {
    const { library } = await parts();
    await run('markAsRead', await nodeAt(MARKED));
    const moved = file('briefings/moved.md');
    await vscode.workspace.fs.rename(MARKED, moved);
    await until('the new name', () => library.get(moved.toString()));
    assert.deepEqual(await states(moved), ['read', 'read', 'read']);
    await write(
      moved,
      TEXT.replace('- **One:** the first', '* __One__:  the *first*').replace('second', '2nd'),
    );
    await until('the edit', async () => (await states(moved))[1] === 'unread');
    assert.deepEqual(await states(moved), ['read', 'unread', 'read']);
    await vscode.workspace.fs.delete(moved);
    await until('its end', () => !library.get(moved.toString()));
  });

  it('is independent of stars', async () => {
    const [one] = await takeawayNodes();
    await run('star', one);
    assert.equal(iconOf(await item('One')), 'circle-small-filled');
    assert.equal((await item('One')).description, '★ the first of the marked');
    await run('markAsRead', one);
    assert.equal(iconOf(await item('One')), 'circle-small');
  });

  it('is shown by a briefing that is starred itself, with the number of stars in it otherwise', async () => {
    const row = async () => {
      const { description, contextValue = '' } = await item();
      return [description, contextValue.split('+').includes('starred')];
    };
    await run('star', (await takeawayNodes())[0]);
    assert.deepEqual(await row(), ['★ 1 · 3', false]);
    await run('star', await nodeAt(MARKED));
    assert.deepEqual(await row(), ['★ · 3', true]);
    await run('unstar', await nodeAt(MARKED));
    assert.deepEqual(await row(), ['★ 1 · 3', false]);
    await run('unstar', (await takeawayNodes())[0]);
    assert.deepEqual(await row(), ['3', false]);
  });

  it('is marked as soon as it is opened if the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('briefings');
    await settings.update('markRead', 'opened');
    const [, two] = await takeawayNodes();
    await run('openTakeaway', two);
    assert.deepEqual(await states(), ['unread', 'read', 'unread']);
    await settings.update('markRead', 'manual');
  });
});

async function takeawayNodes(uri = MARKED) {
  const { library } = await parts();
  const opened = await library.open(uri.toString());
  const takeaways = opened?.kind === 'briefing' ? takeawaysIn(opened.briefing.sections) : [];
  return Promise.all(takeaways.map(({ id }) => nodeAt(uri, id)));
}

async function keys(): Promise<string[]> {
  return (await takeawayNodes()).flatMap((node) => (node.kind === 'item' ? [node.item.key] : []));
}

/** The state of each takeaway in the sidebar. */
async function states(uri = MARKED): Promise<(string | undefined)[]> {
  const { tree } = await parts();
  const nodes = await takeawayNodes(uri);
  return nodes.map((node) => /\+(read|unread)/.exec(tree.getTreeItem(node).contextValue ?? '')?.[1]);
}

/** The row of the briefing, or of its takeaway with this label. */
async function item(label?: string): Promise<vscode.TreeItem> {
  const { tree } = await parts();
  if (label === undefined) return tree.getTreeItem(await nodeAt(MARKED));
  const node = (await takeawayNodes()).find((one) => one.kind === 'item' && one.item.label === label);
  assert.ok(node);
  return tree.getTreeItem(node);
}

function iconOf({ iconPath }: vscode.TreeItem): string | undefined {
  return iconPath instanceof vscode.ThemeIcon ? iconPath.id : undefined;
}
