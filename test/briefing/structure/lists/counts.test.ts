import assert from 'node:assert/strict';
import { allTakeaways, read } from '../../support/fixture.ts';

describe('A list of how many there are of something', () => {
  const labels = (...lines: string[]) =>
    allTakeaways(read('# T', '', '## A', '', ...lines)).map(({ label }) => label);

  it('may have several on a line', () => {
    for (const lines of [
      ['- **Stats**: 1 tool, 15 articles, 2 films'],
      ['- **Stats:** 1 outil | 15 articles · 0 IA/data'],
      ['- **新闻**: 12 篇 | 保留: 3', '- **图片**: 4'],
      ['📊 **Read**: 12 | Kept: 3', '🆕 **New**: 4'],
    ])
      assert.deepEqual(labels(...lines), [], lines[0]);
  });

  it('is a list of stories if there are words beside the numbers', () => {
    for (const lines of [
      ['- **Ferries**: 3 boats, 2 crews, all late'],
      ['- **Ferries**: 3 boats | 2 crews | Late: since Monday'],
      ['- **Ferries**: 3 boats', '- **Cranes**: 2'],
    ])
      assert.notDeepEqual(labels(...lines), [], lines[0]);
  });
});
