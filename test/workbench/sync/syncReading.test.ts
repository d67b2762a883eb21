import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { wordsKey } from '../../../src/briefing/text/wordsKey.ts';
import { decodeMarks, encodeMarks, decodePlaces, encodePlaces } from '../../../src/library/log/synced.ts';
import { syncReading } from '../../../src/workbench/sync/syncReading.ts';
import { parts, until } from '../support/parts.ts';

/** What Settings Sync would carry: values that another machine may have written. */
class Carried implements vscode.Memento {
  readonly values = new Map<string, unknown>();
  synced: readonly string[] = [];

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, otherwise?: T): T {
    return (this.values.get(key) ?? otherwise) as T;
  }

  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }

  setKeysForSync(keys: readonly string[]): void {
    this.synced = keys;
  }
}

describe('Settings Sync', () => {
  it('brings what another machine has marked, and carries what was marked here', async () => {
    const { readingLog } = await parts();
    const [there, here] = [wordsKey('read on another machine'), wordsKey('read on this machine')];
    const carried = new Carried();
    const stamp = Date.now();
    const place = { item: '', number: 0, offset: 0.5 };
    carried.values.set('readingLog', encodeMarks([{ kind: 'read', key: there, value: true, stamp }], 1000));
    carried.values.set('readingPlaces', encodePlaces([{ kind: 'place', key: there, place, stamp }], 1000));
    const syncing = syncReading(readingLog, carried, Promise.resolve());
    assert.deepEqual(carried.synced, ['readingLog', 'readingPlaces', 'newsSeen']);
    await until('the mark of the other machine', () => readingLog.isRead(there));
    assert.deepEqual(readingLog.placeIn(there), place);
    void readingLog.stopAt(here, place);
    await readingLog.markRead([here]);
    const keys = () => decodeMarks(carried.values.get('readingLog')).map(({ key }) => key);
    await until('both marks on their way', () => keys().includes(here) && keys().includes(there));
    const places = () => decodePlaces(carried.values.get('readingPlaces')).map(({ key }) => key);
    await until('both places on their way', () => places().includes(here) && places().includes(there));
    syncing.dispose();
    await readingLog.markRead([there, here], false);
  });
});
