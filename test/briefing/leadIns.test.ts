import assert from 'node:assert/strict';
import { readingItems } from '../../src/briefing/readingItems.ts';
import { read } from './support/fixture.ts';

describe('A link above the first item of a list', () => {
  const items = (...lines: readonly string[]) =>
    readingItems(read('# T', '', '## A', '', 'All is online:', '', ...lines)).map(({ text, references }) => [
      text,
      ...references.map(({ url }) => url),
    ]);

  it('is apart from an item with another link, so that it is not lost', () => {
    assert.deepEqual(items('[The films](https://a.example/1)', '', '[The ferry](https://b.example/2)'), [
      ['All is online:\nThe films', 'https://a.example/1'],
      ['The ferry', 'https://b.example/2'],
    ]);
  });

  it('introduces it with other words, or if the item has none', () => {
    const below = ['', '- [Anna](https://b.example/2) stops.', '- Ida goes.'];
    assert.equal(
      items('See [the films](https://a.example/1):', ...below)[1]?.[0],
      'See the films:\nAnna stops.',
    );
    assert.equal(items('These came:', ...below)[1]?.[0], 'These came:\nAnna stops.');
  });
});

describe('A line that says how a section was made', () => {
  it('introduces the next section only if it is the first thing in its own', () => {
    const items = (...lines: readonly string[]) =>
      readingItems(read('# T', '', '## A', '', ...lines, 'Updated 08:00', '', '### B', '', '- one')).map(
        ({ text }) => text,
      );
    assert.deepEqual(items(), ['Updated 08:00\none']);
    assert.deepEqual(items('- a', ''), ['a', 'Updated 08:00', 'one']);
  });
});
