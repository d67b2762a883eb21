import assert from 'node:assert/strict';
import { ChangeBatcher } from '../../../src/base/async/changeBatcher.ts';
import { FakeTimers } from '../../library/support/fakeTimers.ts';

const SOON = 25;
const LATER = 500;
/** The number of changes that are bulk. */
const BULK = 20;
/** Added by the listener when it hears of it. */
const ANSWER = 'answer';

type Step = number | string | readonly string[];

/**
 * The batches that are reported, each with its time in ms. A number waits; `flush` and `dispose` are calls; other steps
 * are URIs that are added, '' for a change without one.
 */
async function reported(...steps: readonly Step[]): Promise<string[]> {
  const timers = new FakeTimers();
  const told: string[] = [];
  let now = 0;
  const batcher: ChangeBatcher = new ChangeBatcher((uris) => {
    told.push(`${now}: ${uris.size < 3 ? [...uris].join(' ') : uris.size}`);
    if (uris.has('question')) batcher.add(ANSWER);
  });
  for (const step of steps) {
    if (typeof step === 'number') await timers.pass(((now += step), step));
    else if (step === 'flush' || step === 'dispose') batcher[step]();
    else for (const uri of [step].flat()) batcher.add(uri === '' ? undefined : uri);
  }
  timers.restore();
  return told;
}

const many = (count: number) => Array.from({ length: count }, (_, i) => `u${i}`);

describe('Batched changes', () => {
  const cases: readonly (readonly [what: string, steps: readonly Step[], told: readonly string[]])[] = [
    ['on flush are reported at once, and not later', ['flush', 'a', 'flush', LATER], ['0: a']],
    [
      'that come close together are reported together, each URI once',
      ['a', 24, 'b', 'a', 1, 5000],
      ['25: a b'],
    ],
    ['that come later are reported on their own', ['a', SOON, 'b', SOON], ['25: a', '50: b']],
    ['that concern no file are reported too', ['', '', SOON], ['25: ']],
    [
      'in bulk are reported at once, then twice a second, and soon again after a quiet time',
      [many(BULK), SOON, 'a', SOON, 'b', LATER - SOON - 1, 1, 'c', SOON],
      ['25: 20', '525: a b', '550: c'],
    ],
    [
      'in bulk wait at most half a second after the last report',
      [many(BULK), SOON, LATER - 100, 'a', 99, 1, many(BULK), SOON, 5000, 'b', SOON],
      ['25: 20', '525: a', '550: 20', '5575: b'],
    ],
    ['just below bulk are reported soon', [many(BULK - 1), SOON, 'a', SOON], ['25: 19', '50: a']],
    ['of a listener are in the next batch', ['question', SOON, SOON], ['25: question', '50: answer']],
    ['are not reported after disposal', ['a', 'dispose', 'b', 'flush', LATER, 'c', LATER], []],
  ];
  for (const [what, steps, told] of cases)
    it(what, async () => {
      assert.deepEqual(await reported(...steps), told);
    });
});
