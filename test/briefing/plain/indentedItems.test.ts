import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

const LONG = `${'The ferry waits for the crane at the old bridge. '.repeat(3)}It does.`;
const inSection = (...lines: string[]) => read('Harbour brief', '', 'FERRY TIMES', '', ...lines);
const words = (...lines: string[]) => readingItems(inSection(LONG, '', ...lines)).map(({ text }) => text);

describe('Lines that are indented alike between blank lines', () => {
  it('are a list if each line of the text is a paragraph', () => {
    assert.deepEqual(words('    The ferry stops at nine.', '    The tug stops at noon.', '', 'It ends.'), [
      LONG,
      'The ferry stops at nine.',
      'The tug stops at noon.',
      'It ends.',
    ]);
  });

  it('are not if they differ, are in columns, or belong to an item, and a single one is not', () => {
    for (const lines of [
      ['    It stops at nine.', '      It stops at noon.'],
      ['    Ferry     nine', '    Tug     noon'],
      ['    It stops at nine.'],
      ['    <b>', '    <c>'],
    ])
      assert.equal(words(...lines, '', 'It ends.').length, 1, lines.join('/'));
    assert.equal(words('- It stops:', '', '    at nine', '    at noon', '', 'It ends.').length, 3);
  });

  it('are not in a text that is wrapped, or indented as a whole', () => {
    const items = readingItems(inSection('It stops.', '', '    It is late.', '    It is old.', '', 'End.'));
    assert.equal(items.length, 1);
    assert.equal(
      words('    It is late.', '    It is old.', '', '    It is red.', '    It is new.').length,
      1,
    );
  });
});
