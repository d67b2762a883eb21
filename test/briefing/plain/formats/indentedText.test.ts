import assert from 'node:assert/strict';
import { withoutIndentation } from '../../../../src/briefing/plain/formats/indentedText.ts';
import { allTakeaways, drawn, read } from '../../support/fixture.ts';

const MAIL = [
  '========',
  'Ferries',
  '========',
  '',
  'The `last ferry`__ stops at nine.',
  '',
  '__ https://a.example/1',
  '',
  'The Crane__ turns, says the office.',
  '',
  '__ https://a.example/2',
  '',
  '====',
  'Tugs',
  '====',
  '',
  'Two tugs are late.',
  '',
  'It is cold.',
];
const indented = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `    ${line}`));

describe('A text that is indented as a whole', () => {
  it('is read as if it were not', () => {
    const briefing = read('# Harbour Weekly', '', ...indented(MAIL));
    assert.deepEqual(drawn(briefing.sections), ['1 Ferries', '1 Tugs']);
    assert.deepEqual(
      allTakeaways(briefing).map(({ text, references }) => [
        text.replace(/\s+https.*/s, ''),
        references.map(({ url }) => url),
      ]),
      [
        ['The last ferry stops at nine.', ['https://a.example/1']],
        ['The Crane turns, says the office.', ['https://a.example/2']],
      ],
    );
  });

  it('is not if it belongs to an item, is short, or has words below it', () => {
    for (const lines of [
      ['- Ferries', '', ...indented(MAIL)],
      ['# Ferries', '', '    It stops.', '', '    It is late.'],
      [...indented(MAIL), '', 'So far.'],
    ])
      assert.equal(withoutIndentation(lines), lines);
  });
});
