import assert from 'node:assert/strict';
import { headings } from '../../support/headings.ts';

const PROSE = 'The ferry goes at nine.';
const MORE = 'It goes on until the evening, and then it stops for the night.';

describe('A known name', () => {
  it('is a heading, whatever is below it', () => {
    for (const line of [
      'summary',
      '> Summary',
      '| Summary',
      '--summary',
      'Key Takeaways:',
      '- References -',
      '— Sources —',
      '*** Notes ***',
      '**TL;DR**',
    ])
      assert.notDeepEqual(headings([PROSE, '', line, 'a']), [], line);
  });

  it('is not a heading inside a paragraph, as an item, or with nothing below it', () => {
    assert.deepEqual(headings([PROSE, 'Summary', MORE, '', MORE]), []);
    assert.deepEqual(headings([PROSE, '', '- Summary', '- b']), []);
    assert.deepEqual(headings([PROSE, '', 'Summary', '', '---']), []);
  });
});

describe('Below the name of a reference section', () => {
  it('a short line is a heading only between two lists', () => {
    assert.deepEqual(headings(['Sources', '', 'Why it struck', '', MORE]), ['Sources']);
    assert.deepEqual(headings(['Sources', '', '- a', 'Other things', MORE]), ['Sources']);
    assert.deepEqual(headings(['Sources', '- a', '', 'Other things', '', '- b']), [
      'Sources',
      'Other things',
    ]);
    assert.deepEqual(headings(['Sources', '- a', 'Other things', '- b', '', 'And more', '', MORE]), [
      'Sources',
      'Other things',
      'And more',
    ]);
  });

  it('a known name and a marked line are headings', () => {
    assert.deepEqual(headings(['Sources', '', 'Letter', '', 'Highlights', 'a']), ['Sources', 'Highlights']);
    assert.deepEqual(headings(['Sources', '', 'Letter', '', 'THE NEWS', '', MORE]), ['Sources', 'THE NEWS']);
  });
});
