import assert from 'node:assert/strict';
import { LruCache } from '../../../src/base/collections/lruCache.ts';

function recentOf(size: number, ...keys: string[]): LruCache<string> {
  const recent = new LruCache<string>(size);
  for (const key of keys) recent.set(key, key.toUpperCase());
  return recent;
}

function kept(recent: LruCache<string>): string {
  return ['a', 'b', 'c', 'd', 'e'].filter((key) => recent.has(key)).join('');
}

describe('An LRU cache', () => {
  it('returns values by their keys', () => {
    const recent = recentOf(3, 'a', 'b');
    assert.deepEqual([recent.get('a'), recent.get('b'), recent.get('c')], ['A', 'B', undefined]);
    assert.deepEqual([recent.has('a'), recent.has('c')], [true, false]);
    recent.set('a', 'new');
    assert.deepEqual([recent.get('a'), kept(recent)], ['new', 'ab']);
  });

  it('evicts the value that was not used for the longest time', () => {
    const recent = recentOf(3, 'a', 'b', 'c', 'd');
    assert.equal(kept(recent), 'bcd');
    recent.set('e', 'E');
    assert.equal(kept(recent), 'cde');
  });

  it('counts get and set as use, but not has', () => {
    for (const [use, key, after] of [
      ['get', 'a', 'acd'],
      ['set', 'a', 'acd'],
      ['has', 'a', 'bcd'],
      ['get', 'e', 'bcd'],
    ] as const) {
      const recent = recentOf(3, 'a', 'b', 'c');
      recent[use](key, 'A');
      recent.set('d', 'D');
      assert.equal(kept(recent), after, use);
    }
  });

  it('frees the place of a deleted value', () => {
    const recent = recentOf(3, 'a', 'b', 'c');
    recent.delete('b');
    recent.delete('e');
    recent.set('d', 'D');
    assert.equal(kept(recent), 'acd');
    assert.equal(recent.get('b'), undefined);
  });
});
