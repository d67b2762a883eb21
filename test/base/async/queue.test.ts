import assert from 'node:assert/strict';
import { Queue } from '../../../src/base/async/queue.ts';
import { ticks } from '../../library/support/fakeTimers.ts';
import { gate } from '../../library/support/inMemory.ts';

/** A queue whose tasks run until the test ends them. */
function queueOf(workers: number) {
  const begun: string[] = [];
  const doors = new Map<string, () => void>();
  const queue = new Queue(
    workers,
    (uri) => {
      begun.push(uri);
      assert.ok(!doors.has(uri), `${uri} is looked at twice at once`);
      const { closed, open } = gate();
      doors.set(uri, open);
      return closed;
    },
    (uri, error) => {
      throw new Error(uri, { cause: error });
    },
  );
  const end = async (uri: string) => {
    const open = doors.get(uri);
    assert.ok(open, uri);
    doors.delete(uri);
    open();
    await ticks();
  };
  return { queue, begun, end };
}

describe('A queue', () => {
  it('runs a few tasks at a time, in order', async () => {
    const { queue, begun, end } = queueOf(2);
    for (const uri of ['a', 'b', 'c', 'd']) queue.add(uri);
    assert.deepEqual([begun, queue.length], [['a', 'b'], 2]);
    await end('b');
    assert.deepEqual([begun, queue.length], [['a', 'b', 'c'], 1]);
    await end('a');
    await end('c');
    await end('d');
    assert.deepEqual([begun, queue.length], [['a', 'b', 'c', 'd'], 0]);
  });

  it('holds each waiting task once, however often it is added', async () => {
    const { queue, begun, end } = queueOf(1);
    for (const uri of ['a', 'b', 'c', 'b', 'b', 'c']) queue.add(uri);
    assert.equal(queue.length, 2);
    for (const uri of ['a', 'b', 'c']) await end(uri);
    assert.deepEqual(begun, ['a', 'b', 'c']);
  });

  it('runs a task again if it is added while it runs, but not at the same time', async () => {
    const { queue, begun, end } = queueOf(3);
    queue.add('a');
    queue.add('a');
    queue.add('a');
    queue.add('b');
    assert.deepEqual([begun, queue.length], [['a', 'b'], 1]);
    await end('b');
    assert.deepEqual(begun, ['a', 'b']);
    await end('a');
    assert.deepEqual([begun, queue.length], [['a', 'b', 'a'], 0]);
    await end('a');
    assert.deepEqual(begun, ['a', 'b', 'a']);
  });

  it('starts again after it was idle', async () => {
    const { queue, begun, end } = queueOf(2);
    queue.add('a');
    await end('a');
    queue.add('a');
    queue.add('b');
    queue.add('c');
    assert.deepEqual([begun, queue.length], [['a', 'a', 'b'], 1]);
  });

  it('is drained when all added tasks have run, and at once if there are none', async () => {
    const { queue, end } = queueOf(2);
    await queue.drained();
    for (const uri of ['a', 'b', 'c']) queue.add(uri);
    let drained = 0;
    void queue.drained().then(() => drained++);
    void queue.drained().then(() => drained++);
    for (const uri of ['a', 'c']) {
      await end(uri);
      assert.equal(drained, 0, uri);
    }
    queue.add('b');
    await end('b');
    assert.equal(drained, 0);
    await end('b');
    assert.equal(drained, 2);
    await queue.drained();
  });

  it('starts nothing after it is closed, and is drained when the running tasks end', async () => {
    const { queue, begun, end } = queueOf(2);
    for (const uri of ['a', 'b', 'c', 'a']) queue.add(uri);
    let drained = false;
    void queue.drained().then(() => (drained = true));
    queue.close();
    queue.add('d');
    assert.equal(queue.length, 0);
    await end('a');
    assert.equal(drained, false);
    await end('b');
    assert.equal(drained, true);
    assert.deepEqual(begun, ['a', 'b']);
  });

  it('reports tasks that throw or reject, continues, and still drains', async () => {
    const begun: string[] = [];
    const failed: string[] = [];
    const queue = new Queue(
      1,
      (uri) => {
        begun.push(uri);
        if (uri === 'throws') throw new Error('at once');
        return uri === 'rejects' ? Promise.reject(new Error('later')) : Promise.resolve();
      },
      (uri, error) => failed.push(`${uri}: ${String(error)}`),
    );
    for (const uri of ['throws', 'a', 'rejects', 'b']) queue.add(uri);
    await queue.drained();
    assert.deepEqual(begun, ['throws', 'a', 'rejects', 'b']);
    assert.deepEqual(failed, ['throws: Error: at once', 'rejects: Error: later']);
    queue.add('rejects');
    await queue.drained();
    assert.deepEqual([begun.length, failed.length, queue.length], [5, 3, 0]);
  });
});
