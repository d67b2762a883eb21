import fc from 'fast-check';
import assert from 'node:assert/strict';
import { SourceFiles } from '../../src/library/sourceFiles.ts';

const [ONE, TWO] = ['file:///one', 'file:///two'];

function listing(root: string, uris: readonly string[], fault?: string) {
  return { root, uris, ...(fault !== undefined && { fault }) };
}

/** The root of each of these files. */
function rootsOf(files: SourceFiles, ...uris: string[]): (string | undefined)[] {
  return uris.map((uri) => files.rootOf(uri));
}

describe('A file of a source', () => {
  it('is there until it is removed', () => {
    const files = new SourceFiles();
    assert.equal(files.rootOf('a'), undefined);
    files.add('a', ONE, 1);
    assert.deepEqual(rootsOf(files, 'a', 'b'), [ONE, undefined]);
    files.remove('a', 2);
    files.remove('b', 3);
    assert.deepEqual(rootsOf(files, 'a', 'b'), [undefined, undefined]);
    files.add('a', TWO, 4);
    assert.equal(files.rootOf('a'), TWO);
  });

  it('stays in the first folder that it was added with', () => {
    const files = new SourceFiles();
    files.add('a', ONE, 1);
    files.add('a', TWO, 2);
    assert.equal(files.rootOf('a'), ONE);
  });

  it('is what was listed last', () => {
    const files = new SourceFiles();
    files.add('old', ONE, 1);
    const taken = files.applyListing([listing(ONE, ['a', 'b', 'a']), listing(TWO, ['c', 'a'])], 2);
    assert.deepEqual(taken, { listed: ['a', 'b', 'c'], removed: ['old'] });
    assert.deepEqual(rootsOf(files, 'a', 'b', 'c', 'old'), [ONE, ONE, TWO, undefined]);
    assert.deepEqual(files.applyListing([listing(ONE, ['b'])], 3), { listed: ['b'], removed: ['a', 'c'] });
    assert.deepEqual(files.applyListing([], 4), { listed: [], removed: ['b'] });
  });

  it('moves to the folder that lists it now', () => {
    const files = new SourceFiles();
    files.applyListing([listing(ONE, ['a'])], 1);
    assert.deepEqual(files.applyListing([listing(TWO, ['a'])], 2), { listed: ['a'], removed: [] });
    assert.equal(files.rootOf('a'), TWO);
  });

  it('is not changed by a listing that started before one that has answered', () => {
    const files = new SourceFiles();
    assert.ok(files.applyListing([listing(ONE, ['a'])], 2));
    assert.equal(files.applyListing([listing(ONE, ['b'])], 1), undefined);
    assert.deepEqual(rootsOf(files, 'a', 'b'), [ONE, undefined]);
  });

  it('is not changed by a listing that started before a later event for the file', () => {
    const files = new SourceFiles();
    files.applyListing([listing(ONE, ['a', 'gone'])], 1);
    files.add('new', ONE, 3);
    files.remove('gone', 4);
    const taken = files.applyListing([listing(ONE, ['a', 'gone'])], 2);
    assert.deepEqual(taken, { listed: ['a'], removed: [] });
    assert.deepEqual(rootsOf(files, 'a', 'new', 'gone'), [ONE, ONE, undefined]);
    // The next listing is up to date.
    assert.deepEqual(files.applyListing([listing(ONE, ['gone'])], 5), {
      listed: ['gone'],
      removed: ['a', 'new'],
    });
  });

  it('is there again if it came back during the listing', () => {
    const files = new SourceFiles();
    files.applyListing([listing(ONE, ['a'])], 1);
    files.remove('a', 3);
    files.add('a', ONE, 4);
    assert.deepEqual(files.applyListing([listing(ONE, ['a'])], 2), { listed: ['a'], removed: [] });
    assert.equal(files.rootOf('a'), ONE);
    files.remove('a', 6);
    files.add('a', ONE, 7);
    assert.deepEqual(files.applyListing([listing(ONE, [])], 5), { listed: [], removed: [] });
    assert.equal(files.rootOf('a'), ONE);
  });

  it('stays while its folder cannot be listed, and is updated when it can be again', () => {
    const files = new SourceFiles();
    files.applyListing([listing(ONE, ['a', 'b']), listing(TWO, ['c'])], 1);
    const fault = files.applyListing([listing(ONE, ['b', 'new'], 'locked'), listing(TWO, [])], 2);
    assert.deepEqual(fault, { listed: ['b', 'new'], removed: ['c'] });
    assert.deepEqual(rootsOf(files, 'a', 'b', 'new', 'c'), [ONE, ONE, ONE, undefined]);
    assert.deepEqual(files.applyListing([listing(ONE, ['b'])], 3), { listed: ['b'], removed: ['new', 'a'] });
  });

  it('stays after a restart until the first listing', () => {
    const files = new SourceFiles();
    files.add('a', ONE, 0);
    files.add('b', ONE, 0);
    assert.deepEqual(files.applyListing([listing(ONE, ['a'])], 1), { listed: ['a'], removed: ['b'] });
  });

  it('is there in the end if it is on the disk, in whatever order listings and events come', () => {
    const uri = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.record({ uri, there: fc.boolean(), list: fc.boolean(), answer: fc.nat({ max: 5 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const files = new SourceFiles();
        const disk = new Set<string>();
        const late: { readonly begun: number; readonly uris: readonly string[] }[] = [];
        let now = 0;
        for (const { uri: file, there, list, answer } of steps) {
          // A listing sees the current state of the disk, but its result comes later, in any order.
          if (list) late.push({ begun: ++now, uris: [...disk] });
          if (there) disk.add(file);
          else disk.delete(file);
          if (there) files.add(file, ONE, ++now);
          else files.remove(file, ++now);
          const [one] = late.splice(answer, 1);
          if (one) files.applyListing([listing(ONE, one.uris)], one.begun);
        }
        for (const { begun, uris } of late) files.applyListing([listing(ONE, uris)], begun);
        for (const file of ['a', 'b', 'c', 'd'])
          assert.equal(files.rootOf(file), disk.has(file) ? ONE : undefined, file);
      }),
      { numRuns: 2000 },
    );
  });
});
