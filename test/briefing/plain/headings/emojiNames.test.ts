import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { drawn, read } from '../../support/fixture.ts';

describe('The name of an emoji before a heading in plain text', () => {
  const list = (name: string) => [
    `• *${name} stops* — It is late. <https://a.example/${name}|Gazette>`,
    `• *${name} goes* — It is new. <https://b.example/${name}|Post>`,
    '',
  ];

  it('is not part of it', () => {
    for (const [ferries, tugs] of [
      ['*:ship: Ferries*', '*:anchor: Tugs*'],
      [':ship: *Ferries*', ':anchor: *Tugs*'],
      [':ship: Ferries', ':anchor: Tugs'],
    ] as const) {
      const briefing = read(
        '*:newspaper: Morning brief, 3 March 2026*',
        '',
        ferries,
        ...list('Ferry'),
        tugs,
        ...list('Tug'),
        '_Posted by a bot._',
      );
      assert.deepEqual([briefing.title, briefing.date], ['Morning brief, 3 March 2026', '2026-03-03']);
      assert.deepEqual(drawn(briefing.sections), ['2 Ferries', '2 Tugs']);
      assert.deepEqual(
        readingItems(briefing).map(({ label, references: [first] }) => [label, first?.url]),
        [
          ...['Ferry stops', 'Ferry goes', 'Tug stops', 'Tug goes'].map((label, i) => [
            label,
            `https://${i % 2 ? 'b' : 'a'}.example/${label.split(' ')[0] ?? ''}`,
          ]),
          ['Tugs', undefined],
        ],
      );
    }
  });
});
