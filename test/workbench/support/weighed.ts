import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Item, itemsIn } from '../../../src/briefing/readingItems.ts';
import type { SectionNode, TreeNode } from '../../../src/library/tree/nodes.ts';
import { DEFAULT_OPTIONS } from '../../../src/library/tree/grouping.ts';
import { LibraryDragAndDrop } from '../../../src/workbench/sidebar/dragAndDrop.ts';
import { closeAll, file, nodeAt, parts, until, writeAndHear } from './parts.ts';

/* A briefing with text in its sections. Nothing in it is read or starred. */

export const WEIGHED = file('briefings/2026-03-08-weighed.md');
const TEXT = `# Weighed

The office has weighed what came in on Sunday.

## Weights

Of herring there were two tons, says [the office](https://fish.example/herring).

- **Cod:** Half a ton. ([list](https://fish.example/cod))

### Rest

- **Crabs:** None. ([list](https://fish.example/crabs))

Nothing else was weighed, says [the master](https://fish.example/scale).
`;

export const HERRING = 'Of herring there were two tons, says the office.';
const quoted = (readIn: string) =>
  `> **Weights**\n>\n> ${HERRING}\n>\n> — ${readIn}\n>\n> — [the office](<https://fish.example/herring>)`;
export const HERRING_QUOTED = quoted('Weighed, 2026-03-08');

/** Marks everything in it as unread and not starred, and closes everything. */
export async function begin(): Promise<void> {
  const { library, readingLog, options } = await parts();
  if (!library.get(WEIGHED.toString())) {
    await writeAndHear(WEIGHED, TEXT);
    await until('the briefing', () => library.get(WEIGHED.toString()));
  }
  await closeAll();
  options.set(DEFAULT_OPTIONS);
  await readingLog.markRead(await keys(), false);
  await readingLog.star(readingLog.starred, false);
}

export async function end(): Promise<void> {
  const { library } = await parts();
  await begin();
  await vscode.workspace.fs.delete(WEIGHED);
  await until('its end', () => !library.get(WEIGHED.toString()));
}

export async function section(id: string): Promise<SectionNode> {
  const node = await nodeAt(WEIGHED, id);
  assert.ok(node.kind === 'section');
  return node;
}

export async function items(): Promise<readonly Item[]> {
  const { library } = await parts();
  const opened = await library.open(WEIGHED.toString());
  assert.ok(opened?.kind === 'briefing');
  return itemsIn(opened.briefing);
}

export async function keys(): Promise<string[]> {
  return (await items()).map(({ key }) => key);
}

/** The state of each item. */
export async function marked(): Promise<string[]> {
  const { readingLog } = await parts();
  return (await keys()).map((key) =>
    [readingLog.isRead(key) && 'read', readingLog.isStarred(key) && 'starred'].filter(Boolean).join(' '),
  );
}

export async function click(node: TreeNode): Promise<void> {
  const { tree } = await parts();
  const { command } = tree.getTreeItem(node);
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

export async function dragged(node: TreeNode): Promise<string> {
  const { library, inbox, tree } = await parts();
  const data = new vscode.DataTransfer();
  await new LibraryDragAndDrop(library, tree, inbox, () => undefined).handleDrag([node], data);
  return data.get('text/plain')?.value as string;
}
