import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/briefing/grammar/markdown.ts';
import { plainText } from '../../../../src/briefing/grammar/tokens.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../../src/briefing/writeBriefing.ts';
import { allTakeaways, read } from '../../support/fixture.ts';
import { assertSameBriefing } from '../../support/sameBriefing.ts';

function shown(...lines: string[]): string {
  const [, inline] = parseMarkdown(lines.join('\n'));
  return plainText([...(inline?.children ?? [])]);
}

describe('A wiki link', () => {
  it('is its text', () => {
    const cases: readonly (readonly [line: string, words: string])[] = [
      ['a [[Clock]] b', 'a Clock b'],
      ['[[the clock|Clocks]], [[Tower]]', 'Clocks, Tower'],
      ['[[folder/a b.md|]]', 'folder/a b.md'],
      ['**[[Clock]]**', 'Clock'],
      ['[[Clock]]: late', 'Clock: late'],
      ['![[clock.png]]', 'clock.png'],
    ];
    for (const [line, words] of cases) assert.equal(shown(line), words, line);
    assert.equal(shown('| a |\n| - |\n| [[b\\|c]] |'), '');
    assert.match(renderBriefing(read('# T', '', '| a |', '| - |', '| [[b\\|c]] |')), />c</);
  });

  it('is not recognized in code, in another link or in a citation', () => {
    for (const [line, words] of [
      ['`[[a]]`', '[[a]]'],
      ['[[1]]', '[[1]]'],
      ['\\[[a]]', '[[a]]'],
      ['[[a]](https://a.example)', '[a]'],
      ['[[a](https://a.example)]', '[a]'],
      ['[[]]', '[[]]'],
      ['[[a', '[[a'],
    ] as const)
      assert.equal(shown(line), words, line);
    assert.equal(shown('[[a]]', '', '[a]: https://a.example'), '[a]');
  });
});

describe('A reference link without a definition', () => {
  it('is its text', () => {
    const cases: readonly (readonly [line: string, words: string])[] = [
      ['a [LDK #4019][] b', 'a LDK #4019 b'],
      ['[[fix][piers] It stops](https://a.example)', '[fix][piers] It stops'],
      ['[a b][c d], [e][]', 'a b, e'],
      ['[**LDK** #4019][]', 'LDK #4019'],
      ['see [the `clock` (new)][c] now', 'see the clock (new) now'],
      ['[`a`][] and [`b`][c]', 'a and b'],
      ['[1][2]', '[1][2]'],
      ['`[a][]`', '[a][]'],
      ['\\[a][]', '[a][]'],
      ['[a] [b]', '[a] [b]'],
      ['[A][B][C][D] It stops', '[A][B][C][D] It stops'],
      ['**[港口][Ferries] It stops** now', '[港口][Ferries] It stops now'],
      ['[#4](https://a.example) - [Ports][Ferries] It stops', '#4 - [Ports][Ferries] It stops'],
      ['[#4](https://a.example) and [Ports][Ferries] stop', '#4 and Ports stop'],
      ['[A][b] It stops', 'A It stops'],
      ['[A][B #3] It stops', 'A It stops'],
      ['see [A][B] now', 'see A now'],
    ];
    for (const [line, words] of cases) assert.equal(shown(line), words, line);
  });

  it('stays as it is written in plain text, where brackets may be intended', () => {
    const briefing = read('Title', '', '- Gods of Mars [Mars #2][gmars.xxx] 64', '- [a][b] c');
    assert.deepEqual(
      allTakeaways(briefing).map(({ text }) => text),
      ['Gods of Mars [Mars #2][gmars.xxx] 64', '[a][b] c'],
    );
    assertSameBriefing(read(...writeBriefing(briefing).split('\n')), briefing);
  });

  it('has the same text after it is written and parsed again', () => {
    const briefing = read('# T', '', '## A', '', '- [LDK #4019][]: a [[b|c]] [`d`][e]', '- [[f]]');
    assert.deepEqual(
      briefing.sections[0]?.takeaways.map(({ label, text }) => [label, text]),
      [
        ['LDK #4019', 'a c d'],
        [undefined, 'f'],
      ],
    );
    assertSameBriefing(read(...writeBriefing(briefing).split('\n')), briefing);
  });
});
