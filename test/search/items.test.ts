import assert from 'node:assert/strict';
import { Searchable } from './corpus.ts';

const COUNT = 60;

/** So many briefings, `0.md` the oldest, of two takeaways each; and sections and references, which are none. */
function library(): Searchable {
  const files = Array.from({ length: COUNT }, (_, i) => {
    const date = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
    const text = `# Report ${i}\n\n${date}\n\n## Ferry\n\nThe ferry of the day.\n\n- **Ferry ${i}:** it ran\n- **Lock ${i}:** it was ${i === 0 ? 'blue' : 'grey'}\n\n## Sources\n\n- [Ferry](https://ferry.example/${i})\n`;
    return [`${i}.md`, text] as const;
  });
  return new Searchable(Object.fromEntries(files));
}

describe('Takeaways to choose from', () => {
  const all = library();
  const titles = (...of: Parameters<typeof all.findItems>) =>
    all.findItems(...of).hits.map(({ item }) => item.title);

  it('are the newest, where nothing is asked for', () => {
    assert.deepEqual(titles('', 5), ['Ferry 59', 'Lock 59', 'Ferry 58', 'Lock 58', 'Ferry 57']);
    assert.equal(all.findItems('', 5).hasMore, true);
  });

  it('are those of the briefing that is read first, once', () => {
    assert.deepEqual(titles('', 4, '3.md'), ['Ferry 3', 'Lock 3', 'Ferry 59', 'Lock 59']);
    const found = titles('', COUNT * 2, '3.md');
    assert.equal(new Set(found).size, COUNT * 2);
    assert.equal(all.findItems('', COUNT * 2, '3.md').hasMore, false);
  });

  it('are of any briefing, however old', () => {
    assert.deepEqual(titles('blue', 5), ['Lock 0']);
    assert.deepEqual(titles('lock 0', 5, '3.md').includes('Lock 0'), true);
  });

  it('answer what is asked for, those of the briefing that is read first', () => {
    const found = all.findItems('ferry', 10, '3.md');
    assert.equal(found.hits[0]?.item.title, 'Ferry 3');
    assert.equal(found.hits.length, 10);
    assert.equal(found.hasMore, true);
    assert.ok(found.hits.every(({ item }) => item.kind === 'takeaway'));
    assert.deepEqual(titles('zeppelin', 10, '3.md'), []);
  });

  it('pass the filters of the search', () => {
    assert.deepEqual(titles('before:2026-01-02', 5, '3.md'), ['Ferry 0', 'Lock 0']);
  });
});
