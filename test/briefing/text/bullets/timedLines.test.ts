import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read, takeawaysOf } from '../../support/fixture.ts';
import { timedLines } from '../../../../src/briefing/text/bullets/timedLines.ts';

describe('Lines that begin with an hour', () => {
  it('are items, if there are two in one column', () => {
    for (const lines of [
      ['05:30  The ferry stops, says the office.', '       It is late.', '', '06:45  The crane comes.'],
      ['5:30 – The ferry stops, says the office. It is late.', '16:45 – The crane comes.'],
      ['5:30 pm\tThe ferry stops, says the office. It is late.', '6:45 pm\tThe crane comes.'],
    ])
      assert.deepEqual(
        takeawaysOf(...lines).map(({ label = '', text }) =>
          `${label} ${text}`.replace(/^[^T]*|\s+(?=\s)/g, ''),
        ),
        ['The ferry stops, says the office. It is late.', 'The crane comes.'],
        lines[0],
      );
    assert.match(takeawaysOf('05:30  It stops.', '06:45  It comes.')[0]?.text ?? '', /^05:30/);
  });

  it('are none alone, in two columns, or without what sets the hour apart', () => {
    for (const lines of [
      ['05:30  The ferry stops.'],
      ['05:30  The ferry stops.', '    06:45  The crane comes.'],
      ['05:30 the ferry stops,', '06:45 the crane comes.'],
      ['25:30  The ferry stops.', '26:45  The crane comes.'],
    ])
      assert.deepEqual(timedLines(lines), [], lines[0]);
  });
});

describe('The day of a date', () => {
  const shown = (...lines: string[]) =>
    takeawaysOf(...lines).map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`));
  const rows = [
    ['3. März: Die Fähre hält.', '12. Mai: Der Kran kommt.'],
    ['3. mars 2026: Ferja går ikke.', '12. mai: Krana kommer.'],
    ['3. března Přívoz nejede.', '12. května Jeřáb jede.'],
  ];

  it('is no number of an item', () => {
    for (const lines of rows) {
      assert.deepEqual(shown(...lines), lines);
      assert.deepEqual(shown(...lines.map((line) => `- ${line}`)), lines);
      assert.deepEqual(shown(lines.join('\n\n')), lines);
    }
    assert.deepEqual(shown('* **3. März:** Die Fähre hält.', '* 12. Mai'), [
      '3. März: Die Fähre hält.',
      '12. Mai',
    ]);
  });

  it('is none in plain text either', () => {
    for (const lines of rows)
      assert.deepEqual(
        read('Hafenbrief', '', 'TERMINE', '', ...lines).sections.map(({ takeaways }) =>
          takeaways.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`)),
        ),
        [lines],
      );
  });

  it('stays in a heading, a line of its own and a sentence', () => {
    const lines = [
      '# Brief',
      '',
      '3. März 2026',
      '',
      'Am',
      '1. Mai, so sagt er.',
      '',
      '## 4. Oktober',
      '',
      'Es ist spät.',
    ];
    assert.deepEqual(
      readingItems(read(...lines)).map(({ label, text }) => `${label ?? ''} | ${text}`),
      ['Brief | 3. März 2026\nAm 1. Mai, so sagt er.', '4. Oktober | Es ist spät.'],
    );
  });

  it('is not a number before other words, or the next number of a list', () => {
    assert.deepEqual(shown('1. Vénus', '2. Terre', '3. Mars', '', '4. Mai: Jean'), [
      'Vénus',
      'Terre',
      'Mars',
      'Mai: Jean',
    ]);
    assert.deepEqual(shown('1. Mars rover lands', '2. The crane comes'), [
      'Mars rover lands',
      'The crane comes',
    ]);
    assert.deepEqual(
      readingItems(read('# Brief', '', '## 2. March of the cranes', '', 'It is late.')).map(
        ({ label }) => label,
      ),
      ['March of the cranes'],
    );
  });
});
