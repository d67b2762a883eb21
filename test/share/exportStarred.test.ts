import assert from 'node:assert/strict';
import { exportStarred, type StarredExportStrings } from '../../src/share/exportStarred.ts';
import { read } from '../briefing/support/fixture.ts';
import { quotationsOf } from './quotations.ts';

const WORDS: StarredExportStrings = {
  title: 'Starred',
  day: (date) => `Day ${date}`,
  undated: 'No date',
  unsourced: 'No source',
};

/** A briefing with this date, and a takeaway for each pair of text and source. */
function day(title: string, date: string | undefined, ...takeaways: (readonly [string, string?])[]) {
  const items = takeaways.map(([words, url]) =>
    url === undefined ? `- ${words}` : `- ${words} [x](${url})`,
  );
  return quotationsOf(
    read(...(date === undefined ? [] : ['---', `date: ${date}`, '---']), `# ${title}`, '## A', ...items),
  );
}

describe('Starred takeaways exported as one document', () => {
  const all = [
    ...day('Undated', undefined, ['u']),
    ...day('Old \\#', '2026-03-01', ['o', 'https://b.example']),
    ...day('New', '2026-03-02', ['n', 'https://b.example/n'], ['m', 'https://a.example']),
  ];

  it('are sorted by date, the newest first', () => {
    assert.equal(
      exportStarred(all, 'date', WORDS),
      [
        ...['# Starred', '', '## Day 2026-03-02', '', '### New', ''],
        ...['> n x', '>', '> — New, 2026-03-02', '>', '> — [x](<https://b.example/n>)', ''],
        ...['> m x', '>', '> — New, 2026-03-02', '>', '> — [x](<https://a.example/>)', ''],
        ...['## Day 2026-03-01', '', '### Old \\#', ''],
        ...['> o x', '>', '> — Old #, 2026-03-01', '>', '> — [x](<https://b.example/>)', ''],
        ...['## No date', '', '### Undated', '', '> u', '>', '> — Undated', ''],
      ].join('\n'),
    );
  });

  it('are sorted by source, from A to Z', () => {
    const headings = exportStarred(all, 'source', WORDS)
      .split('\n')
      .filter((line) => line.startsWith('#'));
    assert.deepEqual(headings, [
      '# Starred',
      ...['## a.example', '### New'],
      ...['## b.example', '### New', '### Old \\#'],
      ...['## No source', '### Undated'],
    ]);
  });

  it('have headings whose characters are escaped', () => {
    const [, , , , heading] = exportStarred(
      day('x', undefined, ['a']).map((one) => ({ ...one, briefing: { title: '<b> [x](y) `z`' } })),
      'date',
      WORDS,
    ).split('\n');
    assert.equal(heading, '### \\<b> \\[x\\](y) \\`z\\`');
  });
});
