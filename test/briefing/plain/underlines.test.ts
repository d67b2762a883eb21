import assert from 'node:assert/strict';
import { read } from '../support/fixture.ts';
import { normalizeLenientMarkdown } from '../../../src/briefing/plain/lenientMarkdown.ts';

function assertKept(...lines: string[]): void {
  assert.deepEqual(normalizeLenientMarkdown(lines), lines);
}

describe('A title underlined as in reStructuredText', () => {
  it('is recognized if the line is exactly as long, also with a line above', () => {
    for (const mark of ['#', '*', '+']) {
      const line = mark.repeat(10);
      for (const lines of [
        ['Ferry news', line, '', 'It stops.'],
        [line, 'Ferry news', line, '', 'It stops.'],
      ])
        assert.deepEqual(
          normalizeLenientMarkdown(lines).filter((one) => one !== ''),
          ['# Ferry news', 'It stops.'],
          mark,
        );
    }
  });

  it('is not below a line of any other length, which is a rule in Markdown', () => {
    const rule = '#'.repeat(20);
    assert.deepEqual(normalizeLenientMarkdown(['It stops.', '', rule, '# Ferries', rule]), [
      ...['It stops.', '', '***', '# Ferries', '***'],
    ]);
  });

  it('has no other line right below it', () => {
    assertKept('Ferry news', '********************', '', 'It stops.');
    assertKept('It stops.', 'Ferry news', '**********', '', 'It is late.');
  });
});

describe('A rule below a table in columns', () => {
  it('does not underline these rows', () => {
    const table = ['Ferry       12', 'Tug          3'];
    assert.deepEqual(normalizeLenientMarkdown([...table, '--------------', '', 'b']).slice(0, 3), [
      ...table,
      '***',
    ]);
  });
});

describe('A line between two equal rules', () => {
  const titles = (...lines: string[]) =>
    read('The port met at nine.', '', ...lines).sections.map(({ title }) => title);
  const boxed = (line: string, below: string) => ['=======', line, '=======', below, ''];

  it('is a heading if the text has another one, while a short line beside it is not', () => {
    assert.deepEqual(titles(...boxed('Ferries', 'Late again?'), ...boxed('Tugs', 'Ann will ask.')), [
      'Ferries',
      'Tugs',
    ]);
  });

  it('is not a heading if it is the only one, or between two different rules', () => {
    assert.deepEqual(titles(...boxed('(no ferries)', 'Late.')), []);
    assert.deepEqual(
      titles('=======', 'the ferries', '-----', 'Late.', '', '=======', 'the tugs', '-----', 'Late.'),
      [],
    );
  });
});

describe('A line above tildes of its length', () => {
  const titles = (...lines: string[]) => {
    const { sections } = read('# Harbour', '', 'See [it](https://a.example).', '', ...lines);
    return sections.map(({ title }) => title);
  };

  it('is a heading, and the tildes are not a fence', () => {
    assert.deepEqual(titles('Ferries', '~~~~~~~', '', '- Late', '', 'Tugs', '~~~~~', '', '- Red'), [
      'Ferries',
      'Tugs',
    ]);
  });

  it('is not a heading with further text above', () => {
    assert.deepEqual(titles('The office has', 'ferries', '~~~~~~~', 'code', '~~~~~~~'), []);
  });

  it('is not a heading if the tildes are closed as code', () => {
    const code = ['Run this', '~~~~~~~~', '# a', 'ferry --stop', '~~~~~~~~'];
    assert.deepEqual(titles(...code, '', '## Tugs', '', '- Red'), ['Tugs']);
  });
});

describe('A line of = in Markdown', () => {
  const story = (name: string) => [
    ...['=====', 'Town | Score: 3', '', `${name} stops for a month, says the office.`, ''],
    ...[`Source: https://a.example/${name.toLowerCase()}`, '=====', ''],
  ];

  it('is a rule below a blank line, and below a line that names a page', () => {
    const { sections } = read('# T', '', '## News', '', ...story('Ferry'), ...story('Tram'), ...story('Bus'));
    assert.deepEqual(
      sections.map(({ title }) => title),
      ['News'],
    );
    const lines = ['## A', '', '=====', 'Words.', '', 'https://a.example', '=====', '', 'More.'];
    assert.deepEqual(
      normalizeLenientMarkdown(lines),
      lines.map((line) => line.replace(/^=+$/, '***')),
    );
  });

  it('is drawn around a title, or underlines it', () => {
    const titles = (...lines: string[]) => read('# T', '', ...lines).sections.map(({ title }) => title);
    assert.deepEqual(titles('=====', 'Ferry', '=====', '', 'It stops.'), ['Ferry']);
    assert.deepEqual(titles('Ferry: late', '=====', '', 'It stops.'), ['Ferry: late']);
  });
});
