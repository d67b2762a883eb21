import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

describe('A table of contents', () => {
  const texts = (...lines: string[]) =>
    readingItems(read('# Harbour week', '', ...lines)).map(({ text }) => text);
  const ferries = ['## Ferries', '', 'They stop at nine.', ''];

  it('comes last if it is in the lede without a name', () => {
    const contents = ['1. [Ferries](#ferries)', '   1. [Late](#late)', '2. [Tugs](#tugs)', ''];
    const late = ['### Late', '', 'One is late.', '', '## Tugs', '', 'They wait.'];
    assert.deepEqual(texts('Good morning.', '', ...contents, ...ferries, ...late), [
      'Good morning.',
      'They stop at nine.',
      'One is late.',
      'They wait.',
      'Ferries\nLate\nTugs',
    ]);
  });

  it('has the stories if it ends the only section and links to pages', () => {
    const contents = [
      '## In this issue',
      '',
      '- [Late](https://a.example/1), by Ann',
      '- [Early](https://a.example/2)',
    ];
    const kinds = (...lines: string[]) =>
      readingItems(read('# Harbour week', '', ...lines)).map(({ kind }) => kind);
    assert.deepEqual(kinds('Good morning.', '', ...contents), ['passage', 'takeaway', 'takeaway']);
    assert.deepEqual(kinds(...contents, '', 'They stop at nine.'), ['passage', 'passage']);
    assert.deepEqual(kinds(...contents, '', ...ferries), ['passage', 'passage']);
    assert.deepEqual(kinds(...ferries, ...contents), ['passage', 'passage']);
    assert.deepEqual(kinds('## In this issue', '', '- Late, by Ann', '- Early'), ['passage']);
  });

  it('is not recognized in the text of a section, or if it links to anything else', () => {
    const list = ['- [Late](#late)', '- [Early](#early)', ''];
    const below = ['### Late', '', 'One is late.', '', '### Early', '', 'None is early.'];
    assert.equal(texts(...ferries, ...list, ...below)[0], 'They stop at nine.\nLate\nEarly');
    assert.equal(
      texts('Good morning.', '', '- [Map](https://a.example)', '- [Late](#late)', '', ...ferries)[0],
      'Good morning.\nMap\nLate',
    );
  });
});

describe('A list of the names of sections', () => {
  it('has no takeaways, also if only the sections have numbers', () => {
    const list = ['## Overview', '', '1. Ferries', '2. Tugs', '3. Cranes', ''];
    const text = ['## 1. Ferries', '', 'Late.', '', '## 2. Tugs', '', 'Red.', '', '## 3. Cranes', '', 'Old.'];
    const counts = (...lines: string[]) =>
      read('# Week', '', ...lines).sections.map((one) => one.takeaways.length);
    assert.deepEqual(counts(...list, ...text), [0, 0, 0, 0]);
    assert.deepEqual(counts(...list.slice(0, 3), '2. Wind', '3. Rain', '', ...text), [3, 0, 0, 0]);
  });
});

describe('A list of notes in folders', () => {
  const count = (...lines: string[]) =>
    read('# Harbour week', '', '## Related', '', ...lines).sections[0]?.takeaways.length;

  it('has no takeaways', () => {
    assert.equal(count('- [[Harbour/2026-03-03 Ferries]]', '- [[Harbour/Tugs/Late.md]]'), 0);
  });

  it('is not recognized if an item says more, or has no folder', () => {
    assert.equal(count('- [[Harbour/Ferries]]', '- [[Harbour/Tugs]] are late'), 2);
    assert.equal(count('- [[Ferries]]', '- [[Tugs]]'), 2);
  });
});
