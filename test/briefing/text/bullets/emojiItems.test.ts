import assert from 'node:assert/strict';
import { itemLinesIn } from '../../../../src/briefing/text/bullets/listMarks.ts';

/** The words of the items. */
function items(...lines: string[]): string[] {
  return itemLinesIn(lines).flatMap((item) => item?.words ?? []);
}

describe('Rows that begin their lines with the same emoji', () => {
  const rows = (row: (name: string, i: number) => readonly string[]) =>
    items(...['Anna', 'Berta', 'Clara'].flatMap((name, i) => [...row(name, i), '']));

  it('are records, of which the first line is the item, or none right below a headline', () => {
    const record = (name: string, i: number) => [
      `🚢 ${name}`,
      `📅 ${i + 3} March`,
      `🔗 https://a.example/${i}`,
    ];
    assert.deepEqual(rows(record), ['🚢 Anna', '🚢 Berta', '🚢 Clara']);
    assert.deepEqual(
      rows((name, i) => ['## A ride with', ...record(name, i)]),
      [],
    );
  });

  it('are lists if they are sentences, have no data, have one emoji, or are only two', () => {
    for (const below of ['📅 It goes at 9.', '📅 Monday', '🚢 At 9'])
      assert.equal(rows((name) => [`🚢 ${name} stops at the pier`, below]).length, 6, below);
    assert.deepEqual(items('🚢 Anna waits', '📅 At 9', '', '🚢 Berta waits', '📅 At 8'), [
      '🚢 Anna waits',
      '📅 At 9',
      '🚢 Berta waits',
      '📅 At 8',
    ]);
  });
});
