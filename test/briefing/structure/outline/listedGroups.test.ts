import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';

const sections = (...lines: string[]) => drawn(read('# Harbour week', '', ...lines).sections);
const story = (n: number) => `  - [The ferry stops at ${n}](https://a.example/${n})`;
const group = (name: string, ...stories: string[]) => [`- ${name}`, ...stories];

describe('A list of names, each above its stories', () => {
  it('is a row of sections', () => {
    for (const [one, other] of [
      ['Ferries:', 'Cranes and tugs:'],
      ['**Ferries**', '**Cranes**'],
    ] as const) {
      const lines = [...group(one, story(1), story(2)), '', ...group(other, story(3))];
      const { sections: found } = read('# Harbour week', '', ...lines);
      assert.deepEqual(
        found.map(({ title, level, takeaways }) => [title, level, takeaways.length]),
        [one, other].map((name, i) => [name.replace(/[*:]/g, ''), 2, 2 - i]),
      );
    }
  });

  it('is so below a heading, too, with a closing paragraph', () => {
    const lines = [...group('Ferries:', story(1), story(2)), ...group('Cranes:', story(3), story(4))];
    const expected = ['2 News', '  3 Ferries', '  3 Cranes', '2 Jobs'];
    assert.deepEqual(sections('## News', '', ...lines, '', 'So long.', '', '## Jobs', '', 'None.'), expected);
  });

  it('is so without links if the lists below have only names above lists, too', () => {
    const fixes = [
      '* Fixes',
      '  - crane',
      '    * It turns again',
      '    * It is red',
      '  - tug',
      '    * It is late',
    ];
    const news = ['* News', '  - crane', '    * It has a lamp'];
    assert.deepEqual(sections(...fixes, '', ...news), [
      ...['2 Fixes', '  3 crane', '  3 tug'],
      ...['2 News', '  3 crane'],
    ]);
    const told = read('# Harbour week', '', ...fixes, '', ...news).sections[0]?.sections[0]?.takeaways;
    assert.deepEqual(
      told?.map(({ text }) => text),
      ['It turns again', 'It is red'],
    );
    assert.deepEqual(sections(...fixes, '', ...news, '  - It is new.'), ['1 Harbour week']);
    assert.deepEqual(sections(...fixes), ['1 Harbour week']);
  });

  it('is a list of stories if it says more, if sources are below, or if it is a summary', () => {
    const ferries = group('Ferries:', story(1), story(2));
    for (const lines of [
      ferries,
      [...ferries, '- It is late.'],
      [...ferries, ...group('The crane that came by ship is now at work:', story(3), story(4))],
      [...ferries, ...group('[Cranes](https://a.example)', story(3), story(4))],
      [...group('Ferries:', '  - It is late.', story(1)), ...group('Cranes:', '  - It is new.', story(2))],
      [
        ...group(
          '**Ferry stops**',
          '  - [Gazette](https://a.example/1)',
          '  - [Herald](https://b.example/1)',
        ),
        ...group(
          '**Crane comes**',
          '  - [Gazette](https://a.example/2)',
          '  - [Herald](https://b.example/2)',
        ),
      ],
    ])
      assert.deepEqual(sections('## News', '', ...lines), ['2 News'], lines.join(' / '));
    assert.deepEqual(sections('## Key takeaways', '', ...ferries, ...group('Cranes:', story(3), story(4))), [
      '2 Key takeaways',
    ]);
  });
});
