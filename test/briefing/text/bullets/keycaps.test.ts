import assert from 'node:assert/strict';
import { itemLinesIn } from '../../../../src/briefing/text/bullets/listMarks.ts';

function found(...lines: string[]): string[] {
  return itemLinesIn(lines).flatMap((item) => item?.words ?? []);
}

const story = (number: string, name: string) => [`${number} ${name}`, 'It is late.', ''];

describe('Lines that begin with a number on a key', () => {
  it('are items above words of their own, in any text', () => {
    const lines = [...story('1️⃣', 'Ferry'), ...story('2️⃣', 'Tug'), '## A', '', ...story('3️⃣', 'Crane')];
    assert.deepEqual(found(...lines), ['1️⃣ Ferry', '2️⃣ Tug', '3️⃣ Crane']);
    const again = [...story('1️⃣', 'Ferry'), ...story('2️⃣', 'Tug'), ...story('1️⃣', 'Crane')];
    assert.deepEqual(found(...again), ['1️⃣ Ferry', '2️⃣ Tug', '1️⃣ Crane']);
    const keys = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣', '6️⃣', '7️⃣', '8️⃣', '9️⃣', '🔟'];
    assert.equal(found(...keys.flatMap((key) => story(key, 'Ferry'))).length, 10);
  });

  it('are none above a list or apart, alone, or with other numbers', () => {
    for (const lines of [
      story('1️⃣', 'Ferry'),
      [...story('1️⃣', 'Ferry'), ...story('3️⃣', 'Tug')],
      [...story('1️⃣', 'Ferry'), ...story('1️⃣', 'Tug')],
      [...story('1️⃣', 'Ferry'), '2️⃣ Tug', '', 'It is late.'],
      [...story('1️⃣', '**Ferry**'), ...story('2️⃣', '**Tug**')],
    ])
      assert.deepEqual(found(...lines), [], lines.join(' / '));
    assert.deepEqual(found('1️⃣ Ferry', '- a', '', '2️⃣ Tug', '- b'), ['a', 'b']);
  });
});
