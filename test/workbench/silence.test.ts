import assert from 'node:assert/strict';
import * as vscode from 'vscode';
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
} from './support/parts.ts';
import { node } from './support/node.ts';

type Call = (this: unknown, ...values: unknown[]) => unknown;

/**
 * The functions with which a process opens connections. Starting a process is not included, because VS Code
 * itself does so to find open ports.
 */
const NODE_WAYS: readonly (readonly [module: string, owner: string | undefined, names: readonly string[]])[] =
  [
    ['node:net', 'Socket.prototype', ['connect']],
    ['node:net', 'Server.prototype', ['listen']],
    ['node:dgram', 'Socket.prototype', ['send', 'connect', 'bind']],
    ['node:dns', undefined, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
    ['node:dns', 'promises', ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
    ['node:http', undefined, ['request', 'get']],
    ['node:https', undefined, ['request', 'get']],
    ['node:http2', undefined, ['connect']],
  ];
const WEB_WAYS = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'importScripts', 'Worker'];

/** Records every attempt to open a connection, with its stack. */
function listen(): { readonly attempts: readonly string[]; readonly stop: () => void } {
  const attempts: string[] = [];
  const undo: (() => void)[] = [];
  const watch = (owner: Record<string, unknown>, name: string) => {
    const before = owner[name];
    if (typeof before !== 'function') return;
    const watched = new Proxy(before, {
      apply(target, self, values) {
        attempts.push(`${name}: ${new Error().stack ?? ''}`);
        return Reflect.apply(target as Call, self, values);
      },
      construct(target, values, self) {
        attempts.push(`new ${name}: ${new Error().stack ?? ''}`);
        return Reflect.construct(target, values, self) as object;
      },
    });
    try {
      owner[name] = watched;
      undo.push(() => {
        owner[name] = before;
      });
    } catch {
      // VS Code has locked this property.
    }
  };
  for (const [module, path, names] of NODE_WAYS) {
    let owner = node?.getBuiltinModule(module) as Record<string, unknown> | undefined;
    for (const part of path?.split('.') ?? []) owner = owner?.[part] as Record<string, unknown> | undefined;
    for (const name of owner ? names : []) watch(owner ?? {}, name);
  }
  for (const name of WEB_WAYS) watch(globalThis, name);
  return {
    attempts,
    stop() {
      for (const one of undo) one();
    },
  };
}

describe('A session', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await forgetReading();
  });

  it('makes no outside connection: no socket, and no name lookup', async () => {
    const { library, readers, searches, tree } = await parts();
    const { attempts, stop } = listen();
    try {
      await run('refresh');
      // There is no source.
      await run('checkForNew');
      for (const { uri } of library.entries) await run('openBriefing', await nodeAt(vscode.Uri.parse(uri)));
      await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
      await until('the takeaway', () => label(readers) === 'Tugs');
      for (const command of ['star', 'markAsRead', 'copyTakeaway', 'copyCitation', 'copyLink'])
        await run(command);
      for (const command of ['showWholeBriefing', 'showTakeaway', 'nextTakeaway', 'previousBriefing'])
        await run(command);
      await run('undoMarkAsRead');
      await run('unstar', await takeawayNode(HARBOUR, 'Tugs'));
      searches.finder.find('tugs', 20);
      for (const one of tree.groups.flatMap(({ entries }) => entries)) await library.open(one.uri);
      await run('openSourceFile', await nodeAt(file(HARBOUR)));
    } finally {
      stop();
    }
    assert.deepEqual(attempts, []);
  });

  it('would be caught if it did', async () => {
    const { attempts, stop } = listen();
    await Promise.resolve(globalThis.fetch('http://localhost:9/')).catch(() => undefined);
    stop();
    assert.ok(attempts.length > 0);
  });
});
