import assert from 'node:assert/strict';
import type { Briefing } from '../../../src/briefing/model.ts';
import { allTakeaways, read } from '../support/fixture.ts';

function of(briefing: Briefing): string[][] {
  return allTakeaways(briefing).map(({ references }) => references.map(({ title }) => title));
}

describe('The references of a takeaway without its own', () => {
  it('are those of the only line that names sources, if the line starts with its label', () => {
    const list = ['# T', '## A', '- a', '- b', ''];
    assert.deepEqual(of(read(...list, 'Source: the harbour office')), [
      ['the harbour office'],
      ['the harbour office'],
    ]);
    assert.deepEqual(of(read(...list, '*Made by a program*', '*Sources: A · B*')), [
      ['A', 'B'],
      ['A', 'B'],
    ]);
    for (const line of ['Power is cut on Monday (source: the utility)', 'It is cut. Source: the utility'])
      assert.deepEqual(of(read(...list, '## B', line)), [[], []], line);
  });

  it('are the addresses at the end of its section, if its lists have no links', () => {
    const addresses = ['https://a.example/1', 'https://b.example/2'];
    const titles = ['a.example', 'b.example'];
    const lines = ['# T', '## A', '- a', '- b', '', 'It matters a lot.', ''];
    assert.deepEqual(of(read(...lines, addresses.join('\n\n'), '', '## B', '- c')), [titles, titles, []]);
    assert.deepEqual(of(read(...lines, ...addresses)), [titles, titles]);
    const linked = lines.map((line) => line.replace('- b', '- [b](https://c.example/3)'));
    assert.deepEqual(of(read(...linked, ...addresses)), [[], ['b']]);
    assert.deepEqual(of(read(...lines, `See ${addresses[0]}`, '', addresses[1] ?? '')), [[], []]);
  });

  it('are not those of an item in another section', () => {
    const item = ['- **Source:** the harbour office', '- **Day:** Monday'];
    assert.deepEqual(of(read('# T', '## A', '- a', '- b', '', '## B', ...item)).slice(0, 2), [[], []]);
    // In the first section, the item may be part of the metadata of the whole.
    const office = ['the harbour office'];
    assert.deepEqual(of(read('# T', '## Data', ...item, '', '## A', '- a', '- b')).slice(-2), [
      office,
      office,
    ]);
  });

  it('are those of the line that introduces its list, if no item has any', () => {
    const sources = ['## Sources', '1. [Office](https://o.example/1)', '2. [Gazette](https://g.example/1)'];
    const rules = ['# T', '## A', 'The office has new rules [1]:', '', '- a', '- b'];
    assert.deepEqual(of(read(...rules, ...sources)), [['Office'], ['Office']]);
    assert.deepEqual(of(read(...rules, '- c [2]', ...sources)).at(0), ['Office', 'Gazette']);
    const told = ['# T', '## A', 'The office has told us so [1], and that is all.', '', '- a', '- b'];
    assert.deepEqual(of(read(...told, ...sources)).at(0), ['Office', 'Gazette']);
  });

  it('are not those of one of several sections that each have their own, below an introduction', () => {
    const part = (name: string) => [`## ${name}`, `- ${name}`, '### Sources', `- Office ${name}`];
    const intro = ['# T', '## Introduction', '- a'];
    assert.deepEqual(of(read(...intro, ...part('B'), ...part('C'))), [[], ['Office B'], ['Office C']]);
    assert.deepEqual(of(read(...intro, ...part('B'))).at(0), ['Office B']);
  });

  it('are not a mailbox in the heading', () => {
    assert.deepEqual(of(read('# T', '## v1.2 Ann <ann@a.example>', '- a', '- b')), [[], []]);
  });

  it('are those of the nearest heading, before those of a reference section', () => {
    const lines = [
      '# T',
      '## [Ferry stops](https://a.example/1)',
      '- a',
      '- b [Gate](https://a.example/2)',
      '### Why',
      '- c',
      '## Crane',
      '- d',
    ];
    assert.deepEqual(of(read(...lines)), [['Ferry stops'], ['Gate'], ['Ferry stops'], []]);
    assert.deepEqual(of(read(...lines, '## Sources', '- Gazette')).at(0), ['Ferry stops']);
    // If the heading has several links, each section inside may be from another page.
    const several = [
      '# T',
      '## They say ([Gazette](https://a.example/1), [Courier](https://a.example/2))',
      '- a',
    ];
    assert.deepEqual(of(read(...several, '### Courier', '- b')), [['Gazette', 'Courier'], []]);
  });

  it('are not those of a list inside another section', () => {
    const sources = ['### Sources', '1. [Office](https://o.example/1)'];
    const lines = ['# T', '## A', '- a', ...sources, '## B', '- b'];
    assert.deepEqual(of(read(...lines)), [['Office'], []]);
    assert.deepEqual(of(read(...lines, ...sources)), [['Office'], ['Office']]);
    // Also if there are several such lists.
    const other = ['### Sources', '1. [Gazette](https://g.example/1)'];
    assert.deepEqual(of(read(...lines, ...other, '## C', '- c')), [['Office'], ['Gazette'], []]);
    assert.deepEqual(of(read('# T', '## A', '- a', '## B', '- b', ...sources)), [['Office'], ['Office']]);
  });
});
