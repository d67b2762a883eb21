import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { decodeBytes } from '../../src/briefing/text/bytes/decodeBytes.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { itemParts, readingItems } from '../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../src/briefing/renderBriefing.ts';
import { textOfBlocks } from '../../src/briefing/structure/passages.ts';
import { takeawayKey } from '../../src/briefing/text/wordsKey.ts';
import { allTakeaways, read } from './support/fixture.ts';
import { itemWords } from './support/itemWords.ts';
import { outside } from './support/outside.ts';
import { slice } from './support/ranges.ts';

/** Items as lines: `• label | text` for a takeaway, `¶ label | text` for a passage. */
function drawn(...lines: readonly string[]): string[] {
  return readingItems(read(...lines)).map(
    ({ kind, label = '', text }) => `${kind === 'takeaway' ? '•' : '¶'} ${label} | ${text}`,
  );
}

const SENTENCE = 'The harbour office has said what it wants to do with the north quay this year.';

describe('The reading items of a briefing', () => {
  it('are the takeaways and the text between them, in document order', () => {
    assert.deepEqual(
      drawn(
        '# T',
        '',
        'Lede.',
        '',
        '## A',
        '',
        'Before it.',
        '',
        '- **L:** one',
        '- two',
        '',
        'After it.',
        '',
        '## B',
        '',
        'Prose.',
      ),
      ['¶ T | Lede.', '¶ A | Before it.', '• L | one', '•  | two', '¶ A | After it.', '¶ B | Prose.'],
    );
  });

  it('include a lead-in with the first item that it introduces', () => {
    assert.deepEqual(drawn('# T', '', '## A', '', 'These came:', '', '- Anna', '- Ida'), [
      '•  | These came:\nAnna',
      '•  | Ida',
    ]);
    assert.deepEqual(
      drawn('# T', '', '## A', '', 'Ships of today', '', '- Anna', '- Ida')[0],
      '•  | Ships of today\nAnna',
    );
    assert.deepEqual(drawn('# T', '', '## A', '', SENTENCE, '', '- Anna', '- Ida')[0], `¶ A | ${SENTENCE}`);
  });

  it('include the colophon of the briefing with the first item', () => {
    const made = ['> Generated 08:00 UTC · 12 sources', '', '8 top stories from 12 feeds.'];
    const said = 'Generated 08:00 UTC · 12 sources\n8 top stories from 12 feeds.';
    assert.deepEqual(drawn('# T', '', ...made, '', '## A', '', '- **L:** one', '- two'), [
      `• L | ${said}\none`,
      '•  | two',
    ]);
    assert.deepEqual(drawn('# T', '', ...made, '', '## A', '', 'Prose.'), [`¶ A | ${said}\nProse.`]);
    assert.deepEqual(drawn('# T', '', ...made), [`¶ T | ${said}`]);
    // A line about the content, or with a link to its source, is an item of its own.
    for (const other of [SENTENCE, 'From [the harbour](https://a.example/) today', `${made[2]} ${SENTENCE}`])
      assert.equal(drawn('# T', '', other, '', '## A', '', '- one').length, 2, other);
    const lists = { '- Feeds: 20\n- Found 3 items': 1, '- Ferry stops\n- Crane comes': 2 };
    const lines = { 'a\n\nb': 1, ['a\n\n'.repeat(9)]: 2 };
    for (const [lede, items] of Object.entries({ ...lists, ...lines }))
      assert.equal(drawn('# T', '', lede, '', '## A', '', '- one').length, items, lede);
    const [first] = readingItems(read('# T', '', 'Updated 08:00', '', '## A', '', '- one'));
    assert.equal(first?.key, takeawayKey({ text: 'one' }));
    assert.deepEqual([first.range.start.line, first.range.end.line], [2, 6]);
  });

  it('include a dateline with the first item if it says more than the day', () => {
    const first = (dateline: string) => drawn('# T', '', dateline, '', '## A', '', '- one')[0];
    const more = 'Report date: 3 March 2026 · Confidence: medium';
    assert.equal(first(more), `•  | ${more}\none`);
    assert.equal(first('Issue 12 — Week of 3 March 2026'), '•  | one');
  });

  it('include the colophon with the last item if it is below', () => {
    const made = '_Generated at noon_';
    const briefing = read('# T', '', '## A', '', '- **L:** one', '- two', '', '---', '', made);
    const [, last] = readingItems(briefing);
    assert.equal(last?.text, 'two\nGenerated at noon');
    assert.equal(last.key, takeawayKey({ text: 'two' }));
    assert.deepEqual([last.range.start.line, last.range.end.line], [5, 9]);
    // Under a heading of its own, the text is the content of that section.
    assert.deepEqual(
      drawn('# T', '', '## A', '', '- one', '- two', '', '## Blockers', '', 'None').at(-1),
      '¶ Blockers | None',
    );
    assert.deepEqual(
      drawn('# T', '', '## A', '', '- one', '- two', '', SENTENCE).at(-1),
      `¶ A | ${SENTENCE}`,
    );
  });

  it('include the colophon of a section with the first item of the sections inside', () => {
    const nested = ['### B', '', 'Prose.', '', '### C', '', '- one'];
    assert.deepEqual(drawn('# T', '', '## A', '', 'Updated 08:00', '', ...nested), [
      '¶ B | Updated 08:00\nProse.',
      '•  | one',
    ]);
    assert.deepEqual(drawn('# T', '', '## A', '', 'Updated 08:00', '', '### B', '', '## C', '', '- one'), [
      '¶ A | Updated 08:00',
      '•  | one',
    ]);
  });

  it('do not lose words or images to a colophon', () => {
    const [, last] = itemParts(
      read('# T', '', '## A', '', '- one', '- two', '', '5 March 2026', '', 'Updated 08:00'),
    );
    assert.equal(textOfBlocks(last?.outro ?? []), '5 March 2026\nUpdated 08:00');
    assert.deepEqual(
      drawn('# T', '', '## A', '', '5 March 2026', '', 'Updated 08:00', '', '### B', '', '- one'),
      ['•  | 5 March 2026\nUpdated 08:00\none'],
    );
    const picture = ['![The ferry](a.png)', '', 'Updated 08:00'];
    assert.equal(drawn('# T', '', ...picture, '', '## A', '', '- one').length, 2);
    assert.equal(drawn('# T', '', '## A', '', '- one', '', ...picture).length, 2);
  });

  it('continue if there is only a colophon and its content', () => {
    const contents = ['In this issue:', '', '- Ferries', '- Cranes'];
    const [item] = readingItems(read('# T', '', 'Updated 08:00', '', ...contents, '', 'Of 12 sources'));
    assert.equal(item?.text, 'Updated 08:00\nOf 12 sources');
    assert.deepEqual([item.range.start.line, item.range.end.line], [2, 9]);
  });

  it('are separated by a heading that dates the briefing if the title is below a section', () => {
    const briefing = read(
      ...['North quay', '', '', '📌 FACT', 'It stops.', '', '---'],
      ...['# Report 2026-07-25', '# Brief — 2026-05-01', '', SENTENCE],
    );
    const html = renderBriefing(briefing);
    for (const { id, text } of readingItems(briefing)) {
      assert.equal(html.split(` id="${id}"`).length, 2, text);
      for (const line of text.split('\n')) assert.equal(html.split(line).length, 2, line);
    }
    // Text below the section is not an introduction inside it.
    const made = read(
      ...['North quay stops.', '', '📌 FACT', 'It stops.', ''],
      ...['# Report', '# 2026-05-01', '', 'Updated 08:00'],
    );
    assert.deepEqual(
      readingItems(made).map(({ text }) => text),
      ['North quay stops.', 'It stops.', 'Updated 08:00'],
    );
  });

  it('are separate for two notes with one between that is not an item', () => {
    const notes = [`[^1]: First, ${SENTENCE}`, '', '[^2]: x', '', `[^3]: Last, ${SENTENCE}`];
    const briefing = read('# T', '', 'So.[^1][^2][^3]', '', ...notes);
    const html = renderBriefing(briefing);
    assert.equal(readingItems(briefing).length, 3);
    for (const words of [
      ...readingItems(briefing).map(({ id }) => ` id="${id}"`),
      '</sup> First,',
      '</sup> Last,',
    ])
      assert.equal(html.split(words).length, 2, words);
  });

  it('include the column names of a table with its first row', () => {
    const table = [
      '| # | Title | Points |',
      '|---|---|---|',
      '| 1 | [Ferry stops](a.md) | 3 |',
      '| 2 | [Crane came](b.md) | 2 |',
    ];
    assert.deepEqual(drawn('# T', '', '## A', '', ...table), [
      '• Ferry stops | 3\n# · Title · Points',
      '• Crane came | 2',
    ]);
  });

  it('do not have a part that is only a colophon', () => {
    const long = `${SENTENCE} `.repeat(30).trim();
    const parts = readingItems(read('# T', '', '## A', '', long, '', 'Updated 08:00'));
    assert.deepEqual(
      parts.map(({ part, text }) => [part, text]),
      [[undefined, `${long}\nUpdated 08:00`]],
    );
  });

  it('take a few minutes at most: a long text is divided at its paragraphs', () => {
    const paragraphs = Array.from({ length: 60 }, (_, i) => `${i + 1}. ${SENTENCE}`.replace('. ', ') '));
    const items = readingItems(
      read('# T', '', '## A', '', ...paragraphs.flatMap((line) => [`So ${line}`, ''])),
    );
    assert.equal(items.length, 3);
    assert.equal(new Set(items.map(({ id }) => id)).size, 3);
    assert.ok(items.every(({ kind, label }) => kind === 'passage' && label === 'A'));
    assert.equal(items.flatMap(({ text }) => text.split('\n')).length, 60);
  });

  it('are divided in a long list', () => {
    const log = Array.from({ length: 60 }, (_, i) => `- Item ${i}: ${SENTENCE}`);
    const items = readingItems(read('# T', '', '## Feed health', '', ...log));
    assert.equal(items.length, 3);
    assert.equal(items.flatMap(({ text }) => text.split('\n')).length, 60);
    assert.deepEqual(
      items.map(({ range }) => range.end.line - range.start.line + 1),
      [20, 20, 20],
    );
  });

  it('put parts without news last', () => {
    assert.deepEqual(
      drawn(
        '# T',
        '',
        'In this issue:',
        '',
        '- [A](#a)',
        '',
        '## Feed health',
        '',
        '- [OK] Harbour',
        '- [ERR] Quay',
        '',
        '## A',
        '',
        '- one',
        '- two',
      ),
      ['•  | one', '•  | two', '¶ T | In this issue:\nA', '¶ Feed health | [OK] Harbour\n[ERR] Quay'],
    );
  });

  it('use the title of their section without the section’s number', () => {
    for (const [first, second] of [
      ['1. ', '2. '],
      ['01 · ', '02 · '],
      ['01｜', '02｜'],
    ])
      assert.deepEqual(
        drawn('# T', '', `## ${first}Ferry stops`, '', SENTENCE, '', `## ${second}Tugs`, '', SENTENCE),
        [`¶ Ferry stops | ${SENTENCE}`, `¶ Tugs | ${SENTENCE}`],
      );
  });

  it('keep a bracket right after a number', () => {
    assert.deepEqual(drawn('# T', '', '## 7.【港】Ferry stops', '', SENTENCE), [
      `¶ 【港】Ferry stops | ${SENTENCE}`,
    ]);
  });

  it('have their links, the link of their heading, or the nearest reference section as references', () => {
    const briefing = read(
      '# T',
      '',
      '## [A](https://a.example/x)',
      '',
      'Prose.',
      '',
      '## B',
      '',
      'See [b](https://b.example/x).',
      '',
      '### Sources',
      '',
      '- [Own](https://own.example/x)',
      '',
      '## C',
      '',
      '- one',
      '- two',
      '',
      '### Sources',
      '',
      '- [Other](https://other.example/x)',
    );
    assert.deepEqual(
      readingItems(briefing).map(({ references }) => references.map(({ title }) => title)),
      [['A'], ['b'], ['Other'], ['Other']],
    );
  });

  it('have the ids, keys and ranges of takeaways', () => {
    const briefing = read('# T', '', 'Lede.', '', '## A', '', '- **L:** one', '', 'After.');
    const [lede, takeaway, after] = readingItems(briefing);
    assert.equal(takeaway?.id, allTakeaways(briefing)[0]?.id);
    assert.equal(takeaway?.key, takeawayKey({ label: 'L', text: 'one' }));
    assert.ok(lede && after);
    assert.equal(slice(briefing.text, lede.range), 'Lede.');
    assert.equal(slice(briefing.text, after.range), 'After.');
    const moved = readingItems(
      read('# T', '', 'New.', '', '## A', '', 'More.', '', '- **L:** one', '', 'After.'),
    );
    assert.deepEqual([moved.at(-1)?.id, moved.at(-1)?.key], [after.id, after.key]);
  });

  it('are none if there is nothing to read', () => {
    assert.deepEqual(drawn(''), []);
    assert.deepEqual(drawn('# T'), []);
    assert.deepEqual(drawn('# T', '', '![](a.png)', '', '***'), []);
  });

  it('contain every word of the corpus once', function () {
    const folder = outside(this, 'corpus');
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(
        (file) =>
          file.includes(path.sep) && /\.(?:md|markdown|txt|json)$/.test(file) && !file.includes('LICENSES'),
      );
    for (const file of files) {
      const decoded = decodeBytes(fs.readFileSync(path.join(folder, file)));
      if (decoded.kind !== 'text' || file.endsWith('MANIFEST.json')) continue;
      const { all, missing, extra } = itemWords(parseBriefing(decoded.text, path.basename(file)));
      // The numbers of a table's rows, and the words that a site generator would fill in, do not count.
      const lost = missing.filter((word) => !/^\d+$|^(?:include|references|md|linkers|issues)$/.test(word));
      assert.ok(lost.length <= all * 0.005, `${file}: ${lost.join(' ')}`);
      assert.ok(extra.length <= all * 0.005, `${file}: ${extra.join(' ')}`);
    }
  });
});
