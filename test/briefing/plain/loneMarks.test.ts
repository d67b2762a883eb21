import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

function texts(...lines: string[]): (string | undefined)[] {
  return read(...lines).sections.flatMap(({ takeaways }) => takeaways.map(({ text }) => text));
}

describe('Lone bullets', () => {
  it('have the words on the next line, in Markdown and in plain text', () => {
    for (const mark of ['- ', '-', '*', '•', '• ', '○', '◦'])
      for (const between of [[], [''], ['', '']])
        assert.deepEqual(
          texts(
            '# T',
            '',
            '## A',
            '',
            mark,
            'The ferry',
            'stops.',
            ...between,
            mark,
            '[It](https://a.example) is late.',
          ),
          ['The ferry stops.', 'It is late.'],
          mark,
        );
    assert.deepEqual(
      texts('Harbour brief', '', 'Key takeaways', '', '•', 'The ferry stops.', '•', 'It is late.'),
      ['The ferry stops.', 'It is late.'],
    );
  });

  it('are rules between blank lines', () => {
    const text =
      'The ferry stops at nine from Monday on. It did so in all the years before the new quay was built at last.';
    for (const mark of ['*', '•'])
      assert.deepEqual(
        readingItems(read('# T', '', text, '', mark, '', text, '', mark, '', text)).map((item) => item.text),
        [text, text, text],
        mark,
      );
    assert.equal(readingItems(read('# T', '', text, '', '*', '', text)).length, 1);
  });

  it('can be numbers that begin with 1 and are in order', () => {
    const of = (...numbers: string[]) =>
      texts('# T', '', '## A', '', ...numbers.flatMap((one, i) => [one, `Ferry ${String(i)} stops.`, '']));
    assert.deepEqual(
      of('1.', '2.', '1)', '2)'),
      [0, 1, 2, 3].map((i) => `Ferry ${String(i)} stops.`),
    );
    assert.deepEqual(of('12.', '14.'), []);
    const field = 'TITLE: The ferry stops at nine '.repeat(8);
    const record = (title: string) => [title, 'SUMMARY: It is late.', 'LINK: https://a.example', ''];
    const { sections } = read(
      '=== HARBOUR ===',
      '',
      '1.',
      ...record(field),
      '2.',
      ...record('TITLE: Crane comes'),
    );
    assert.deepEqual(
      sections.flatMap(({ takeaways }) => takeaways.map(({ label }) => label)),
      [field.replace('TITLE: ', '').trim(), 'Crane comes'],
    );
  });

  it('stay as they are if there is one, in code, and above a block that is not text', () => {
    const kept = [
      ['-', 'The ferry stops.'],
      ['```', '-', 'a', '-', 'b', '```'],
      ['- ', '- a', '- ', '- b'],
      ['*', '| a | b |', '*', '> c'],
      ['Ferries', '-', 'It stops.', '', 'Tugs', '-', 'They stop.'],
    ];
    for (const lines of kept)
      for (const text of texts('# T', '', '## A', '', ...lines))
        assert.ok(['a', 'b'].includes(text ?? ''), lines.join(' / '));
  });
});
