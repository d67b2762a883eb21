import fc from 'fast-check';
import assert from 'node:assert/strict';
import { Announcements } from '../../src/library/sourceIndex.ts';

const [ONE, TWO] = ['file:///one', 'file:///two'];

function listing(root: string, uris: readonly string[], fault?: string) {
  return { root, uris, ...(fault !== undefined && { fault }) };
}

/** The root of each of these files. */
function rootsOf(announced: Announcements, ...uris: string[]): (string | undefined)[] {
  return uris.map((uri) => announced.rootOf(uri));
}

describe('What a source has announced', () => {
  it('is there until it is withdrawn', () => {
    const announced = new Announcements();
    assert.equal(announced.rootOf('a'), undefined);
    announced.announce('a', ONE, 1);
    assert.deepEqual(rootsOf(announced, 'a', 'b'), [ONE, undefined]);
    announced.withdraw('a', 2);
    announced.withdraw('b', 3);
    assert.deepEqual(rootsOf(announced, 'a', 'b'), [undefined, undefined]);
    announced.announce('a', TWO, 4);
    assert.equal(announced.rootOf('a'), TWO);
  });

  it('stays in the first folder that it was announced in', () => {
    const announced = new Announcements();
    announced.announce('a', ONE, 1);
    announced.announce('a', TWO, 2);
    assert.equal(announced.rootOf('a'), ONE);
  });

  it('is what was listed last', () => {
    const announced = new Announcements();
    announced.announce('old', ONE, 1);
    const taken = announced.take([listing(ONE, ['a', 'b', 'a']), listing(TWO, ['c', 'a'])], 2);
    assert.deepEqual(taken, { listed: ['a', 'b', 'c'], left: ['old'] });
    assert.deepEqual(rootsOf(announced, 'a', 'b', 'c', 'old'), [ONE, ONE, TWO, undefined]);
    assert.deepEqual(announced.take([listing(ONE, ['b'])], 3), { listed: ['b'], left: ['a', 'c'] });
    assert.deepEqual(announced.take([], 4), { listed: [], left: ['b'] });
  });

  it('moves to the folder that lists it now', () => {
    const announced = new Announcements();
    announced.take([listing(ONE, ['a'])], 1);
    assert.deepEqual(announced.take([listing(TWO, ['a'])], 2), { listed: ['a'], left: [] });
    assert.equal(announced.rootOf('a'), TWO);
  });

  it('is not changed by a listing that started before one that has answered', () => {
    const announced = new Announcements();
    assert.ok(announced.take([listing(ONE, ['a'])], 2));
    assert.equal(announced.take([listing(ONE, ['b'])], 1), undefined);
    assert.deepEqual(rootsOf(announced, 'a', 'b'), [ONE, undefined]);
  });

  it('is not changed by a listing that started before a later event for the file', () => {
    const announced = new Announcements();
    announced.take([listing(ONE, ['a', 'gone'])], 1);
    announced.announce('new', ONE, 3);
    announced.withdraw('gone', 4);
    const taken = announced.take([listing(ONE, ['a', 'gone'])], 2);
    assert.deepEqual(taken, { listed: ['a'], left: [] });
    assert.deepEqual(rootsOf(announced, 'a', 'new', 'gone'), [ONE, ONE, undefined]);
    // The next listing is up to date.
    assert.deepEqual(announced.take([listing(ONE, ['gone'])], 5), { listed: ['gone'], left: ['a', 'new'] });
  });

  it('is there again if it came back during the listing', () => {
    const announced = new Announcements();
    announced.take([listing(ONE, ['a'])], 1);
    announced.withdraw('a', 3);
    announced.announce('a', ONE, 4);
    assert.deepEqual(announced.take([listing(ONE, ['a'])], 2), { listed: ['a'], left: [] });
    assert.equal(announced.rootOf('a'), ONE);
    announced.withdraw('a', 6);
    announced.announce('a', ONE, 7);
    assert.deepEqual(announced.take([listing(ONE, [])], 5), { listed: [], left: [] });
    assert.equal(announced.rootOf('a'), ONE);
  });

  it('stays while its folder cannot be listed, and is updated when it can be again', () => {
    const announced = new Announcements();
    announced.take([listing(ONE, ['a', 'b']), listing(TWO, ['c'])], 1);
    const fault = announced.take([listing(ONE, ['b', 'new'], 'locked'), listing(TWO, [])], 2);
    assert.deepEqual(fault, { listed: ['b', 'new'], left: ['c'] });
    assert.deepEqual(rootsOf(announced, 'a', 'b', 'new', 'c'), [ONE, ONE, ONE, undefined]);
    assert.deepEqual(announced.take([listing(ONE, ['b'])], 3), { listed: ['b'], left: ['new', 'a'] });
  });

  it('stays after a restart until the first listing', () => {
    const announced = new Announcements();
    announced.announce('a', ONE, 0);
    announced.announce('b', ONE, 0);
    assert.deepEqual(announced.take([listing(ONE, ['a'])], 1), { listed: ['a'], left: ['b'] });
  });

  it('ends with the current files, in whatever order listings and events come', () => {
    const uri = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.record({ uri, there: fc.boolean(), list: fc.boolean(), answer: fc.nat({ max: 5 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const announced = new Announcements();
        const disk = new Set<string>();
        const late: { readonly begun: number; readonly uris: readonly string[] }[] = [];
        let now = 0;
        for (const { uri: file, there, list, answer } of steps) {
          // A listing sees the current state of the disk, but its result comes later, in any order.
          if (list) late.push({ begun: ++now, uris: [...disk] });
          if (there) disk.add(file);
          else disk.delete(file);
          if (there) announced.announce(file, ONE, ++now);
          else announced.withdraw(file, ++now);
          const [one] = late.splice(answer, 1);
          if (one) announced.take([listing(ONE, one.uris)], one.begun);
        }
        for (const { begun, uris } of late) announced.take([listing(ONE, uris)], begun);
        for (const file of ['a', 'b', 'c', 'd'])
          assert.equal(announced.rootOf(file), disk.has(file) ? ONE : undefined, file);
      }),
      { numRuns: 2000 },
    );
  });
});
