import assert from 'node:assert/strict';
import { UndoList } from '../../../src/library/log/undoList.ts';

describe('The undo list', () => {
  it('returns the last action, then the one before', () => {
    const read = new Set(['a', 'b', 'c']);
    const list = new UndoList((key) => read.has(key));
    assert.deepEqual([list.isEmpty, list.pop()], [true, undefined]);
    list.push({ keys: ['a', 'b'], value: true }, true, 0);
    list.push({ keys: ['x'], value: false }, true, 0);
    assert.equal(list.isEmpty, false);
    assert.deepEqual(list.pop(), { keys: ['x'], value: true });
    assert.deepEqual(list.pop(), { keys: ['a', 'b'], value: false });
    assert.deepEqual([list.isEmpty, list.pop()], [true, undefined]);
  });

  it('tells whether a briefing was left with the action', () => {
    const list = new UndoList(() => true);
    list.push({ keys: ['a'], value: true, leaves: true }, true, 0);
    assert.deepEqual(list.pop(), { keys: ['a'], value: false, leaves: true });
  });

  it('skips what has its former value already', () => {
    const read = new Set(['a', 'b']);
    const list = new UndoList((key) => read.has(key));
    list.push({ keys: ['b'], value: true }, true, 0);
    list.push({ keys: ['a', 'c'], value: true }, true, 0);
    list.push({ keys: ['d'], value: true }, true, 0);
    assert.deepEqual(list.pop(), { keys: ['a'], value: false });
    read.delete('b');
    assert.equal(list.isEmpty, true);
    assert.equal(list.pop(), undefined);
  });

  it('prefers what a person did over what was read automatically since', () => {
    const list = new UndoList(() => true);
    const push = (key: string, isAsked: boolean, seconds: number) => {
      list.push({ keys: [key], value: true }, isAsked, seconds * 1000);
    };
    push('read before', false, 0);
    push('all of it', true, 10);
    push('read at once', false, 15);
    push('read then', false, 65);
    push('read later', false, 75);
    assert.deepEqual(
      Array.from({ length: 5 }, () => list.pop()?.keys[0]),
      ['read later', 'all of it', 'read then', 'read at once', 'read before'],
    );
  });

  it('keeps the last 20 actions', () => {
    const list = new UndoList(() => true);
    for (let i = 0; i < 25; i++) list.push({ keys: [`k${i}`], value: true }, true, 0);
    const keys = Array.from({ length: 21 }, () => list.pop()?.keys[0]);
    assert.deepEqual([keys[0], keys[19], keys[20]], ['k24', 'k5', undefined]);
  });
});
