import assert from 'node:assert/strict';
import { Searchable } from './searchable.ts';

const COUNT = 60;

/**
 * Several briefings, `0.md` the oldest, with a passage and two takeaways each; titles and references are not
 * items.
 */
function library(): Searchable {
  const files = Array.from({ length: COUNT }, (_, i) => {
    const date = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
    const text = `# Report ${i}\n\n${date}\n\n## Ferry\n\n### Pier\n\nThe ferry of day ${i}.\n\n- **Ferry ${i}:** it ran\n- **Lock ${i}:** it was ${i === 0 ? 'blue' : 'grey'}\n\n## Sources\n\n- [Ferry](https://ferry.example/${i})\n`;
    return [`${i}.md`, text] as const;
  });
  return new Searchable(Object.fromEntries(files));
}

describe('Items to choose from', () => {
  const all = library();
  const titles = (...of: Parameters<typeof all.findItems>) =>
    all.findItems(...of).hits.map(({ item }) => item.title);

  it('are the newest if nothing is typed', () => {
    assert.deepEqual(titles('', 5), ['Pier', 'Ferry 59', 'Lock 59', 'Pier', 'Ferry 58']);
    assert.equal(all.findItems('', 5).hasMore, true);
  });

  it('start with the briefing that is open, once', () => {
    assert.deepEqual(titles('', 4, '3.md'), ['Pier', 'Ferry 3', 'Lock 3', 'Pier']);
    const found = all.findItems('', COUNT * 3, '3.md');
    assert.equal(new Set(found.hits.map(({ item }) => item.key)).size, COUNT * 3);
    assert.equal(found.hasMore, false);
  });

  it('can be of any briefing, however old, and pass the filters of the search', () => {
    assert.deepEqual(titles('blue', 5), ['Lock 0']);
    assert.ok(titles('lock 0', 5, '3.md').includes('Lock 0'));
    assert.deepEqual(titles('before:2026-01-02', 5, '3.md'), ['Pier', 'Ferry 0', 'Lock 0']);
  });

  it('match what is typed, with those of the open briefing first', () => {
    const found = all.findItems('ferry', 10, '3.md');
    assert.deepEqual(
      found.hits.slice(0, 3).map(({ item, document }) => `${document.uri.slice(8)} ${item.title}`),
      ['3.md Ferry 3', '3.md Pier', '59.md Ferry 59'],
    );
    assert.deepEqual([found.hits.length, found.hasMore], [10, true]);
    assert.deepEqual(new Set(found.hits.map(({ item }) => item.kind)), new Set(['takeaway', 'passage']));
    assert.deepEqual(titles('zeppelin', 10, '3.md'), []);
  });

  it('have most of the words if none has all, wherever they are', () => {
    const [hit, ...others] = all.findItems('blue that zeppelin', 5, '3.md').hits;
    assert.deepEqual([hit?.item.title, hit?.without, others], ['Lock 0', ['zeppelin'], []]);
  });
});
