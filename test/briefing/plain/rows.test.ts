import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { brokenLines } from '../../../src/briefing/plain/rows.ts';
import { itemLinesIn } from '../../../src/briefing/text/bullets/listMarks.ts';

const broken = (...lines: string[]) => [...brokenLines(lines, itemLinesIn(lines))];

describe('A line break of wrapped plain text', () => {
  it('is kept in a paragraph of lines that end early', () => {
    assert.deepEqual(broken('Ann Example', 'Harbour Office', '12 Quay Street', '', 'It stops.'), [1, 2]);
    assert.deepEqual(broken('Ferry: two', 'Tug: one'), [1]);
  });

  it('is kept between rows of a table, however long they are', () => {
    const row = (name: string) => `${name.padEnd(40)}      ${'9.00'.padEnd(20)}      late`;
    assert.deepEqual(broken(row('Ferry'), row('Tug')), [1]);
    const cells = (name: string) => `${name.padEnd(30)} | ${'nine in the evening'.padEnd(30)} | late`;
    assert.deepEqual(broken(cells('Ferry'), cells('Tug')), [1]);
  });

  it('is kept between lines that all begin with a month, a day or a figure', () => {
    const book = (day: string) =>
      `${day} The lady of the harbour, a play in five acts by Ann Example [lady] 2461`;
    assert.deepEqual(broken(book('Jan 2001'), book('Jan 2001'), book('Dec 2000')), [1, 2]);
    assert.deepEqual(broken(book('2001-01-03'), book('2001-01-02')), [1]);
    assert.deepEqual(broken(book('3.March'), book('12 March')), [1]);
    assert.deepEqual(broken(book('  115  '), book(' 2451  ')), [1]);
    assert.deepEqual(broken(`${book('')}:   115`, `${book('')}: 2,451`), [1]);
    assert.deepEqual(broken(book('Jan 2001'), book('And')), []);
  });

  it('is kept below the name of a table of contents', () => {
    const lines = ['Tug waits at the north quay for three days in a row (Gazette)', 'Crane comes (Courier)'];
    assert.deepEqual(broken('Contents:', ...lines), [1, 2]);
    assert.deepEqual(broken('Content:', ...lines), []);
  });

  it('is not kept in a sentence', () => {
    assert.deepEqual(broken('The ferry', 'stops', 'at nine.'), []);
    assert.deepEqual(
      broken('The last ferry of the day now stops at nine from Monday on.', 'Ann says that. It will'),
      [],
    );
    const narrow = [
      'The last ferry of the',
      'day stops at the old',
      'bridge, and so does the',
      'tug. They say that',
      'it is late. We think',
    ];
    assert.deepEqual(broken(...narrow, '', 'The old crane is here', 'Ann says.'), []);
  });

  it('is shown', () => {
    const text = [
      'Harbour brief',
      '',
      'The ferry stops at nine.',
      '',
      'Ann Example',
      'Harbour Office',
      '',
    ].join('\n');
    const html = renderBriefing(parseBriefing(text, 'a.txt'));
    assert.match(JSON.stringify(html), /Ann Example<br>/);
  });
});
