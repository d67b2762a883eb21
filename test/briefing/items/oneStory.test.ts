import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read } from '../support/fixture.ts';

/** The labels of a text's items, those of passages in brackets. */
const labels = (...lines: string[]) =>
  readingItems(read('# T', '', ...lines)).map(({ kind, label = '' }) =>
    kind === 'passage' ? `(${label})` : label,
  );

const STORIES = ['## A', '', '**Ferry stops.** It is late.', '', '**Tug waits.** It is early.', ''];

describe('A quotation with a title at the end of a section', () => {
  const more = [...STORIES, '**Crane turns.** It is old.', '', '## B', '', 'The sea is calm.', ''];
  const news = ['Ferry stops', 'Tug waits', 'Crane turns', '(B)'];

  it('is a story beside three others', () => {
    for (const title of ['> [!tip] Take the bus', '> **Take the bus**'])
      assert.deepEqual(labels(...more, title, '> It leaves at nine.', '', '---'), [...news, 'Take the bus']);
    const table = ['| Boat | Length |', '|---|---|', '| Anna | 12 |', ''];
    assert.deepEqual(labels(...more, ...table, '> [!tip] Take the bus', '> At nine.'), [
      ...news,
      'Take the bus',
    ]);
  });

  it('is text above more of the section, without a title, with a label, or in a text of few stories', () => {
    for (const quotation of [
      ['> [!tip] Take the bus', '> At nine.', '', 'So says the office.'],
      ['> [!tip]', '> Take the bus.'],
      ['> **Ann:** “Take the bus.”'],
      ['> The **last** bus leaves at nine.'],
    ])
      assert.deepEqual(labels(...more, ...quotation), news, quotation[0]);
    const few = ['## A', '', 'It is late.', '', '> [!tip] Take the bus', '> At nine.'];
    assert.deepEqual(labels(...few, '', '## B', '', 'It is calm.', '', ...few.slice(4)), ['(A)', '(B)']);
  });
});

describe('A paragraph of fields alone in its section', () => {
  it('is text of the story that the heading names', () => {
    const fields = ['**Patched:** 3 March', '**Severity**: high', '**为什么**：很旧'];
    assert.deepEqual(labels(...STORIES, '## Ferry opens a door', '', ...fields), [
      'Ferry stops',
      'Tug waits',
      '(Ferry opens a door)',
    ]);
    const list = ['', '- **Bus:** It leaves at nine.', '- **Tram:** It leaves at ten.'];
    assert.deepEqual(labels(...STORIES, '## Doors', '', ...fields, ...list).slice(2), ['Bus', 'Tram']);
  });

  it('is a story if it has two lines, or one without a label', () => {
    const bus = '**Bus:** It leaves at nine.';
    for (const lines of [
      [bus, '**Line**: 3'],
      [bus, '**Line**: 3', 'So says the office.'],
      [bus, '**Line** 3', '**Stop:** A'],
    ])
      assert.deepEqual(labels(...STORIES, '## Doors', '', ...lines).at(-1), 'Bus', lines[1]);
  });
});

describe('A section whose first labels recur', () => {
  const told = (name: string, ...others: string[]) =>
    [`## ${name}`, '**Rank:** first', '**What:** It stops.', ...others].flatMap((line) => [line, '']);
  const two = ['**Idea 1 – Film:** Show it.', '**Idea 2 – Text:** Tell it.'];

  it('is one story with as many other labels below them', () => {
    assert.deepEqual(labels(...told('A', ...two), ...told('B', '**Our idea:** None.'), ...told('C')), [
      '(A)',
      '(B)',
      '(C)',
    ]);
  });

  it('has stories if there are more, or if one recurs below them', () => {
    const others = [...told('B'), ...told('C')];
    assert.ok(labels(...told('A', ...two, '**Bus:** It leaves.'), ...others).includes('Bus'));
    const between = ['## A', '**Rank:** first', ...two, '**What:** It stops.'].flatMap((line) => [line, '']);
    assert.ok(labels(...between, ...others).includes('Idea 1 – Film'));
  });
});
