import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { Searchable } from './searchable.ts';

const HARBOUR = `---
title: Harbour report
date: 2026-03-01
---

The quays are full.

## In brief

- **North quay:** Closed until Thursday, said the Élysée. ([notice](https://news.port.example/14))
- **Tugs:** Two are back; security guarantees are due.

## Ships

The ferry waits at the north pier.
`;
const FERRY = `---
title: Ferry report
date: 2025-06-01
---

## In brief

- **Night ferry:** The ferry is back. ([map](https://map.example/))
- 乌克兰安全保障

## Sources

1. [Timetable of the quay](https://www.ferry.example/t)
`;

describe('A search', () => {
  const library = new Searchable({ 'my%20notes/harbour.md': HARBOUR, 'ferry.md': FERRY });
  fixtureCases('search/found', (query) => library.names(query).join('; '));

  it('puts newer items first if they match equally', () => {
    const two = new Searchable({
      '2026-01-01-a.md': '# A\n\n- One wolf.',
      '2026-02-01-b.md': '# B\n\n- One wolf.',
    });
    const days = () => two.find('wolf').hits.map(({ day }) => day);
    assert.deepEqual(days(), ['2026-02-01', '2026-01-01']);
    two.put('2026-03-01-c.md', '# Newest\n\n- One wolf.');
    assert.deepEqual(days()[0], '2026-03-01');
  });

  it('finds a passage as an item, with its key and its read and starred state', () => {
    const text =
      '# Log\n\nThe lede.\n\n## Night\n\nA lantern burned.\n\n## Yard\n\n### Crane\n\n- It stands.';
    const other = new Searchable({ 'log.md': text });
    const [, night] = itemsIn(parseBriefing(text, 'log.md'));
    const { kind, id, key = '', title } = other.find('lantern').hits[0]?.item ?? {};
    assert.deepEqual([kind, id, key, title], ['passage', night?.id, night?.key, 'Night']);
    assert.deepEqual(other.names('night'), ['passage Night'], 'its title is found once');
    assert.deepEqual(other.names('yard'), ['section Yard'], 'which has no words of its own');
    assert.deepEqual(other.names('log'), ['briefing Log'], 'a lede does not go by its briefing’s title');
    assert.deepEqual(other.names('is:starred'), []);
    other.starred.add(key);
    assert.deepEqual(other.names('is:starred'), ['passage Night']);
    assert.deepEqual(other.names('is:unread'), ['passage The lede.', 'passage Night', 'takeaway It stands.']);
    other.read.add(key);
    assert.deepEqual(other.names('is:unread'), ['passage The lede.', 'takeaway It stands.']);
    assert.deepEqual(other.names('is:unread lantern'), []);
    assert.deepEqual(other.names('is:read lantern is:starred'), ['passage Night']);
  });

  it('finds an item by its introduction', () => {
    const all = new Searchable({ 'a.md': '# T\n\nWindow: noon\n\n## A\n\nThese came:\n\n- Anna\n- Ida\n' });
    for (const words of ['window', 'these came', 'anna'])
      assert.deepEqual(all.names(words), ['takeaway Window: noon\nThese came:\nAnna'], words);
  });

  it('filters by what is read and starred', () => {
    const [tugs] = library.find('tugs').hits;
    library.read.add(tugs?.item.key ?? '');
    assert.deepEqual(library.names('is:unread harbour'), ['briefing Harbour report']);
    assert.deepEqual(library.names('is:read'), ['takeaway Tugs']);
    library.starred.add(tugs?.item.key ?? '');
    assert.deepEqual(library.names('is:starred'), ['takeaway Tugs']);
    assert.deepEqual(library.names('is:starred is:unread'), []);
    library.read.clear();
    library.starred.clear();
  });

  it('no longer finds what was removed, and finds what was added', () => {
    const other = new Searchable({ 'a.md': '# A\n\n- Wolves.' });
    other.put('a.md', '# A\n\n- Bears.');
    assert.deepEqual([other.names('wolves'), other.names('bears')], [[], ['takeaway Bears.']]);
    other.remove('a.md');
    assert.deepEqual(other.names('bears'), []);
  });

  it('says whether there is more than it returns', () => {
    const { hits, hasMore } = library.find('quay', 2);
    assert.deepEqual([hits.length, hasMore], [2, true]);
    assert.equal(library.find('quay').hasMore, false);
  });
});

describe('A search for common words', () => {
  /* So many items that each word of the sentence is common; `lone` and `number 17` are not. */
  const library = new Searchable();
  for (let i = 0; i < 200; i++) {
    const items = Array.from({ length: 8 }, (_, j) => `Two ports in district ${i * 8 + j}.`);
    if (i === 17) items.push('A lone port.');
    const list = items.map((words) => `- **Ministry opens:** ${words}`).join('\n');
    library.put(`2025-01-01-r${i}.md`, `# Report ${i}\n\n## Key takeaways\n\n${list}`);
  }

  before(() => {
    // The work has two steps.
    assert.equal([...library.corpus.updateCommonWords()].length, 1);
  });

  it('does not search the MiniSearch index', () => {
    assert.ok(library.corpus.index.common.has('ministry'));
    assert.ok(!library.corpus.index.common.has('lone'));
  });

  it('finds as many as for rare ones', () => {
    for (const [query, count] of [
      ['ministry', 20],
      ['minis', 20],
      ['minstry', 20],
      ['ministry lone', 1],
      ['"ministry opens two"', 20],
      ['"two opens ministry"', 0],
      ['ministry -ports', 1],
      ['ministry district 1234', 1],
      ['ministry zeppelin', 0],
    ] as const)
      assert.equal(library.find(query).hits.length, count, query);
  });

  it('finds longer words that start with them, too', () => {
    library.put('2026-03-03-new.md', '# New\n\n- A ministry of zebras.');
    assert.equal(library.names('ministry', 1)[0], 'takeaway A ministry of zebras.');
    assert.deepEqual(library.names('zebras ministry'), ['takeaway A ministry of zebras.']);
  });
});
