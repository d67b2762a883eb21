import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

describe('A list of sources and other parts', () => {
  const [short, long] = [
    'https://a.example/ferry',
    `https://b.example/${'the-ferry-stops-at-nine-'.repeat(3)}`,
  ];
  /** The kinds and numbers of references of the items in two stories, each of which has such a list. */
  const items = (...parts: string[]) =>
    readingItems(
      read(
        '# Morning brief',
        ...['Ferries', 'Tugs'].flatMap((name) => [
          '',
          `## ${name} stop`,
          '',
          `The ${name} stop at nine, as the office says.`,
          ...parts.map((part) => `- ${part}`),
        ]),
      ),
    ).map(({ kind, references }) => [kind, references.length]);

  it('belongs to the story above, whatever source recurs', () => {
    assert.deepEqual(items(`Source: ${short}`, `Source: ${long}`), [
      ['passage', 2],
      ['passage', 2],
    ]);
    assert.deepEqual(items(`出典: <${short}>`, `出典: <${long}>`, 'カテゴリ: 港'), [
      ['passage', 2],
      ['passage', 2],
    ]);
  });

  it('belongs to the story above, however long an address is', () => {
    for (const url of [short, long])
      assert.deepEqual(
        items('Category: harbour', `Source: ${url}`),
        [
          ['passage', 1],
          ['passage', 1],
        ],
        url,
      );
  });

  it('may have the address of a source as code', () => {
    assert.deepEqual(items(`source_url: \`${short}\``, 'Category: `harbour`'), [
      ['passage', 1],
      ['passage', 1],
    ]);
    assert.deepEqual(items(`endpoint: \`${short}\``, 'Category: `harbour`').flat().includes(1), false);
  });

  it('is of stories if the links of a label that recurs say more', () => {
    const told = (name: string) => `Update: [${name} stops](${short}) from Monday on, as the office says.`;
    assert.equal(items(told('Ferry'), told('Tug')).filter(([kind]) => kind === 'takeaway').length, 4);
  });
});
