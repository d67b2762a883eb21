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

  it('are parts of a story as single lines below a headline in bold', () => {
    const parts = (head: string, signs: string) => (name: string) => [
      head.replace('_', name),
      ...Array.from(signs).flatMap((sign) => ['', `${sign} It stops at the pier.`]),
    ];
    assert.deepEqual(rows(parts('**_ stops**', '🚢💡⚓')), []);
    assert.deepEqual(rows(parts('[**_ 停航**](<https://a.example>)', '🚢💡⚓')), []);
    for (const [head, signs] of [
      ['_ stops', '🚢💡⚓'],
      ['**_**', '🚢🚢🚢'],
      ['**_:** It stops.', '🚢💡⚓'],
    ] as const)
      assert.equal(rows(parts(head, signs)).length, 9, head);
    assert.equal(items(...['Anna', 'Berta'].flatMap(parts('**_**', '🚢💡⚓'))).length, 6);
  });
});
