import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../src/workbench/extensionId.ts';
import { DEAD_LINKS } from '../support/deadLinks.ts';
import { type Leaving, watchLeaving } from '../support/leaving.ts';
import { file, HARBOUR, run } from '../support/parts.ts';

/** What the hostile addresses are read with, if Node is there. */
interface Payloads {
  readonly own: readonly { readonly cat: string; readonly p: string }[];
}

describe('Links that leave VS Code', () => {
  let leaving: Leaving;

  before(async () => {
    // The reader shows what cannot be opened, instead of one notification each.
    await run('openBriefing', file(HARBOUR));
    leaving = watchLeaving();
  });

  after(async () => {
    leaving.stop();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** The addresses that are opened for a reference with this one, by every command. */
  async function left(url: string): Promise<readonly string[]> {
    const before = leaving.addresses.length;
    const reference = { title: 'Notice', url };
    await run('openReference', { kind: 'reference', id: 'x', uri: file(HARBOUR).toString(), reference });
    return leaving.addresses.slice(before);
  }

  it('are web and mail addresses, opened as they are written', async () => {
    for (const url of ['https://port.example/14', 'http://port.example/?q=AT%26T', 'mailto:a@port.example'])
      assert.deepEqual(await left(url), [url]);
  });

  it('have no other scheme, whatever opens them', async () => {
    for (const url of DEAD_LINKS) assert.deepEqual(await left(url), [], JSON.stringify(url));
  });

  it('have none of the hostile schemes', async function () {
    const payloads = await payloadsBeside();
    if (!payloads) {
      this.skip();
      return;
    }
    const urls = payloads.own.filter(({ cat }) => cat === 'scheme').map(({ p }) => p);
    assert.ok(urls.length >= 80, `${urls.length}`);
    for (const url of urls)
      for (const address of await left(url)) {
        assert.match(address, /^(?:https?|mailto):/, JSON.stringify(url));
        assert.equal(new URL(url).href, address);
      }
  });
});

/** Undefined if they are missing, and in a web worker, which cannot import files. */
async function payloadsBeside(): Promise<Payloads | undefined> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  const place = vscode.Uri.joinPath(
    extension?.extensionUri ?? file(''),
    '../shared/hostile/own-payloads.mjs',
  );
  try {
    return (await import(place.toString())) as Payloads;
  } catch {
    console.log(`      Not tested: ${place.toString()} cannot be imported here.`);
    return undefined;
  }
}
