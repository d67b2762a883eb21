import assert from 'node:assert/strict';
import { readingItems } from '../../src/briefing/readingItems.ts';
import { renderParts } from '../../src/briefing/renderBriefing.ts';
import { read } from './support/fixture.ts';

describe('A section of nothing but pictures', () => {
  const briefing = read(
    ...['# T', '', '## Wheat', '', '![Since May](a.png)', '', '![](b.png)', '', '## Rye', '', '![](c.png)'],
    ...['', '## Oats', '', 'They fell.'],
  );

  it('is an item with their words, if they have any', () => {
    assert.deepEqual(
      readingItems(briefing).map(({ label, text }) => [label, text]),
      [
        ['Wheat', 'Since May'],
        ['Oats', 'They fell.'],
      ],
    );
  });

  it('shows its pictures there', () => {
    const [id = ''] = readingItems(briefing).map((item) => item.id);
    const { items, article } = renderParts(briefing);
    assert.match(items.get(id)?.body ?? '', /class="image">Since May</);
    assert.ok(article.includes(`id="${id}"`));
  });
});
