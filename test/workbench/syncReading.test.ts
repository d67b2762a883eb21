import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { wordsKey } from '../../src/briefing/wordsKey.ts';
import { decodeMarks, encodeMarks } from '../../src/library/syncedMarks.ts';
import { syncReading } from '../../src/workbench/syncReading.ts';
import { parts, until } from './parts.ts';

/** What Settings Sync would carry: a value that another machine may have written. */
class Carried implements vscode.Memento {
  value: unknown;
  synced: readonly string[] = [];

  keys(): readonly string[] {
    return ['readingLog'];
  }

  get<T>(_: string, otherwise?: T): T {
    return (this.value ?? otherwise) as T;
  }

  update(_: string, value: unknown): Promise<void> {
    this.value = value;
    return Promise.resolve();
  }

  setKeysForSync(keys: readonly string[]): void {
    this.synced = keys;
  }
}

describe('Settings Sync', () => {
  it('brings what another machine has marked, and carries what was marked here', async () => {
    const { log } = await parts();
    const [there, here] = [wordsKey('read on another machine'), wordsKey('read on this machine')];
    const carried = new Carried();
    carried.value = encodeMarks([{ kind: 'read', key: there, value: true, stamp: Date.now() }], 1000);
    const syncing = syncReading(log, carried, Promise.resolve());
    assert.deepEqual(carried.synced, ['readingLog']);
    await until('the mark of the other machine', () => log.isRead(there));
    await log.markRead([here]);
    const keys = () => decodeMarks(carried.value).map(({ key }) => key);
    await until('both marks on their way', () => keys().includes(here) && keys().includes(there));
    syncing.dispose();
    await log.markRead([there, here], false);
  });
});
