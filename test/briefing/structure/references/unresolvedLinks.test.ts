import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/briefing/grammar/markdown.ts';
import { unresolvedLinks } from '../../../../src/briefing/structure/references/citations.ts';
import { read } from '../../support/fixture.ts';
import { slice } from '../../support/ranges.ts';

/** The links of a text without a definition, as they are written. */
function unresolved(...lines: string[]): (string | undefined)[] {
  return read('# T', '', ...lines)
    .problems.filter(({ code }) => code === 'unresolved-link')
    .map(({ details }) => details[0]);
}

describe('A reference link without its definition', () => {
  it('is a problem that says what to define', () => {
    const cases: readonly (readonly [link: string, label: string])[] = [
      ['[a][b]', 'b'],
      ['[a][]', 'a'],
      ['[a b][c d]', 'c d'],
      [`[${'a'.repeat(200)}][b]`, 'b'],
      [`[a][${'b'.repeat(200)}]`, 'b'.repeat(200)],
    ];
    for (const [link, label] of cases) {
      const { problems } = read('# T', '', `So it is: ${link}.`);
      assert.deepEqual(
        problems.map(({ code, details }) => [code, ...details]),
        [['unresolved-link', link, label]],
      );
    }
  });

  it('is a problem in a reference section, too', () => {
    assert.deepEqual(unresolved('## Sources', '', '- [a][b]'), ['[a][b]']);
  });

  it('is not a pair of citations', () => {
    assert.deepEqual(unresolved('- a [1][2]', '', '## Sources', '', '1. One', '2. Two'), []);
    assert.deepEqual(unresolved('a [1][b]'), ['[1][b]']);
  });

  it('has its range each time', () => {
    const briefing = read('# T', '', 'a [b][c], [b][c]', 'and *[d][]*', '', '- [b][c]');
    assert.deepEqual(
      briefing.problems.map(({ range: { start } }) => [start.line, start.character]),
      [
        [2, 2],
        [2, 10],
        [3, 5],
        [5, 2],
      ],
    );
    assert.deepEqual(
      briefing.problems.map(({ range }) => slice(briefing.text, range)),
      ['[b][c]', '[b][c]', '[d][]', '[b][c]'],
    );
  });

  it('is a problem in any kind of text', () => {
    for (const lines of [
      ['## [a][b]', 'c'],
      ['> [a][b]'],
      ['- c', '  - [a][b]'],
      ['| c |', '| - |', '| [a][b] |'],
      ['c[^d]', '', '[^d]: [a][b]'],
      ['c', '', '[a]: https://a.example', '', '[a][b]'],
    ]) {
      assert.deepEqual(unresolved(...lines), ['[a][b]'], lines.join(' / '));
    }
  });

  it('is not a problem if the definition exists, or if it has another meaning', () => {
    for (const lines of [
      ['[a][b]', '', '[b]: https://b.example'],
      ['[a][]', '', '[A]: https://a.example'],
      ['[a][b]', '', '[b]: ./b.md'],
      ['[a](b)'],
      ['[a]'],
      ['[a] [b]'],
      ['[][b]'],
      ['[][]'],
      ['`[a][b]`'],
      ['```', '[a][b]', '```'],
      ['\\[a][b]'],
      ['[a]\\[b]'],
      ['<!-- [a][b] -->'],
      [`[${'a'.repeat(201)}][b]`],
      [`[a][${'b'.repeat(201)}]`],
    ]) {
      assert.deepEqual(unresolved(...lines), [], lines.join(' / '));
    }
  });

  it('is found within one token only', () => {
    const [, inline, , , other] = parseMarkdown('[a][b]\n\n[c][d]');
    assert.ok(inline && other);
    const lines = ['[a][b]', '', '[c][d]'];
    assert.deepEqual(
      [inline, other].map((token) => unresolvedLinks(token, lines).map(({ details }) => details)),
      [[['[a][b]', 'b']], [['[c][d]', 'd']]],
    );
  });
});
