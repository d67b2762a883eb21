import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { BriefingLinkHandler } from '../../../src/workbench/links/briefingLinkHandler.ts';
import { linkPath } from '../../../src/share/link.ts';
import {
  file,
  forgetReading,
  HARBOUR,
  label,
  nodeAt,
  parts,
  run,
  takeawayNode,
  until,
  uriOf,
  writeAndHear,
} from '../support/parts.ts';

describe('A link to an item', () => {
  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await forgetReading();
  });

  async function copied(...values: unknown[]): Promise<string> {
    await run('copyLink', ...values);
    return decodeURIComponent(await vscode.env.clipboard.readText());
  }

  it('is copied for the current item, for a tree item, and for a briefing', async () => {
    const node = await takeawayNode(HARBOUR, 'Tugs');
    await run('openTakeaway', node);
    const [read, ofNode, ofBriefing] = [
      await copied(),
      await copied(node),
      await copied(await nodeAt(file(HARBOUR))),
    ];
    const path = /\/read\/[\w-]{12}\/[\w-]{12}\/Harbour-report\/Tugs/;
    assert.match(read, path);
    assert.equal(path.exec(ofNode)?.[0], path.exec(read)?.[0]);
    assert.match(ofBriefing, /\/read\/[\w-]{12}\/-\/Harbour-report/);
    const isWeb = vscode.env.uiKind === vscode.UIKind.Web;
    assert.ok(read.startsWith(isWeb ? 'http' : `${vscode.env.uriScheme}://${EXTENSION_ID}/`), read);
  });

  it('finds the words wherever their file is', async () => {
    const { links, readers } = await parts();
    const old = file('briefings/2026-03-07-moved.md');
    const moved = file('briefings/team/2026-03-07-moved-again.md');
    const words = '# Moved\n\n## In brief\n\n- **One:** First.\n- **Two:** Second.\n';
    await writeAndHear(old, words);
    const { parse } = await parts();
    const briefing = parse(words, '2026-03-07-moved.md');
    const path = linkPath(briefing, itemsIn(briefing)[1]);
    const uri = vscode.Uri.from({
      scheme: vscode.env.uriScheme,
      authority: EXTENSION_ID,
      path,
    });
    await nodeAt(old);
    await links.handleUri(uri);
    assert.deepEqual([uriOf(readers), label(readers)], [old.toString(), 'Two']);
    await vscode.workspace.fs.delete(old);
    await writeAndHear(moved, words);
    await nodeAt(moved);
    const { library } = await parts();
    await until('the old one gone', () => !library.get(old.toString()));
    await links.handleUri(uri);
    assert.deepEqual([uriOf(readers), label(readers)], [moved.toString(), 'Two']);
    await vscode.workspace.fs.delete(moved);
  });

  it('opens nothing if the person has opened another briefing meanwhile', async () => {
    const { library, readers, parse } = await parts();
    const opened = await library.open(file(HARBOUR).toString());
    assert.ok(opened?.kind === 'briefing');
    const path = linkPath(opened.briefing, undefined);
    const linked = vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: EXTENSION_ID, path });
    const known = new vscode.EventEmitter<undefined>();
    const isKnown = new Promise<void>((resolve) =>
      known.event(() => {
        resolve();
      }),
    );
    const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const links = new BriefingLinkHandler({ library, readers, known: isKnown, ready: isKnown }, logger);
    const following = links.handleUri(linked);
    readers.open('untitled:other', parse('# Other\n\n- One\n', 'other.md'));
    known.fire(undefined);
    await following;
    assert.equal(uriOf(readers), 'untitled:other');
  });

  it('that is unknown or malformed opens nothing', async () => {
    const { links, readers } = await parts();
    const paths = [
      '/read/AAAAAAAAAAAA/BBBBBBBBBBBB/Some-title/Some-label',
      '/read/AAAAAAAAAAAA/-/Some-title',
      '/read/../../../etc/passwd',
      '/run/AAAAAAAAAAAA/-/x',
      `/read/AAAAAAAAAAAA/-/${'x'.repeat(10_000)}`,
      '',
    ];
    for (const path of paths)
      await links.handleUri(vscode.Uri.from({ scheme: 'vscode', authority: EXTENSION_ID, path }));
    assert.equal(readers.location, undefined);
  });
});
