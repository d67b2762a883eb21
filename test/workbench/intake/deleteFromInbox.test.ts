import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../src/library/tree/nodes.ts';
import type { CommandContext } from '../../../src/workbench/commands/commandContext.ts';
import { deleteFromInbox } from '../../../src/workbench/commands/folders.ts';
import { file, HARBOUR, nodeAt, parts, run, until } from '../support/parts.ts';

/* A test cannot answer a dialog: VS Code throws an error with the question. */
describe('Delete from Inbox', () => {
  const none = /Select a briefing in the inbox first\./;
  let kept: vscode.Uri;

  before(async () => {
    const { inbox, library } = await parts();
    kept = await inbox.add('kept.md', new TextEncoder().encode('# Kept for now\n'));
    await until('the copy', () => library.get(kept.toString()));
  });

  after(async () => {
    const { inbox, library } = await parts();
    await vscode.workspace.fs.delete(inbox.folder, { recursive: true });
    await run('refresh');
    await until('its end', () => !library.get(kept.toString()));
  });

  async function call(argument: unknown, selection?: unknown): Promise<void> {
    const { inbox } = await parts();
    await deleteFromInbox({ inbox } as CommandContext, argument, selection);
  }

  it('asks first, and only for files in the inbox', async () => {
    const [inside, outside] = [await nodeAt(kept), await nodeAt(file(HARBOUR))];
    const one = /Delete “Kept for now” from the inbox\?/;
    await assert.rejects(call(inside), one);
    await assert.rejects(call(outside, [outside, inside]), one);
    await assert.rejects(call(inside, [inside, inside]), /Delete 2 briefings from the inbox\?/);
    await exists(kept);
  });

  it('is not available for a file elsewhere', async () => {
    const outside = await nodeAt(file(HARBOUR));
    await assert.rejects(call(outside), none);
    await assert.rejects(call(undefined), none);
    await run('deleteFromInbox', outside);
    await exists(file(HARBOUR));
  });

  it('is not fooled by another spelling of a path', async () => {
    const { inbox } = await parts();
    const inside = await nodeAt(kept);
    assert.ok(inside.kind === 'briefing');
    const folder = inbox.folder.toString();
    const places = [
      `${folder}/../harbour.md`,
      `${folder}/%2e%2e/harbour.md`,
      `${folder}/a/../../harbour.md`,
      `${folder}-old/harbour.md`,
      folder,
      `${folder}/`,
      `untitled:${inbox.folder.path}/harbour.md`,
    ];
    for (const uri of places) {
      assert.equal(inbox.holds(uri), false, uri);
      const entry = { ...inside.entry, uri };
      await assert.rejects(call({ ...inside, uri, entry } satisfies TreeNode), none, uri);
      // The file that would be deleted is what counts.
      await assert.rejects(call({ ...inside, entry } satisfies TreeNode), none, uri);
    }
    assert.equal(inbox.holds(`${folder}/a/kept.md`), true);
  });
});

async function exists(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.stat(uri);
}
