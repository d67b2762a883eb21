import assert from 'node:assert/strict';
import { EmptyFileGrace } from '../../src/library/emptyFileGrace.ts';
import { FakeTimers } from './support/fakeTimers.ts';

const REWRITE = 300;

describe('A file that was found empty', () => {
  let timers: FakeTimers;
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => {
    timers.restore();
  });

  function emptied() {
    const looked: string[] = [];
    return { looked, files: new EmptyFileGrace((uri) => looked.push(uri)) };
  }

  it('is read once more, and then taken as empty', async () => {
    const { looked, files } = emptied();
    assert.equal(files.hasWaited('a'), false);
    await timers.pass(REWRITE - 1);
    // Also if it is found empty several times meanwhile.
    assert.deepEqual([files.hasWaited('a'), looked], [false, []]);
    await timers.pass(1);
    assert.deepEqual([files.hasWaited('a'), looked], [true, ['a']]);
    await timers.pass(10 * REWRITE);
    assert.deepEqual(looked, ['a']);
  });

  it('is not read again if it was written, and waits anew if it is emptied again', async () => {
    const { looked, files } = emptied();
    files.hasWaited('a');
    await timers.pass(REWRITE - 1);
    files.forget('a');
    assert.equal(files.hasWaited('a'), false);
    await timers.pass(REWRITE - 1);
    assert.deepEqual(looked, []);
    await timers.pass(1);
    assert.deepEqual(looked, ['a']);
    files.forget('a');
    assert.equal(files.hasWaited('a'), false);
  });

  it('waits independently of other files', async () => {
    const { looked, files } = emptied();
    files.hasWaited('a');
    await timers.pass(100);
    files.hasWaited('b');
    files.forget('c');
    await timers.pass(REWRITE - 100);
    assert.deepEqual([files.hasWaited('a'), files.hasWaited('b'), looked], [true, false, ['a']]);
  });

  it('is the only kind of file that is waited for', async () => {
    const { files } = emptied();
    const ended: string[] = [];
    files.hasWaited('a');
    void files.wait('a').then(() => ended.push('a'));
    void files.wait('b').then(() => ended.push('b'));
    await timers.pass(REWRITE - 1);
    assert.deepEqual(ended, ['b']);
    await timers.pass(1);
    assert.deepEqual([ended, files.hasWaited('a')], [['b', 'a'], true]);
  });

  it('is no longer read after disposal', async () => {
    const { looked, files } = emptied();
    files.hasWaited('a');
    files.dispose();
    await timers.pass(REWRITE);
    assert.deepEqual(looked, []);
  });
});
