import assert from 'node:assert/strict';
import { Queue } from '../../../src/base/async/queue.ts';
import { ticks } from '../../library/support/fakeTimers.ts';
import { gate } from '../../library/support/inMemory.ts';

/** A queue whose tasks run until the test ends them: `+a` adds a task, `-a` ends it. */
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
  /** Takes steps, and returns all tasks that have begun, and the number of those that wait: `ab 1`. */
  const after = async (steps: string) => {
    for (const [sign, uri = ''] of steps.split(' ')) {
      if (sign === '+') queue.add(uri);
      else {
        const open = doors.get(uri);
        assert.ok(open, uri);
        doors.delete(uri);
        open();
        await ticks();
      }
    }
    return `${begun.join('')} ${queue.length}`;
  };
  return { queue, after };
}

describe('A queue', () => {
  const cases: readonly (readonly [
    what: string,
    workers: number,
    ...(readonly [steps: string, now: string])[],
  ])[] = [
    [
      'runs a few tasks at a time, in order',
      2,
      ['+a +b +c +d', 'ab 2'],
      ['-b', 'abc 1'],
      ['-a -c -d', 'abcd 0'],
    ],
    [
      'holds each waiting task once, however often it is added',
      1,
      ['+a +b +c +b +b +c', 'a 2'],
      ['-a -b -c', 'abc 0'],
    ],
    [
      'runs a task again if it is added while it runs, but not at the same time',
      3,
      ['+a +a +a +b', 'ab 1'],
      ['-b', 'ab 1'],
      ['-a', 'aba 0'],
      ['-a', 'aba 0'],
    ],
    ['starts again after it was idle', 2, ['+a -a', 'a 0'], ['+a +b +c', 'aab 1']],
  ];
  for (const [what, workers, ...steps] of cases)
    it(what, async () => {
      const { after } = queueOf(workers);
      for (const [step, now] of steps) assert.equal(await after(step), now, step);
    });

  it('is drained when all added tasks have run, and at once if there are none', async () => {
    const { queue, after } = queueOf(2);
    await queue.drained();
    await after('+a +b +c');
    let drained = 0;
    for (let i = 0; i < 2; i++) void queue.drained().then(() => drained++);
    for (const step of ['-a', '-c', '+b', '-b']) {
      await after(step);
      assert.equal(drained, 0, step);
    }
    await after('-b');
    assert.equal(drained, 2);
    await queue.drained();
  });

  it('starts nothing after it is closed, and is drained when the running tasks end', async () => {
    const { queue, after } = queueOf(2);
    await after('+a +b +c +a');
    let drained = false;
    void queue.drained().then(() => (drained = true));
    queue.close();
    assert.deepEqual([await after('+d'), await after('-a'), drained], ['ab 0', 'ab 0', false]);
    assert.deepEqual([await after('-b'), drained], ['ab 0', true]);
  });

  it('reports tasks that throw or reject, continues, and still drains', async () => {
    const heard: string[] = [];
    const queue = new Queue(
      1,
      (uri) => {
        heard.push(uri);
        if (uri === 'throws') throw new Error('at once');
        return uri === 'rejects' ? Promise.reject(new Error('later')) : Promise.resolve();
      },
      (uri, error) => heard.push(`${uri}: ${String(error)}`),
    );
    for (const uri of ['throws', 'a', 'rejects', 'b']) queue.add(uri);
    await queue.drained();
    const expected = ['throws', 'throws: Error: at once', 'a', 'rejects', 'rejects: Error: later', 'b'];
    assert.deepEqual(heard, expected);
    queue.add('rejects');
    await queue.drained();
    assert.deepEqual([heard, queue.length], [[...expected, 'rejects', 'rejects: Error: later'], 0]);
  });
});
