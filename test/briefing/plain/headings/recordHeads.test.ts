import assert from 'node:assert/strict';
import { itemLinesIn } from '../../../../src/briefing/text/bullets/listMarks.ts';
import { headingsOf } from '../../../../src/briefing/plain/headings/plainHeadings.ts';

const TEXT = 'The last ferry of the day goes at nine, says the harbour office.';
const TITLES = [
  'Ferry stops at nine, from Monday on',
  'Tugs, sold',
  'Cranes: two more come',
  'Bridge is shut',
];

/** The headings below the title, in a text with these lines for each record. */
function headings(recordOf: (title: string, i: number) => readonly string[], titles = TITLES): string[] {
  const lines = [
    'Harbour news of 3 March 2026',
    '',
    TEXT,
    '',
    ...titles.flatMap((one, i) => [...recordOf(one, i), '']),
  ];
  const found = [...headingsOf(lines, itemLinesIn(lines), false)].sort(([a], [b]) => a - b);
  return found.map(([, words]) => words).slice(1);
}

describe('Titles of records', () => {
  it('are headings above the same field, with or without a blank line', () => {
    const fields = (i: number) => [`Source: Gazette ${i}`, `Summary: ${TEXT}`];
    assert.deepEqual(
      headings((title, i) => [title, ...fields(i)]),
      TITLES,
    );
    assert.deepEqual(
      headings((title, i) => [title, '', ...fields(i)]),
      TITLES,
    );
    assert.deepEqual(headings((title, i) => [`${i + 1}. ${title}`, '', ...fields(i)]).length, TITLES.length);
  });

  it('are headings above figures', () => {
    assert.deepEqual(
      headings((title, i) => [title, '', `${i + 2} stories · 1 source`, '', TEXT]),
      TITLES,
    );
  });

  it('are headings above an address and text, if there are two', () => {
    const record = (title: string, i: number) => [title, '', `https://a.example/${i}`, '', TEXT];
    assert.deepEqual(headings(record, TITLES.slice(0, 2)), TITLES.slice(0, 2));
  });

  it('are entries of a list if nothing but an address is below', () => {
    const titles = ['Ferry stops,', 'Tugs are sold,', 'Cranes come,'].map((one) => `${one} at last`);
    assert.deepEqual(
      headings((title, i) => [title, `https://a.example/${i}`], titles),
      [],
    );
  });

  it('are no headings if the field is of another kind each time', () => {
    const labels = ['Source', 'When', 'Where', 'Who'];
    assert.deepEqual(
      headings((title, i) => [title, '', `${labels[i] ?? ''}: Ann`]),
      [],
    );
  });
});
