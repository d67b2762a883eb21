import assert from 'node:assert/strict';
import { allTakeaways, read } from '../../support/fixture.ts';

const TOLD = [
  '## Ferries',
  '',
  '- [Ferry stops at nine today](https://a.example/1)',
  '- [Crane](https://a.example/2)',
];

/** The words of the items below two stories. */
const below = (...lines: string[]) =>
  allTakeaways(read(...TOLD, '', ...lines))
    .slice(2)
    .map(({ text }) => text);

const link = (words: string, i: number, site = 'b.example') => `[${words}](https://${site}/${i})`;

describe('Short links to one site below a question', () => {
  it('are answers and no takeaways, in any language', () => {
    for (const [question, ...answers] of [
      ['How was this issue?', '😀 Loved it', '😐 It was okay', 'Not for me'],
      ['Wie fanden Sie den Brief?', 'Gut', 'Geht so'],
      ['今日の手紙はどうでしたか？', 'とても良かった', '良くなかった'],
    ] as const) {
      const items = answers.map((words, i) => `- ${link(words, i)}`);
      assert.deepEqual(below(`## ${question}`, '', ...items), [], question);
      assert.deepEqual(
        below('## T', '', question, '', ...answers.flatMap((words, i) => [link(words, i), ''])),
        [],
      );
    }
  });

  it('are takeaways if they are longer, on several sites or not the last list', () => {
    const items = ['Anna', 'Berta'].map((words, i) => `- ${link(words, i)}`);
    assert.equal(below('## Which boats stop?', '', ...items, '', '## T', '', '- Late', '- New').length, 4);
    assert.equal(below('## Boats', '', ...items).length, 2);
    assert.equal(
      below('## What?', '', `- ${link('Anna', 1)}`, `- ${link('Berta', 2, 'c.example')}`).length,
      2,
    );
    assert.equal(
      below('## What?', '', `- ${link('Anna stops on Monday', 1)}`, `- ${link('Berta', 2)}`).length,
      2,
    );
  });
});

describe('Links about a newsletter between its stories', () => {
  it('are no takeaways', () => {
    const [one, two, three] = [link('Ferry stops', 1), link('Share this issue', 2), link('Crane comes', 3)];
    assert.deepEqual(below('## T', '', one, '', two, '', three), ['Ferry stops', 'Crane comes']);
    assert.deepEqual(below('## T', '', one, '', link('Privacy', 2), '', link('Archive', 4)), ['Ferry stops']);
    assert.deepEqual(below('## T', '', one, '', link('Leave a comment', 2), '', link('Subscribe now', 4)), [
      'Ferry stops',
    ]);
  });
});
