import assert from 'node:assert/strict';
import type { Mark } from '../../../src/library/log/marks.ts';
import { decodePlaces, encodePlaces } from '../../../src/library/log/settingsSyncFormat.ts';

function place(key: string, stamp: number): Mark {
  return { kind: 'place', key, place: { item: 'x', number: 3, offset: 0.25 }, stamp };
}

const [A, B, C] = [place('a', 3), place('b', 2), place('c', 1)];
const READ: Mark = { kind: 'read', key: 'r', value: true, stamp: 9 };

describe('Places for Settings Sync', () => {
  it('have the latest first, and nothing else', () => {
    assert.deepEqual(decodePlaces(encodePlaces([C, READ, A, B], 1000)), [A, B, C]);
  });

  it('fit into the limit, with the oldest left out', () => {
    const size = encodePlaces([A, B], 1000).length;
    assert.deepEqual(decodePlaces(encodePlaces([A, B, C], size)), [A, B]);
    assert.deepEqual(decodePlaces(encodePlaces([A, B, C], size - 1)), [A]);
    assert.equal(encodePlaces([A], 0), '');
  });

  it('are read from whole lines only, whatever the value is', () => {
    const text = encodePlaces([A, B], 1000);
    for (const value of [undefined, null, 1, {}, [], '', 'x']) assert.deepEqual(decodePlaces(value), []);
    assert.deepEqual(decodePlaces(text.slice(0, -3)), [A]);
    assert.deepEqual(decodePlaces(`${text}nonsense`), [A, B]);
  });
});
