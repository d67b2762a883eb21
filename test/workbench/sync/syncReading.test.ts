import assert from 'node:assert/strict';
import { wordsKey } from '../../../src/briefing/text/wordsKey.ts';
import {
  decodeMarks,
  encodeMarks,
  decodePlaces,
  encodePlaces,
} from '../../../src/library/log/settingsSyncFormat.ts';
import { syncReading } from '../../../src/workbench/sync/syncReading.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { parts, until } from '../support/parts.ts';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('Settings Sync', () => {
  it('brings in marks of another machine, and carries the marks of this one', async () => {
    const { readingLog } = await parts();
    const [there, here] = [wordsKey('read on another machine'), wordsKey('read on this machine')];
    // Values that another machine may have written.
    const carried = new MemoryMemento();
    const stamp = Date.now();
    const place = { item: '', number: 0, offset: 0.5 };
    carried.values.set('readingLog', encodeMarks([{ kind: 'read', key: there, value: true, stamp }], 1000));
    carried.values.set('readingPlaces', encodePlaces([{ kind: 'place', key: there, place, stamp }], 1000));
    const syncing = syncReading(readingLog, carried, Promise.resolve(), SILENT);
    assert.deepEqual(carried.synced, ['readingLog', 'readingPlaces', 'newsSeen']);
    await until('the mark of the other machine', () => readingLog.isRead(there));
    assert.deepEqual(readingLog.storedPlaceOf(there), place);
    void readingLog.stopAt(here, place);
    await readingLog.markRead([here]);
    const keys = () => decodeMarks(carried.values.get('readingLog')).map(({ key }) => key);
    await until('both marks on their way', () => keys().includes(here) && keys().includes(there));
    const places = () => decodePlaces(carried.values.get('readingPlaces')).map(({ key }) => key);
    await until('both places on their way', () => places().includes(here) && places().includes(there));
    syncing.dispose();
    await readingLog.markRead([there, here], false);
  });

  it('that stores nothing is reported in the log', async () => {
    const { readingLog } = await parts();
    const key = wordsKey('read where nothing is kept');
    const refusing = new MemoryMemento();
    refusing.update = () => Promise.reject(new Error('There is no room.'));
    const warnings: string[] = [];
    const logger = { ...SILENT, warn: (line: string) => warnings.push(line) };
    const syncing = syncReading(readingLog, refusing, Promise.resolve(), logger);
    await readingLog.markRead([key]);
    await until('a line of the log', () => warnings.length > 0);
    assert.match(warnings[0] ?? '', /Settings Sync: There is no room\.$/);
    syncing.dispose();
    await readingLog.markRead([key], false);
  });
});
