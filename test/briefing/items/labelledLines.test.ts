import assert from 'node:assert/strict';
import { allTakeaways, read } from '../support/fixture.ts';
import { readingItems } from '../../../src/briefing/readingItems.ts';

const labels = (...lines: string[]) =>
  allTakeaways(read('# Harbour brief, 3 March 2026', '', ...lines)).map(({ label, text }) => label ?? text);
const around = (...list: string[]) => [
  '**Coverage:** Ferries, tugs',
  '',
  ...list,
  '',
  '**Next run:** at six',
];

describe('Labelled lines above and below the only list of stories', () => {
  const stories = ['1. **Ferry stops.** It is [late](https://a.example).', '2. **Tug waits.** For a crane.'];
  const bullets = ['- **Ferry stops.** It is [late](https://a.example).', '- **Tug waits.** For a crane.'];
  const plain = ['1. It is [late](https://a.example).', '2. The tug waits.'];

  it('are no stories, while the items of the list are', () => {
    assert.deepEqual(labels(...around(...stories)), ['Ferry stops', 'Tug waits']);
    assert.deepEqual(labels('## A', '', ...around(...stories)), ['Ferry stops', 'Tug waits']);
    assert.deepEqual(labels('## A', '', ...around(...bullets)), ['Ferry stops', 'Tug waits']);
    assert.deepEqual(labels('## A', '', ...around(...plain)), ['It is late.', 'The tug waits.']);
    const nested = stories.flatMap((item) => [item, '   - **Why:** It is old.', '']);
    assert.deepEqual(labels(...around(...nested)), ['Ferry stops', 'Tug waits']);
  });

  it('are read with the stories', () => {
    const briefing = read('# Harbour brief', '', '## A', '', ...around(...stories));
    const words = readingItems(briefing).map(({ text }) => text);
    assert.ok(words.join(' ').includes('Coverage: Ferries, tugs'), words.join(' '));
    assert.ok(words.join(' ').includes('Next run: at six'), words.join(' '));
  });

  it('are stories if the list only has points, parts or sources, or if there are other lists', () => {
    const own = ['Coverage', 'Next run'];
    assert.deepEqual(labels('## A', '', ...around('- It is late.', '- It is old.')), own);
    assert.deepEqual(labels('## A', '', ...around('- It [waits](https://a.example).', '- It is old.')), own);
    assert.deepEqual(
      labels('## A', '', ...around('- **Source:** [Ferry](https://a.example)', '- **Date:** 3 March')),
      ['Coverage: Ferries, tugs', 'Next run'],
    );
    assert.deepEqual(labels('## A', '', ...around(...stories), '', '- It is late.', '- It is old.'), own);
    const linked = around(...stories).with(0, '**Ferry:** It [stops](https://a.example).');
    assert.deepEqual(labels('## A', '', ...linked), ['Ferry', 'Next run']);
  });
});
