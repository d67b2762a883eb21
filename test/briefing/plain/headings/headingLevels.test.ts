import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';

describe('Headings in plain text', () => {
  const story = (indent: string, name: string) => [
    `${indent}${name} stop at nine`,
    `${indent}    The office has changed the times, since hardly anybody`,
    `${indent}    rides the last boat in winter.`,
    `${indent}    Source: https://${name.toLowerCase()}.example/news`,
    '',
  ];
  const outlineOf = (...lines: string[]) => drawn(read(...lines).sections);
  const section = (name: string, ...stories: string[]) => [name, '', ...stories];

  it('that all begin in one other column are in the sections above them', () => {
    const lines = [
      ...section('I. FERRIES', ...story('    ', 'Ferries'), ...story('    ', 'Boats')),
      ...section('II. CRANES', ...story('    ', 'Cranes')),
      ...section('III. TUGS', ...story('    ', 'Tugs')),
    ];
    assert.deepEqual(outlineOf('HARBOUR NOTES', '3 March 2026', '', ...lines), [
      '2 I. FERRIES',
      '  3 Ferries stop at nine',
      '  3 Boats stop at nine',
      '2 II. CRANES',
      '  3 Cranes stop at nine',
      '2 III. TUGS',
      '  3 Tugs stop at nine',
    ]);
  });

  const boxed = (name: string) => ['------', name, '------', '', `In ${name} all went well.`, ''];
  const day = (name: string) => [`${name}:`, '-'.repeat(name.length + 1), `It was late on ${name}.`, ''];

  it('are in those between two rules if they have only the rule below them', () => {
    const lines = [...boxed('2025'), ...day('1 May'), ...day('19 May'), ...boxed('2026'), ...day('3 March')];
    assert.deepEqual(outlineOf('Harbour notes', '', ...lines), [
      '2 2025',
      '  3 1 May',
      '  3 19 May',
      '2 2026',
      '  3 3 March',
    ]);
    const once = [...day('1 May'), ...boxed('2025'), ...day('19 May'), ...boxed('2026')];
    assert.ok(!outlineOf('Harbour notes', '', ...once).some((line) => line.startsWith(' ')));
  });

  it('are of one level if they begin in several other columns', () => {
    const lines = [
      ...section('I. FERRIES', ...story('    ', 'Ferries'), ...story('      ', 'Boats')),
      ...section('II. CRANES', ...story('    ', 'Cranes')),
    ];
    assert.deepEqual(
      outlineOf('HARBOUR NOTES', '3 March 2026', '', ...lines).map((line) => line.trim()[0]),
      ['2', '2', '2', '2', '2'],
    );
  });

  it('that something is drawn around have the others below them', () => {
    const ferries = ['FERRIES STOP AT NINE', '', 'The office has changed the times of all lines.', ''];
    const cranes = ['TWO CRANES COME', '', 'They are for the new pier beside the old town.', ''];
    const lines = ['***NEWS***', '', ...ferries, ...cranes, '***PAST EVENTS***', '', ...ferries];
    assert.deepEqual(outlineOf('Harbour notes, 3 March 2026', '', ...lines), [
      '2 NEWS',
      '  3 FERRIES STOP AT NINE',
      '  3 TWO CRANES COME',
      '2 PAST EVENTS',
      '  3 FERRIES STOP AT NINE',
    ]);
    assert.deepEqual(
      outlineOf('Harbour notes, 3 March 2026', '', ...cranes, ...lines)[0],
      '2 TWO CRANES COME',
    );
  });

  it('that are underlined have those in capitals below them, if two are right above one', () => {
    const told = (name: string) => [name, 'The office has changed the times of all lines.', ''];
    const ports = ['Ports', '-----', '', ...told('FERRY STOPS'), ...told('CRANE COMES')];
    const towns = ['Towns', '-----', '', ...told('BRIDGE CLOSES')];
    assert.deepEqual(outlineOf('Harbour notes, 3 March 2026', '', ...ports, ...towns), [
      '2 Ports',
      '  3 FERRY STOPS',
      '  3 CRANE COMES',
      '2 Towns',
      '  3 BRIDGE CLOSES',
    ]);
    const once = [...ports, 'Towns', '-----', 'All is well.', '', ...told('BRIDGE CLOSES')];
    assert.ok(outlineOf('Harbour notes, 3 March 2026', '', ...once).includes('2 FERRY STOPS'));
  });

  it('are one if a program has wrapped them', () => {
    const lines = [
      'THE HARBOUR OFFICE STOPS THE LAST FERRY AT NINE, AND SAYS THAT IT',
      'WILL NOT COME BACK',
      'It has changed the times of all lines, since hardly anybody rides',
      'the last boat in winter. (Gazette)',
      'https://a.example/winter/the-harbour-office-stops-the-last-ferry-at-nine-and-says-that-it-will',
      '',
      'WHO OWNS THE TUG?',
      '',
      'Ann Example of the harbour office gave a talk about the tugs in March',
      'September is when the new ones come to the port.',
      'https://a.example/tugs/ann-example-of-the-harbour-office-gave-a-talk-about-the-tugs-in-march-2026',
      '',
    ];
    assert.deepEqual(outlineOf('HARBOUR NOTES', '', 'All of this is new.', '', ...lines), [
      '2 THE HARBOUR OFFICE STOPS THE LAST FERRY AT NINE, AND SAYS THAT IT WILL NOT COME BACK',
      '2 WHO OWNS THE TUG?',
    ]);
  });
});
