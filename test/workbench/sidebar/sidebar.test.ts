import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/library/tree/nodes.ts';
import {
  file,
  forgetReading,
  HARBOUR,
  nodeAt,
  parts,
  run,
  takeawayNode,
  until,
  write,
} from '../support/parts.ts';

describe('The sidebar', () => {
  it('shows sections, takeaways and references in document order', async () => {
    await forgetReading();
    assert.deepEqual(await drawn(file('briefings/2026-03-02-harbour-report.md')), [
      'Harbour report | 7 · Mar 2',
      '  In brief | 3 unread',
      '    North quay | 🚧 Closed until Thursday for repairs.',
      '    Tugs | Two of four are back in service.',
      '    Fog is expected after midnight. | ',
      '  Ships in port | 3 unread',
      '    Expected | 2 unread',
      '      Aurora, with timber | ',
      '      Lena, in ballast | ',
      '  Sources | ',
      '    Port authority notice 14 | Port of Example · port.example',
      '    Radio log | ',
      '  Links in the Text',
      '    Lena | ships.example',
    ]);
  });

  it('shows the address of a reference without a title, once', async () => {
    const uri = file('briefings/untitled-sources.md');
    await write(
      uri,
      '# Untitled\n\nWords.\n\n## Sources\n\n- https://www.a.example/b\n- [C](https://c.example)\n',
    );
    const { library } = await parts();
    await until('the briefing', () => library.get(uri.toString()));
    assert.deepEqual((await drawn(uri)).slice(-2), ['    a.example/b | ', '    C | c.example']);
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('shows the items of a briefing without named sections right below it, where they can be revealed', async () => {
    const uri = file('briefings/late-wire.md');
    await write(uri, '# Late wire\n\n- **Ferry:** It stops\n- **Crane:** It comes\n');
    const { library, tree } = await parts();
    await until('the briefing', () => library.get(uri.toString()));
    assert.deepEqual((await drawn(uri)).slice(1), ['  Ferry | It stops', '  Crane | It comes']);
    const node = await takeawayNode('briefings/late-wire.md', 'Crane');
    assert.equal(tree.getParent(node)?.id, uri.toString());
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('expands the key takeaways, and nothing else', async () => {
    const items = await itemsOf(file('briefings/2026-03-02-harbour-report.md'));
    const states = items
      .filter(({ item }) => item.collapsibleState !== vscode.TreeItemCollapsibleState.None)
      .map(({ item }) => [item.label, item.collapsibleState === vscode.TreeItemCollapsibleState.Expanded]);
    assert.deepEqual(states, [
      ['Harbour report', false],
      ['In brief', true],
      ['Ships in port', false],
      ['Expected', false],
      ['Sources', false],
      ['Links in the Text', false],
    ]);
  });

  it('opens what is clicked: a briefing, a section, a takeaway, a reference with a link', async () => {
    const items = await itemsOf(file('briefings/2026-03-02-harbour-report.md'));
    const commands = items.map(({ node, item }) => [node.kind, item.command?.command]);
    assert.deepEqual(commands, [
      ['briefing', 'briefings.openBriefing'],
      ['section', 'briefings.openBriefing'],
      ['item', 'briefings.openTakeaway'],
      ['item', 'briefings.openTakeaway'],
      ['item', 'briefings.openTakeaway'],
      ['section', 'briefings.openBriefing'],
      ['section', 'briefings.openBriefing'],
      ['item', 'briefings.openTakeaway'],
      ['item', 'briefings.openTakeaway'],
      ['section', 'briefings.openBriefing'],
      ['reference', 'briefings.openReference'],
      ['reference', undefined],
      ['references', undefined],
      ['reference', 'briefings.openReference'],
    ]);
  });

  it('has the lede as a plain text tooltip', async () => {
    const { tree } = await parts();
    const [root] = await itemsOf(file('briefings/2026-03-02-harbour-report.md'));
    assert.ok(root);
    const { tooltip } = await tree.resolveTreeItem(root.item, root.node);
    assert.equal(typeof tooltip, 'string');
    assert.match(tooltip as string, /^Harbour report\n\n7 items · \d unread\n\n/);
    assert.match(tooltip as string, /Three ships waited outside the harbour this morning\./);
  });

  it('never takes content for Markdown or a command', async () => {
    const uri = file('briefings/hostile.md');
    const words = '$(verified) [x](command:briefings.refresh) <img src=x onerror=alert(1)>';
    await write(uri, `# ${words}\n\n${words}\n\n## ${words}\n\n- **${words}:** ${words}\n`);
    const { library, tree } = await parts();
    await until('the briefing', () => library.get(uri.toString()));
    for (const { node, item } of await itemsOf(uri)) {
      const { label, description, tooltip } = await tree.resolveTreeItem(item, node);
      assert.deepEqual(
        [typeof label, typeof (description ?? ''), typeof (tooltip ?? '')],
        ['string', 'string', 'string'],
      );
    }
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
  });

  it('refreshes what has changed, and nothing else', async () => {
    const { tree } = await parts();
    let drawn = 0;
    await tree.getChildren();
    // Waits for events that earlier tests have caused.
    await new Promise((resolve) => setTimeout(resolve, 700));
    const counting = tree.onDidChangeTreeData(() => drawn++);
    await run('refresh');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(drawn, 0);
    const uri = file('briefings/drawn.md');
    await write(uri, '# Drawn\n');
    await until('the new one', () => drawn === 1);
    await tree.getChildren();
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => drawn === 2);
    counting.dispose();
  });

  it('follows the reader', async () => {
    const { sidebar, readers } = await parts();
    await vscode.commands.executeCommand('briefings.library.focus');
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    const selected = () => sidebar.view.selection[0];
    const label = () => {
      const node = selected();
      return node?.kind === 'item' ? node.item.label : undefined;
    };
    await until('the first takeaway selected', () => label() === 'North quay');
    await run('nextTakeaway');
    await until('the second takeaway selected', () => label() === 'Tugs');
    assert.equal(readers.item?.label, 'Tugs');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

interface Row {
  readonly node: TreeNode;
  readonly item: vscode.TreeItem;
  readonly depth: number;
}

/** All rows of a briefing, expanded. */
async function itemsOf(uri: vscode.Uri): Promise<Row[]> {
  const { tree } = await parts();
  const rows: Row[] = [];
  const visit = async (node: TreeNode, depth: number): Promise<void> => {
    rows.push({ node, item: tree.getTreeItem(node), depth });
    for (const child of await tree.getChildren(node)) {
      assert.equal(tree.getParent(child), node);
      await visit(child, depth + 1);
    }
  };
  const root = await nodeAt(uri);
  await visit(root, 0);
  return rows;
}

async function drawn(uri: vscode.Uri): Promise<string[]> {
  return (await itemsOf(uri)).map(({ item, depth }) => {
    const description = item.description === undefined ? '' : ` | ${String(item.description)}`;
    return `${'  '.repeat(depth)}${item.label as string}${description}`;
  });
}
