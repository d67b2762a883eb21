import assert from 'node:assert/strict';
import { itemsWithSharedSources } from '../../src/search/sharedSources.ts';
import { Searchable } from './searchable.ts';

const PAGE = 'https://harbour.example/ferry';
const STORY = `# Here\n\n- The ferry stops. ([a](${PAGE}))`;

/** The texts of the items that share a source with the first item of `here.md`. */
function sharedWith(here: string, others: Readonly<Record<string, string>>): string[] {
  const { corpus } = new Searchable({ 'here.md': here, ...others });
  const first = corpus.get('file:///here.md')?.items.find(({ item }) => item.key !== '');
  assert.ok(first);
  return itemsWithSharedSources(first, corpus).map(({ item, document }) => `${document.uri} ${item.text}`);
}

describe('Items that cite the same page', () => {
  it('are found in other briefings, whatever their words are', () => {
    assert.deepEqual(
      sharedWith(`${STORY}\n- Trains run. ([b](${PAGE}))`, {
        'other.md': `# Other\n\n- Паром не ходить. ([b](${PAGE}))\n- Bears. ([c](https://bears.example/1))`,
        'none.md': '# None\n\n- The ferry stops.',
      }),
      ['file:///other.md Паром не ходить. (b)'],
    );
  });

  it('are found if their addresses differ in tracking parameters only', () => {
    const cites = (url: string) => sharedWith(STORY, { 'o.md': `# O\n\n- Ships. ([b](${url}))` }).length;
    assert.equal(cites(`${PAGE}?utm_source=mail`), 1);
    assert.equal(cites(`${PAGE}?page=2`), 0);
  });

  it('are not found by a front page', () => {
    const home = 'https://harbour.example/';
    assert.deepEqual(
      sharedWith(`# Here\n\n- The ferry stops. ([a](${home}))`, {
        'other.md': `# Other\n\n- Ships wait. ([b](${home}))`,
      }),
      [],
    );
  });

  it('are not found by a page that more than two items of a briefing cite', () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, i) => `- Ships ${i}. ([b](${PAGE}))`).join('\n');
    const found = (count: number) => sharedWith(STORY, { 'o.md': `# O\n\n${items(count)}` }).length;
    assert.deepEqual([found(2), found(3)], [2, 0]);
  });

  it('are not found by an item with more than five sources', () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, i) => `([${i}](https://site${i}.example/x))`).join(' ');
    const found = (count: number) =>
      sharedWith(`# Here\n\n- The ferry stops. ([a](${PAGE})) ${links(count)}`, {
        'other.md': `# Other\n\n- Ships wait. ([b](${PAGE}))`,
      }).length;
    assert.deepEqual([found(4), found(5)], [1, 0]);
  });

  it('are not found by a page that many briefings cite', () => {
    const others = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`${i}.md`, `# B${i}\n\n- Ships wait. ([b](${PAGE}))`]),
      );
    assert.deepEqual([sharedWith(STORY, others(16)).length, sharedWith(STORY, others(17)).length], [16, 0]);
  });
});
