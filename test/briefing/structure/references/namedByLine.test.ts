import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';

describe('A reference section that a line names above a list', () => {
  it('is not recognized if the line itself has the links', () => {
    const { sections } = read(
      '# T',
      '',
      '## Ferry',
      '',
      'It stops at nine.',
      '',
      '**Links** · [Notice](https://port.example/1) · [Office](https://port.example/2)',
      '',
      '> Said by hand.',
    );
    assert.deepEqual(sections[0]?.sections, []);
  });

  const list = ['1. [Port](https://port.example/1)', '2. https://port.example/2'];

  it('may have its name in bold, or with a colon, in any language', () => {
    for (const line of ['**Sources**', '**Sources:**', 'Sources:', 'Reference(s):', 'المصادر:', '来源：']) {
      const { sections, references } = read(
        '# T',
        '',
        '## Key Takeaways',
        '',
        '- A [1].',
        '- B.',
        '',
        line,
        '',
        ...list,
      );
      const [takeaways] = sections;
      assert.deepEqual([takeaways?.takeaways.length, references.length], [2, 2], line);
      assert.deepEqual(
        takeaways?.sections.map(({ kind }) => kind),
        ['references'],
        line,
      );
      assert.equal(takeaways.takeaways[0]?.references[0], references[0], line);
    }
  });

  it('may have a short closing below it at the end of the text, if no other line has its name', () => {
    const end = ['', '*This brief covers the day to 06:00.*'];
    for (const line of ['**Sources:**', 'Sources:', 'Sources :', '**References**']) {
      const { sections, references } = read(
        '# T',
        '',
        '## A',
        '- a [1]',
        '- b [2]',
        '',
        line,
        ...list,
        ...end,
      );
      assert.deepEqual(drawn(sections).length, 2, line);
      assert.deepEqual(
        sections[0]?.takeaways.map(({ text, references: own }) => [text, own]),
        [
          ['a', references.slice(0, 1)],
          ['b', references.slice(1)],
        ],
        line,
      );
    }
    const twice = [
      '# T',
      '',
      '## A',
      'One.',
      '',
      'Sources:',
      ...list,
      '',
      'Two.',
      '',
      'Sources:',
      ...list,
      ...end,
    ];
    assert.deepEqual(drawn(read(...twice).sections), ['2 A']);
  });

  it('is not recognized if the name is ambiguous, or if more text follows', () => {
    for (const rest of [
      ['Links:', '', ...list],
      ['Sources:', '', ...list, '', 'And on it goes.', '', 'It is late.', '', 'It stops.'],
      ['Sources: the port.', '', ...list],
    ])
      assert.deepEqual(drawn(read('# T', '', '## A', '', 'Prose.', '', ...rest).sections), ['2 A'], rest[0]);
  });
});

describe('Lines of sources below their name at the end of a text', () => {
  const cited = ['# T', '', '## A', '- a [1]', '- b [2]', ''];
  const lines = ['[1] https://a.example/r', '[2] AP https://b.example/s'];

  it('are a reference section', () => {
    const cases: readonly (readonly string[])[] = [
      ['Sources:', ...lines],
      ['References', ...lines],
      ['---', 'Citations:', ...lines],
      ['Quellen:', ...lines, '', '---', '', '*Compiled by Ann*'],
      ['Sources:', ...lines, '', 'Have a great day!'],
      [...lines, '', 'Have a great day!'],
    ];
    for (const end of cases) {
      const briefing = read(...cited, ...end);
      assert.deepEqual(
        allTakeaways(briefing).map(({ text, references: [own, ...others] }) => [
          text,
          own?.url,
          others.length,
        ]),
        [
          ['a', 'https://a.example/r', 0],
          ['b', 'https://b.example/s', 0],
        ],
        end[0],
      );
      const said = readingItems(briefing).flatMap(({ kind, text }) => (kind === 'passage' ? [text] : []));
      assert.deepEqual(said, end.includes('Have a great day!') ? ['Have a great day!'] : []);
    }
  });

  it('may be one line with several links, if no other line names sources', () => {
    const story = ['# T', '', '## A', '- **Ferry:** it stops.', '- **Crane:** it falls.', ''];
    const line = 'Sources: [AP](https://a.example/r), [Gazette](https://b.example/s)';
    for (const end of [line, line.replace('Sources:', '**Sources:**'), line.replace(',', ' |')]) {
      const briefing = read(...story, end, '', 'Have a great day!');
      assert.deepEqual(
        briefing.references.map(({ title }) => title),
        ['AP', 'Gazette'],
        end,
      );
      assert.deepEqual(
        allTakeaways(briefing).map(({ references }) => references.length),
        [2, 2],
      );
      assert.deepEqual(
        readingItems(briefing).map(({ text }) => text),
        ['it stops.', 'it falls.', 'Have a great day!'],
      );
    }
    for (const lines of [
      ['Source: AP', '', line],
      [line.replace('[Gazette](https://b.example/s)', 'Gazette')],
    ])
      assert.ok(readingItems(read(...story, ...lines)).some(({ text }) => text.includes('Gazette')));
  });

  it('may have no numbers, but each names a page', () => {
    const end = ['', 'Sources:', 'AP: https://a.example/r', 'Gazette: https://b.example/s'];
    assert.deepEqual(
      read('# T', '', '## A', 'Prose.', ...end).references.map(({ title }) => title),
      ['AP', 'Gazette'],
    );
    for (const other of [
      ['Sources:', 'AP: https://a.example/r', 'The Gazette, as we read it.'],
      ['Links:', 'AP: https://a.example/r', 'Gazette: https://b.example/s'],
      ['They say:', 'AP: https://a.example/r', 'Gazette: https://b.example/s'],
    ])
      assert.deepEqual(drawn(read('# T', '', '## A', 'Prose.', '', ...other).sections), ['2 A'], other[0]);
  });
});
