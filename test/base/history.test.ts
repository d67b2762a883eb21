import assert from 'node:assert/strict';
import { History } from '../../src/base/history.ts';

function historyOf(...places: readonly string[]): History<string> {
  const history = new History<string>(100);
  for (const place of places) history.visit(place);
  return history;
}

describe('A history', () => {
  it('goes back and forward, up to its ends', () => {
    const history = historyOf('a', 'b', 'c');
    assert.deepEqual([history.go(-1), history.go(-1), history.go(-1)], ['b', 'a', undefined]);
    assert.equal(history.current, 'a');
    assert.deepEqual([history.go(1), history.go(1), history.go(1)], ['b', 'c', undefined]);
    assert.equal(history.current, 'c');
  });

  it('forgets what lies ahead when another place is visited', () => {
    const history = historyOf('a', 'b', 'c');
    history.go(-1);
    history.visit('d');
    assert.equal(history.go(1), undefined);
    assert.deepEqual([history.go(-1), history.go(-1)], ['b', 'a']);
  });

  it('can be restored to where it was, whatever was visited since', () => {
    const history = historyOf('a', 'b', 'c');
    history.go(-1);
    const { state } = history;
    history.visit('d');
    history.replace('d2');
    history.restore(state);
    assert.equal(history.current, 'b');
    assert.deepEqual(
      [history.go(1), history.go(1), history.go(-1), history.go(-1)],
      ['c', undefined, 'b', 'a'],
    );
  });

  it('keeps one entry when the current place is replaced', () => {
    const history = historyOf('a', 'b');
    history.replace('b2');
    assert.equal(history.go(-1), 'a');
    assert.equal(history.go(1), 'b2');
    const empty = historyOf();
    empty.replace('a');
    assert.equal(empty.current, 'a');
  });

  it('skips entries that are dropped', () => {
    const history = historyOf('a', 'gone', 'c');
    assert.equal(history.go(-1), 'gone');
    history.drop(-1);
    assert.equal(history.current, 'c');
    assert.equal(history.go(-1), 'a');
    assert.equal(history.go(1), 'c');
    const forth = historyOf('a', 'gone', 'c');
    forth.go(-1);
    forth.go(-1);
    assert.equal(forth.go(1), 'gone');
    forth.drop(1);
    assert.equal(forth.current, 'a');
    assert.equal(forth.go(1), 'c');
  });

  it('keeps only the latest entries', () => {
    const history = new History<number>(3);
    for (let i = 0; i < 10; i++) history.visit(i);
    assert.deepEqual([history.go(-1), history.go(-1), history.go(-1)], [8, 7, undefined]);
  });
});
