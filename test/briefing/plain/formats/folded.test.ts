import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';

const fold = (title: string, text: string, ...more: string[]) => [
  '<details>',
  `<summary>${title}</summary>`,
  '',
  text,
  ...more,
  '</details>',
  '',
];

describe('Folded texts', () => {
  const labels = (...lines: string[]) =>
    allTakeaways(read('# Title', '', '## News', '', ...lines)).map(({ label }) => label);

  it('are a story each, with their titles as labels', () => {
    const ferry = fold('<b>Ferry stops</b>', 'It is late.', '', '🔗 [Gazette](https://a.example/1)');
    const briefing = read('# Title', '', '## News', '', ...ferry, ...fold('Tug sold', 'To Ann.'), 'So long.');
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, references }) => [label, references.map(({ url }) => url)]),
      [
        ['Ferry stops', ['https://a.example/1']],
        ['Tug sold', []],
      ],
    );
    assert.equal(readingItems(briefing).at(-1)?.text, 'So long.');
    const open = '<details open><summary>**Ferry stops**</summary>';
    assert.deepEqual(labels(open, '', 'It is late.', '</details>', '', ...fold('Tug sold', 'To Ann.')), [
      'Ferry stops',
      'Tug sold',
    ]);
  });

  it('are sections if their titles name sources or a log', () => {
    const sources = fold('Sources', '- [Gazette](https://a.example/1)');
    const log = fold('Failed sources (2)', '- https://b.example says no');
    const briefing = read('# Title', '', '## News', '', '- **Ferry:** It stops.', '', ...sources, ...log);
    assert.deepEqual(drawn(briefing.sections), ['2 News', '2 Sources', '2 Failed sources (2)']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, references }) => [label, references.map(({ title }) => title)]),
      [['Ferry', ['Gazette']]],
    );
    for (const lines of [
      [...sources, 'The crane comes.'],
      [...sources, '## Tugs', '', ...sources],
    ])
      assert.equal(
        drawn(read('# Title', '', '## News', '', ...lines).sections)
          .join()
          .includes('Sources'),
        false,
      );
  });

  it('are text if there is one, if they have the same title, or in code', () => {
    assert.deepEqual(labels(...fold('More', 'It is late.')), []);
    assert.deepEqual(labels(...fold('More', 'It is late.'), ...fold('More', 'It is early.')), []);
    const code = ['```', ...fold('Ferry stops', 'It is late.'), ...fold('Tug sold', 'To Ann.'), '```'];
    assert.deepEqual(labels(...code), []);
  });
});
