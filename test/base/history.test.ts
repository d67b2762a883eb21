import assert from 'node:assert/strict';
import { History } from '../../src/base/history.ts';

function historyOf(...places: readonly string[]): History<string> {
  const history = new History<string>(100);
  for (const place of places) history.visit(place);
  return history;
}

/** Where steps back (`<`) and forward (`>`) lead, `.` for nowhere. */
function way(history: History<string>, steps: string): string {
  return Array.from(steps, (step) => history.go(step === '<' ? -1 : 1) ?? '.').join('');
}

describe('A history', () => {
  it('goes back and forward, up to its ends', () => {
    const history = historyOf('a', 'b', 'c');
    assert.deepEqual([way(history, '<<<'), history.current], ['ba.', 'a']);
    assert.deepEqual([way(history, '>>>'), history.current, history.previous], ['bc.', 'c', 'b']);
  });

  it('forgets what lies ahead when another place is visited', () => {
    const history = historyOf('a', 'b', 'c');
    history.go(-1);
    history.visit('d');
    assert.equal(way(history, '><<'), '.ba');
  });

  it('can be restored to where it was, whatever was visited since', () => {
    const history = historyOf('a', 'b', 'c');
    history.go(-1);
    const { state } = history;
    history.visit('d');
    history.replace('d2');
    history.restore(state);
    assert.deepEqual([history.current, way(history, '>><<')], ['b', 'c.ba']);
  });

  it('keeps one entry when the current place is replaced', () => {
    const history = historyOf('a', 'b');
    history.replace('c');
    assert.equal(way(history, '<>'), 'ac');
    const empty = historyOf();
    empty.replace('a');
    assert.equal(empty.current, 'a');
  });

  it('skips entries that are dropped', () => {
    for (const [steps, step, current, after] of [
      ['<', -1, 'c', '<>'],
      ['<<>', 1, 'a', '>'],
    ] as const) {
      const history = historyOf('a', 'x', 'c');
      assert.ok(way(history, steps).endsWith('x'));
      history.drop(step);
      assert.deepEqual([history.current, way(history, after)], [current, after === '>' ? 'c' : 'ac']);
    }
  });

  it('keeps only the latest entries', () => {
    const history = new History<string>(3);
    for (const place of '0123456789') history.visit(place);
    assert.equal(way(history, '<<<'), '87.');
  });
});
