import assert from 'node:assert/strict';
import { circles } from '../../../../src/briefing/text/bullets/circles.ts';
import { takeawaysOf } from '../../support/fixture.ts';

describe('Lines that begin with `o`', () => {
  it('are items if there are three, whatever separates them', () => {
    const text = ['New:', 'o Ferry stops', '  at nine', 'o 2 tugs wait', '', '  o Cranes come'];
    assert.deepEqual(
      circles(text).map(({ line, indent, words }) => [line, indent, words]),
      [
        [1, 0, 'Ferry stops'],
        [3, 0, '2 tugs wait'],
        [5, 2, 'Cranes come'],
      ],
    );
    assert.deepEqual(circles(text.slice(0, 4)), []);
    const items = takeawaysOf('o Ferry stops', '  at nine.', '', 'o Tugs wait.', '', 'o Cranes come.');
    assert.deepEqual(
      items.map(({ text: words }) => words),
      ['Ferry stops at nine.', 'Tugs wait.', 'Cranes come.'],
    );
  });

  it('are items right below a rule, with a tab after the letter', () => {
    const text = ['Features', '========', ' o\tFerry stops', ' o\tTugs wait', ' o\tCranes come'];
    assert.deepEqual(
      circles(text).map(({ words }) => words),
      ['Ferry stops', 'Tugs wait', 'Cranes come'],
    );
  });

  it('are items in a row of three, whatever letters come next', () => {
    const text = ['New:', '', ' o ferry: stops', ' o tugs: wait', ' o Cranes', ' o bridge: open'];
    assert.deepEqual(
      circles(text).map(({ words }) => words),
      ['ferry: stops', 'tugs: wait', 'Cranes', 'bridge: open'],
    );
  });

  it('are words in the middle of a paragraph, and before a lower-case letter', () => {
    assert.deepEqual(circles(['Hoje', 'o Porto', 'o Rio', 'o Mar']), []);
    assert.deepEqual(circles(['', 'o porto', '', 'o rio', '', 'o mar']), []);
    assert.deepEqual(circles(['', 'o porto', 'o rio', 'e o mar']), []);
    assert.deepEqual(circles(['Hoje', 'o porto', 'o rio', 'o mar']), []);
  });
});
