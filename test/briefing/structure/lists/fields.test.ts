import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

/** The kinds and labels of the reading items of a section with this list. */
function itemsOf(...lines: string[]): string[] {
  const briefing = read('# Ferry line hacked', '', '## Overview', '', ...lines);
  return readingItems(briefing).map(({ kind, label = '' }) => `${kind}: ${label}`);
}

describe('A list of fields', () => {
  const fields = [
    '- **Number:** HB-2026-03',
    '- **Severity:** high',
    '- **Vendor:** The Harbour Office',
    '- **Versions:** all those before 2.4 and some of later ones',
    '- **Fixed in:** 2.5',
  ];

  it('is about one story', () => {
    assert.deepEqual(itemsOf(...fields), ['passage: Overview']);
  });

  it('has at least five fields', () => {
    assert.equal(itemsOf(...fields.slice(1)).length, 4);
  });

  it('may have longer values if it has its date', () => {
    const long = fields
      .slice(0, 3)
      .concat([
        '- **Affected:** all boats that were built before the war',
        '- **Not affected:** those that the office has bought since then',
        '- **Found by:** the people who clean the boats at night',
      ]);
    assert.equal(itemsOf(...long).length, 6);
    assert.deepEqual(itemsOf(...long, '- **Date:** 3rd of March 2026'), ['passage: Overview']);
    const days = ['- **Ferry day:** 3 March 2026', '- **Crane day:** 5 March 2026'];
    assert.equal(itemsOf(...long, ...days).length, 8);
  });

  it('does not consist of short sentences, links or headlines', () => {
    const names = ['Ferry', 'Crane', 'Tug', 'Bridge', 'Pier'];
    assert.equal(itemsOf(...names.map((name) => `- **${name}:** It stops.`)).length, 5);
    assert.equal(itemsOf(...names.map((name) => `- **${name}:** [Read](https://${name}.example)`)).length, 5);
    assert.equal(
      itemsOf(...names.map((name) => `- **${name} stops after thirty years at sea:** more`)).length,
      5,
    );
  });
});
