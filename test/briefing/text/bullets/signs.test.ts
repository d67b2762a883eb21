import assert from 'node:assert/strict';
import { itemLinesIn } from '../../../../src/briefing/text/bullets/listMarks.ts';

/** The words of each item, and undefined for other lines. */
function items(...lines: string[]): (string | undefined)[] {
  return itemLinesIn(lines).map((item) => item?.words);
}

function found(...lines: string[]): string[] {
  return items(...lines).filter((words) => words !== undefined);
}

describe('Lines that begin with an arrow or a tick', () => {
  it('are items if two have the same sign, or three with blank lines between', () => {
    assert.deepEqual(items('➤ a', '➤ b'), ['a', 'b']);
    assert.deepEqual(items('World', '► a', '► b'), [undefined, 'a', 'b']);
    assert.deepEqual(items('✓ a', '', '✓ b', '', '✓ c'), ['a', undefined, 'b', undefined, 'c']);
    for (const lines of [['➤ a'], ['➤ a', '► b'], ['➤ a', '', '➤ b'], ['➤a', '➤b'], ['a ➤ b', 'a ➤ c']])
      assert.deepEqual(found(...lines), [], lines.join(' / '));
  });

  it('are no items right below the words that `→` says more about', () => {
    assert.deepEqual(found('The ferry stops at nine.', '→ Late', '→ Old'), []);
    assert.deepEqual(found('The ferry stops at nine.', '➤ Late', '➤ Old'), ['Late', 'Old']);
    assert.deepEqual(found('## World', '→ Late', '→ Old'), ['Late', 'Old']);
    assert.deepEqual(found('It stops.', '', '→ Late', '→ Old'), ['Late', 'Old']);
  });
});

describe('A line with a sign that begins items elsewhere', () => {
  const rows = (sign: string) => ['## World', `${sign} a`, `${sign} b`, ''];

  it('is an item alone below a heading', () => {
    for (const sign of ['▪️', '🔹', '✅', '➤', '→'])
      for (const head of ['## Sport', '**Sport**', '🏅 *Sport*', 'Sport'])
        assert.match(items(...rows(sign), head, `${sign} c`)[5] ?? '', /c$/, `${sign} ${head}`);
    assert.match(items(...rows('🔹'), '## Sport', '', '🔹 **Ann** wins', '')[6] ?? '', /wins$/);
    assert.match(items(...rows('🔹'), 'Sport', '-----', '🔹 c')[6] ?? '', /c$/);
  });

  it('is no item below other words, above its own text, or if no two others are in a row', () => {
    for (const lines of [
      ['The team wins.', '🔹 c'],
      ['The team wins.', '', '🔹 c'],
      ['## Sport', '🔹 c', 'It was late.'],
      ['## Sport', '🔸 c'],
    ])
      assert.deepEqual(found(...rows('🔹'), ...lines), ['🔹 a', '🔹 b'], lines.join(' / '));
    assert.deepEqual(found('## World', '🔹 a', '', '## Sport', '🔹 b'), []);
    assert.deepEqual(found('🔹 a', '🚢 b', '', '## Sport', '🔹 c'), ['🔹 a', '🚢 b']);
  });
});
