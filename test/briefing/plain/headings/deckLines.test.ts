import assert from 'node:assert/strict';
import { drawn, read } from '../../support/fixture.ts';

const TEXT = ['', 'It stops at nine, and nobody knows why.', ''];
const headings = (...lines: string[]) =>
  drawn(read('# Morning brief', '', 'Dear all, the office has news.', '', ...lines).sections);

describe('A bold line in italics', () => {
  const story = (title: string, deck: string) => [`**${title}**`, '', deck, ...TEXT];

  it('is text if all such lines are right below other bold lines', () => {
    const decks = ['***Samedi 14 mars, 20h30***', '***渡船の時間***', '**_At nine_**', '___The last one___'];
    assert.deepEqual(
      headings(...decks.flatMap((deck, i) => story(`Ferry ${String(i)}`, deck))),
      decks.map((_, i) => `2 Ferry ${String(i)}`),
    );
  });

  it('is a heading if one is elsewhere, as all are or below a text', () => {
    for (const [lines, found] of [
      [
        ['***Ferries***', ...TEXT, '***Tugs***', ...TEXT],
        ['2 Ferries', '2 Tugs'],
      ],
      [
        [...story('Ports', '***Ferries***'), '***Tugs***', ...TEXT],
        ['2 Ports', '2 Ferries', '2 Tugs'],
      ],
      [
        ['**Ports**', '', '***Ferries***', '', '***Tugs***', ...TEXT],
        ['2 Ports', '2 Ferries', '2 Tugs'],
      ],
    ] as const)
      assert.deepEqual(headings(...lines), found, lines.join(' / '));
  });
});
