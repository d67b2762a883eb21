import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';

const PROSE = ['', 'The office says that it goes on until the evening. Then it stops for the night.', ''];

describe('Headings below two blank lines', () => {
  const titlesOf = (...lines: string[]) => drawn(read('Harbour Weekly', ...PROSE, ...lines).sections);
  const text = (...heads: string[]) =>
    heads.flatMap((head) => ['', ...head.split('\n'), ...PROSE, ...PROSE.slice(1)]);

  it('may be long, and go on over several lines', () => {
    const long = 'Ferries: “It stops,” she says, and who will pay for it is a question of\nanother day';
    const expected = ['2 Tugs wait', `2 ${long.replace('\n', ' ')}`, '2 Is it shut?'];
    assert.deepEqual(titlesOf(...text('Tugs wait', long, 'Is it shut?')), expected);
  });

  it('may have an address below', () => {
    const url = 'https://a.example/1';
    const long = `The last of the ferries of the harbour stops at nine in the\nevening\n[${url}]`;
    const briefing = read('Harbour Weekly', ...PROSE, ...text('Tugs wait', `Cranes\n[${url}]`, long));
    const [, two, three] = drawn(briefing.sections);
    assert.deepEqual(
      [two, three],
      ['2 Cranes', '2 The last of the ferries of the harbour stops at nine in the evening'],
    );
  });

  it('are none if a paragraph has more blank lines above it, or if they are no headings', () => {
    const long = 'Who will pay for it is a question of another day that no one at the office has asked yet';
    assert.deepEqual(titlesOf(...text(long, long, long)), [`2 ${long}`, `2 ${long}`, `2 ${long}`]);
    assert.deepEqual(titlesOf(...text(long, long, long), '', '', 'End'), []);
    assert.deepEqual(titlesOf(...text('It waits for the tugs.', 'They wait for cranes.', 'It is shut.')), []);
    assert.deepEqual(titlesOf(...text('Ferry\nAnn Example', 'Tug\nBen Example', 'Crane\nCat Example')), []);
  });
});
