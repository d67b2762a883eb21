import assert from 'node:assert/strict';
import { groupEntries } from '../../../src/library/tree/grouping.ts';
import { entryOf, options, stateOf, TODAY } from '../support/entries.ts';

describe('Briefings with the same title', () => {
  it('are sorted by the numbers in their file names', () => {
    const same = ['10', '9', '531'].map((name) => entryOf('Issue', { uri: `file:///issue-${name}.md` }));
    for (const sorting of ['newest', 'title'] as const) {
      const groups = groupEntries(same, options({ sorting, grouping: 'none' }), stateOf(), TODAY);
      assert.deepEqual(
        groups[0]?.entries.map(({ uri }) => uri),
        ['9', '10', '531'].map((name) => `file:///issue-${name}.md`),
      );
    }
  });
});
