import assert from 'node:assert/strict';
import { UndoList } from '../../../src/library/log/undoList.ts';

describe('What can be undone', () => {
  it('is the last action, then the one before', () => {
    const read = new Set(['a', 'b', 'c']);
    const list = new UndoList((key) => read.has(key));
    assert.deepEqual([list.isEmpty, list.pop()], [true, undefined]);
    list.push({ keys: ['a', 'b'], value: true });
    list.push({ keys: ['x'], value: false });
    assert.equal(list.isEmpty, false);
    assert.deepEqual(list.pop(), { keys: ['x'], value: true });
    assert.deepEqual(list.pop(), { keys: ['a', 'b'], value: false });
    assert.deepEqual([list.isEmpty, list.pop()], [true, undefined]);
  });

  it('is not what has its former value already', () => {
    const read = new Set(['a', 'b']);
    const list = new UndoList((key) => read.has(key));
    list.push({ keys: ['b'], value: true });
    list.push({ keys: ['a', 'c'], value: true });
    list.push({ keys: ['d'], value: true });
    assert.deepEqual(list.pop(), { keys: ['a'], value: false });
    read.delete('b');
    assert.equal(list.isEmpty, true);
    assert.equal(list.pop(), undefined);
  });

  it('is the last 20', () => {
    const list = new UndoList(() => true);
    for (let i = 0; i < 25; i++) list.push({ keys: [`k${i}`], value: true });
    const keys = Array.from({ length: 21 }, () => list.pop()?.keys[0]);
    assert.deepEqual([keys[0], keys[19], keys[20]], ['k24', 'k5', undefined]);
  });
});
