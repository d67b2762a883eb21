import assert from 'node:assert/strict';
import { memoryReadingLog } from '../support/memoryStorage.ts';

describe('The undoing of one action, later', () => {
  it('restores what it marked, though other items were marked since', () => {
    const { reading } = memoryReadingLog();
    void reading.markRead(['a']);
    void reading.markRead(['a', 'b', 'c']);
    const undo = reading.undoLater();
    for (let i = 0; i < 30; i++) void reading.markRead([`later${i}`]);
    assert.deepEqual(undo(), { keys: ['b', 'c'], value: false });
    assert.deepEqual(
      ['a', 'b', 'later29'].map((key) => reading.isRead(key)),
      [true, false, true],
    );
    assert.equal(undo(), undefined);
  });

  it('leaves alone what was marked again since, also to the same value', () => {
    const { reading } = memoryReadingLog();
    void reading.markRead(['a', 'b', 'c', 'd']);
    const undo = reading.undoLater();
    void reading.markRead(['a', 'b'], false);
    void reading.noteRead(['b']);
    assert.deepEqual(undo(), { keys: ['c', 'd'], value: false });
    assert.deepEqual([reading.isRead('a'), reading.isRead('b')], [false, true]);
  });

  it('does nothing if it has been undone already, whatever was read after that', () => {
    const { reading, told } = memoryReadingLog();
    void reading.markRead(['a', 'b']);
    const undo = reading.undoLater();
    reading.undo();
    void reading.noteRead(['a']);
    told.length = 0;
    assert.deepEqual([undo(), reading.isRead('a'), told], [undefined, true, []]);
  });

  it('is not undone a second time by the undoing of the last action', () => {
    const { reading, clock } = memoryReadingLog();
    void reading.markRead(['a', 'b']);
    const undo = reading.undoLater();
    undo();
    for (const key of ['a', 'b']) {
      clock.time += 1000;
      void reading.noteRead([key]);
    }
    assert.deepEqual(reading.undo(), { keys: ['b'], value: false });
    assert.deepEqual(reading.undo(), { keys: ['a'], value: false });
    assert.equal(memoryReadingLog().reading.undoLater()(), undefined);
  });
});

describe('A key that marks as read or unread', () => {
  it('marks as read what is not all read, and as unread what is', () => {
    const { reading } = memoryReadingLog();
    assert.equal(reading.togglesToRead(['a']), true);
    void reading.markRead(['a']);
    assert.deepEqual([reading.togglesToRead(['a']), reading.togglesToRead(['a', 'b'])], [false, true]);
  });

  it('marks as read what was read automatically less than two seconds ago', () => {
    const { reading, clock } = memoryReadingLog();
    void reading.noteRead(['a']);
    clock.time += 1900;
    assert.equal(reading.togglesToRead(['a']), true);
    clock.time += 200;
    assert.equal(reading.togglesToRead(['a']), false);
  });

  it('marks that as unread if it is pressed once more', () => {
    const { reading, clock } = memoryReadingLog();
    void reading.noteRead(['a']);
    clock.time += 500;
    void reading.markRead(['a']);
    clock.time += 500;
    assert.deepEqual([reading.isRead('a'), reading.togglesToRead(['a'])], [true, false]);
  });

  it('can be undone like any other mark, before what was marked earlier', () => {
    const { reading, clock } = memoryReadingLog();
    void reading.markRead(['earlier']);
    clock.time += 5000;
    void reading.noteRead(['a']);
    clock.time += 500;
    void reading.markRead(['a']);
    assert.deepEqual(reading.undo(), { keys: ['a'], value: false });
    assert.equal(reading.togglesToRead(['a']), true);
    assert.deepEqual(reading.undo(), { keys: ['earlier'], value: false });
    assert.equal(reading.canUndo, false);
  });
});
