import assert from 'node:assert/strict';
import { allTakeaways, read } from '../support/fixture.ts';

const stories = (...lines: string[]) =>
  allTakeaways(
    read('HARBOUR MEETING', '', 'The ferry is late, as it often is.', '', 'REPORTS', '', ...lines),
  ).map(({ label, text }) => `${label}: ${text.replaceAll('\n', ' / ')}`);

const MASTER = ['GM:  (by letter) The lab is open, and', '     the ferry stops.', ''];
const MORE = ['     The crane comes on Monday,', '     by barge.', ''];
const PURSE = ['Treasurer:', '     The budget is made.', ''];
const TUGS = ['Tug 4: It waits, as it did last week, until', '     the crane comes.', ''];

describe('Labels with a colon, below which all text is indented', () => {
  it('begin stories if there are three, most of them beside their text', () => {
    assert.deepEqual(stories(...MASTER, ...MORE, ...PURSE, ...TUGS), [
      'GM: (by letter) The lab is open, and the ferry stops. / The crane comes on Monday, by barge.',
      'Treasurer: The budget is made.',
      'Tug 4: It waits, as it did last week, until the crane comes.',
    ]);
  });

  it('do not if there are two, if one recurs or names people, or if other text is between', () => {
    const guests = ['Absent:  Ann Example,', '     Bob Example', ''];
    for (const lines of [
      [...MASTER, ...TUGS],
      [...MASTER, ...TUGS, ...MASTER],
      [...MASTER, ...guests, ...TUGS],
      [...MASTER, 'It rains.', '', ...PURSE, ...TUGS],
      [...MASTER, ...PURSE, ...PURSE.map((line) => line.replace('Treasurer', 'Pilot'))],
    ])
      assert.deepEqual(stories(...lines), [], lines.join(' / '));
  });
});

describe('Labels with a dash', () => {
  const LINES = [
    'Printer in 217 - the rates should',
    'stay as they are.',
    '',
    'New tug - it comes in May.',
    '',
  ];

  it('begin stories if three paragraphs in a row have one', () => {
    assert.deepEqual(stories(...LINES, 'Ferry vote - we stay with the old one.'), [
      'Printer in 217: the rates should stay as they are.',
      'New tug: it comes in May.',
      'Ferry vote: we stay with the old one.',
    ]);
  });

  it('do not if two paragraphs have one, or if other text is between', () => {
    assert.deepEqual(stories(...LINES), []);
    assert.deepEqual(stories(...LINES, 'It rains.', '', 'Ferry vote - we stay with the old one.'), []);
  });
});
