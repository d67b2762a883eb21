import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

/** The reading items above the first section. */
function above(...lines: string[]): string[] {
  const briefing = read('# Harbour week', '', ...lines, '', '## Cranes', '', '- It is late.');
  return readingItems(briefing)
    .slice(0, -1)
    .map(({ kind, label, text }) => `${kind}: ${label ?? text}`);
}

describe('A list above the first section', () => {
  const stories = [
    '- [The last ferry stops](https://a.example/1): at nine from Monday on',
    '- [A new crane comes](https://a.example/2)',
    '- [Bridge closed until May](https://b.example/3)',
  ];

  it('has stories if its items start with a headline that is a link', () => {
    assert.deepEqual(above('Good morning.', '', ...stories), [
      'passage: Harbour week',
      'takeaway: The last ferry stops',
      'takeaway: A new crane comes',
      'takeaway: Bridge closed until May',
    ]);
  });

  it('has no stories with two items, with names, with sections, or if the link is in a sentence', () => {
    assert.equal(above(...stories.slice(1)).length, 1);
    assert.equal(above(...stories, '- [Map](https://a.example/map)').length, 1);
    assert.equal(above(...stories, '- See [the new crane here](https://a.example/c)').length, 1);
    assert.equal(above(...stories, '- [All of the cranes](#cranes)').length, 1);
  });
});
