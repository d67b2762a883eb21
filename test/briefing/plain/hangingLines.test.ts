import assert from 'node:assert/strict';
import { read } from '../support/fixture.ts';

describe('A paragraph in the column of the words of an item', () => {
  it('belongs to the item, across blank lines, with what is further in below it', () => {
    const { sections } = read(
      'HARBOUR NOTES',
      '',
      '* The ferry stops at nine',
      '',
      '  The office has changed the times, since hardly anybody rides the last',
      '  boat in winter.',
      '',
      '  See also:',
      '',
      '  - the timetable',
      '',
      '  Set your clock like this:',
      '',
      '      clock --harbour',
      '',
      '* The crane is red',
      '',
      '  It took two days. See also:',
      '',
      '  - the gallery',
    );
    assert.equal(sections.length, 1);
    assert.deepEqual(
      sections[0]?.takeaways.map(({ label, text }) => [label, text.split('\n').length]),
      [
        ['The ferry stops at nine', 5],
        ['The crane is red', 2],
      ],
    );
  });

  it('belongs to the item below an example, which belongs to it, too', () => {
    const centred = `${' '.repeat(20)}SMALL PRINT`;
    const itemsOf = (example: string) =>
      read(
        'HARBOUR',
        '',
        '* Set your clock',
        '',
        example,
        '',
        '  and wait.',
        '',
        '* The crane is red',
        '',
        '* So?',
      ).sections[0]?.takeaways.map(({ text }) => text);
    assert.deepEqual(itemsOf('    clock --harbour'), [
      'clock --harbour\nand wait.',
      'The crane is red',
      'So?',
    ]);
    assert.equal(
      itemsOf(centred)?.some((text) => text.includes('SMALL')),
      false,
    );
  });

  it('does not belong to a number in a paragraph, nor to an item above other text or a rule', () => {
    for (const between of [[], ['  ', 'The harbour is shut.'], ['', '----------']]) {
      const { sections } = read(
        'HARBOUR NOTES',
        '',
        ...(between.length === 0
          ? ['  The ferry carried more than', '400. So the office', '  is glad of it.']
          : ['- The ferry stops at nine', '- The crane is red']),
        ...between,
        '',
        '  The tug is back from the yard, and it is as good as new.',
      );
      const told = sections.flatMap(({ takeaways }) => takeaways.map(({ text }) => text)).join('\n');
      assert.doesNotMatch(told, /The tug/);
    }
  });
});
