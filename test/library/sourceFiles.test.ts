import fc from 'fast-check';
import assert from 'node:assert/strict';
import { SourceFiles } from '../../src/library/sourceFiles.ts';
import { fixtureCases } from '../support/fixtureCases.ts';

const ONE = 'file:///one';

function listing(root: string, uris: readonly string[], fault?: string) {
  return { root, uris, ...(fault !== undefined && { fault }) };
}

/**
 * Takes a step, and returns what a listing says. `1 add a to one`, `2 remove a`, `3 list one: a b; two, locked: c`: the
 * number is the time, for a listing the time at which it began.
 */
function take(files: SourceFiles, step: string): string {
  const [, time = '', what = '', rest = ''] = /^(\d+) (\w+) ?(.*)$/.exec(step) ?? [];
  const [uri = '', root = ''] = rest.split(' to ');
  if (what === 'add') files.add(uri, root, Number(time));
  if (what === 'remove') files.remove(uri, Number(time));
  if (what !== 'list') return '';
  const listings = rest
    .split('; ')
    .filter(Boolean)
    .map((one) => {
      const [, folder = '', fault, uris = ''] = /^(\w+)(?:, (\w+))?:(.*)$/.exec(one) ?? [];
      return listing(folder, uris.split(' ').filter(Boolean), fault);
    });
  const taken = files.applyListing(listings, Number(time));
  return taken ? `listed ${taken.listed.join(' ')}, removed ${taken.removed.join(' ')}; ` : 'too late; ';
}

describe('A file of a source', () => {
  fixtureCases('library/sourceFiles', (steps) => {
    const files = new SourceFiles();
    const uris = [...new Set(steps.match(/\b[a-z]\b/g))].sort();
    return steps
      .split('\n')
      .map((step) => {
        const result = take(files, step);
        const there = uris.flatMap((uri) =>
          files.rootOf(uri) === undefined ? [] : `${uri} in ${files.rootOf(uri)}`,
        );
        return `${result}${there.join(', ') || 'nothing'}`;
      })
      .join('\n');
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
      { numRuns: 500 },
    );
  });
});
