import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { file, nodeAt, parts, run, text, until, writeAndHear } from '../support/parts.ts';
import {
  begin,
  click,
  dragged,
  end,
  HERRING,
  HERRING_QUOTED,
  keys,
  marked,
  section,
} from '../support/weighed.ts';

const COD = 'Cod: Half a ton.\n— Weighed, 2026-03-08\n— list (https://fish.example/cod)';

describe('A section with text of its own', () => {
  before(() => vscode.workspace.getConfiguration('briefings').update('markRead', 'manual'));
  beforeEach(begin);
  after(async () => {
    await vscode.workspace.getConfiguration('briefings').update('markRead', undefined);
    await end();
  });

  it('shows the state of all its items, and is dimmed when they are read', async () => {
    const { readingLog } = await parts();
    assert.deepEqual(await drawn('s-weights'), {
      icon: 'circle-small-filled',
      context: 'section+text+link+unread',
      description: '4 unread',
      spoken: 'Weights, unread, 4 unread',
      look: '/unread',
    });
    const [lede = '', herring = '', ...others] = await keys();
    await readingLog.markRead([lede, herring]);
    assert.deepEqual(await drawn('s-weights'), {
      icon: 'circle-small-filled',
      context: 'section+text+link+unread',
      description: '3 unread',
      spoken: 'Weights, unread, 3 unread',
      look: '/unread',
    });
    await readingLog.star([herring]);
    await readingLog.markRead(others);
    assert.deepEqual(await drawn('s-weights'), {
      icon: 'circle-small',
      context: 'section+text+link+read+starred',
      description: '★ · 4',
      spoken: 'Weights, read, starred, 4 items',
      look: '/read',
    });
  });

  it('has the buttons of an item', async () => {
    assert.deepEqual(await buttons('s-weights'), ['markAsRead', 'star', 'openReference']);
    const weights = await section('s-weights');
    await run('markAsRead', weights);
    await run('star', weights);
    assert.deepEqual(await buttons('s-weights'), ['markAsUnread', 'unstar', 'openReference']);
  });

  it('marks all its items, and nothing else', async () => {
    const weights = await section('s-weights');
    await run('markAsRead', weights);
    assert.deepEqual(await marked(), ['', 'read', 'read', 'read', 'read']);
    await run('markAsUnread', weights);
    assert.deepEqual(await marked(), ['', '', '', '', '']);
    await run('markAsRead', await section('s-rest'));
    assert.deepEqual(await marked(), ['', '', '', 'read', 'read']);
  });

  it('stars its own text only', async () => {
    const rest = await section('s-rest');
    await run('star', rest);
    assert.deepEqual(await marked(), ['', '', '', '', 'starred']);
    await run('unstar', rest);
    assert.deepEqual(await marked(), ['', '', '', '', '']);
  });

  it('opens at its first item', async () => {
    const { readers } = await parts();
    await click(await section('s-weights'));
    // Another test may have chosen another view.
    await run('showTakeaway');
    assert.deepEqual([text(readers), readers.view], [HERRING, 'item']);
    await click(await section('s-rest'));
    assert.deepEqual([text(readers), readers.view], ['None. (list)', 'item']);
  });

  it('is copied with all its items; its references are those of its text', async () => {
    await run('copyTakeaway', await section('s-weights'));
    const copied = (await vscode.env.clipboard.readText()).split('\n\n');
    assert.equal(copied.length, 4);
    assert.equal(
      copied[0],
      `Weights\n${HERRING}\n— Weighed, 2026-03-08\n— the office (https://fish.example/herring)`,
    );
    assert.equal(copied[1], COD);
    await run('copyReferenceLink', await section('s-rest'));
    assert.equal(await vscode.env.clipboard.readText(), 'https://fish.example/scale');
  });

  it('is copied completely, though its text is divided', async () => {
    const { library } = await parts();
    const long = file('briefings/2026-03-08-long.md');
    const paragraphs = Array.from(
      { length: 8 },
      (_, i) => `In year ${i} ${'the boats came in '.repeat(30)}.`,
    );
    await writeAndHear(long, `# Long\n\n## History\n\n${paragraphs.join('\n\n')}\n`);
    await until('the briefing', () => library.get(long.toString()));
    const history = await nodeAt(long, 's-history');
    assert.ok(history.kind === 'section' && history.passages.length > 1);
    await run('copyTakeaway', history);
    const copied = await vscode.env.clipboard.readText();
    for (const i of paragraphs.keys()) assert.ok(copied.includes(`In year ${i} `), `${i}`);
    await vscode.workspace.fs.delete(long);
    await until('its end', () => !library.get(long.toString()));
  });

  it('is dragged with all its items', async () => {
    const pieces = (await dragged(await section('s-weights'))).split('\n\n');
    assert.equal(pieces.length, 4);
    assert.equal(pieces[0], HERRING_QUOTED);
    assert.match(pieces[1] ?? '', /^> \*\*Cod:\*\* Half a ton\./);
  });
});

async function drawn(id: string) {
  const { tree } = await parts();
  const item = tree.getTreeItem(await section(id));
  const { contextValue: context, description, iconPath, accessibilityInformation, resourceUri } = item;
  const icon = iconPath instanceof vscode.ThemeIcon ? iconPath.id : undefined;
  return { icon, context, description, spoken: accessibilityInformation?.label, look: resourceUri?.path };
}

/** The inline actions of the section’s row in package.json. */
async function buttons(id: string): Promise<string[]> {
  const { context = '' } = await drawn(id);
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  const { contributes } = extension?.packageJSON as {
    readonly contributes: { readonly menus: Readonly<Record<string, readonly MenuEntry[]>> };
  };
  return (contributes.menus['view/item/context'] ?? [])
    .filter(({ group }) => group.startsWith('inline'))
    .filter(({ when }) => new RegExp(/viewItem =~ \/(.*)\/$/.exec(when)?.[1] ?? '$^').test(context))
    .map(({ command }) => command.replace('briefings.', ''));
}

interface MenuEntry {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}
