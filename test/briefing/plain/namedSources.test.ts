import assert from 'node:assert/strict';
import { itemLinesIn } from '../../../src/briefing/text/bullets/listMarks.ts';
import { addNamedSources } from '../../../src/briefing/plain/namedSources.ts';
import { read } from '../support/fixture.ts';

const SOURCES = ['Reference(s):', 'Minutes of the meeting', 'forum.example', 'Letter', 'b.example/letter'];
const LONG = `${'The clock strikes on the square. '.repeat(3)}It does.`;

/** The words of the items among some lines. */
function items(...lines: string[]): string[] {
  return addNamedSources(lines, itemLinesIn(lines)).flatMap((item) => (item ? [item.words] : []));
}

describe('A line that is the name of a source', () => {
  it('is an item, because it was a link', () => {
    assert.deepEqual(items('Letter', 'Prose.', ' Minutes of the meeting ', ...SOURCES), [
      'Letter',
      'Minutes of the meeting',
    ]);
    assert.deepEqual(addNamedSources(['  Letter', ...SOURCES], itemLinesIn(['']))[0], {
      indent: 0,
      mark: '-',
      words: 'Letter',
    });
  });

  it('is not an item if it heads prose', () => {
    assert.deepEqual(items('Letter', LONG, ...SOURCES), []);
    assert.deepEqual(items('Letter', LONG.slice(0, 100), ...SOURCES), ['Letter']);
  });

  it('is not an item if it is more or less than the name', () => {
    assert.deepEqual(items('Letters', 'The letter', 'letter', '', ...SOURCES), []);
  });

  it('is not an item in the reference section, or after it', () => {
    assert.deepEqual(items(...SOURCES, 'Letter'), []);
  });

  it('keeps its mark if it is an item already', () => {
    assert.deepEqual(items('- Letter', '• b', ...SOURCES), ['Letter', 'b']);
    assert.equal(addNamedSources(['1. Letter', ...SOURCES], itemLinesIn(['1. Letter']))[0]?.mark, '1.');
  });
});

describe('A source is named', () => {
  it('only with its site right below', () => {
    assert.deepEqual(items('Letter', 'Sources', 'Letter', '', 'b.example'), []);
    assert.deepEqual(items('Letter', 'Sources', 'Letter', 'of the mayor', 'b.example'), []);
    assert.deepEqual(items('Letter', 'Sources', 'Letter'), []);
    assert.deepEqual(items('Letter', 'Sources', '  Letter ', '  b.example '), ['Letter']);
  });

  it('only below the last reference section', () => {
    assert.deepEqual(items('Letter', 'Notes of it', 'Letter', 'b.example'), []);
    assert.deepEqual(items('Letter', 'Note', ...SOURCES, 'Sources', 'Note', 'a.example'), ['Note']);
    assert.deepEqual(items('Sources', 'Prose.', 'Sources', 'a.example'), []);
  });

  it('so that links without formatting are takeaways again', () => {
    const { sections } = read('It met.', '', 'What came', 'Minutes of the meeting', 'Letter', '', ...SOURCES);
    assert.deepEqual(
      sections.map(({ title, takeaways }) => [title, takeaways.map(({ text }) => text)]),
      [
        ['What came', ['Minutes of the meeting', 'Letter']],
        ['Reference(s)', []],
      ],
    );
  });
});
