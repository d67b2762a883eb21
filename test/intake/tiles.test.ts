import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const read = (html: string) => htmlToMarkdown(html).trim();
const tile = (...lines: string[]) =>
  `<div class="tile">${lines.map((line) => `<div>${line}</div>`).join('')}</div>`;
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (columns: number, ...rows: string[]) =>
  [row(...Array<string>(columns).fill('')), row(...Array<string>(columns).fill('---')), ...rows].join('\n');

describe('Tiles, elements of one class with a name and figures', () => {
  it('are a table, in the order of their lines', () => {
    assert.equal(
      read(
        `${tile('Wheat', '541.25', '▲ +0.4 %')}${tile('大麦', '1,539.1円', '−0,3%')}${tile('Rye', '83,5 USD')}`,
      ),
      table(
        3,
        row('Wheat', '541.25', '▲ +0.4 %'),
        row('大麦', '1,539.1円', '−0,3%'),
        row('Rye', '83,5 USD', ''),
      ),
    );
    const counts = [tile('14', 'boats'), tile('3', 'cranes'), tile('27', 'buoys')];
    assert.equal(read(counts.join('')), table(2, row('14', 'boats'), row('3', 'cranes'), row('27', 'buoys')));
  });

  it('may have no figure here and there, and a bullet before one', () => {
    const tiles = [tile('Wheat', '541.25'), tile('Oats', 'not traded'), tile('Rye', '• 0,00%')];
    assert.equal(
      read(tiles.join('')),
      table(2, row('Wheat', '541.25'), row('Oats', 'not traded'), row('Rye', '0,00%')),
    );
  });

  it('are a table for each place that they are in', () => {
    const three = ['Wheat', 'Oats', 'Rye'].map((name) => tile(name, '541.25')).join('');
    assert.deepEqual(
      read(`<div>${three}</div><h2>Later</h2><div>${three}</div>`).match(/^\| Wheat/gm)?.length,
      2,
    );
  });

  it('are none if there are two, or if they have links, long lines, dates or nothing but words', () => {
    const others = [
      tile('Wheat', '541.25') + tile('Rye', '83,5'),
      tile('<a href="https://a.example/">Ferry stops</a>', '3 min').repeat(3),
      tile('Ferry', 'The office says that it stops at nine, and that nobody is late.', '9').repeat(3),
      tile('Ferry stops', '3 March 2026').repeat(3),
      tile('Ferry stops', '2 hours ago').repeat(3),
      tile('Ann', 'Captain').repeat(3),
    ];
    for (const html of others) assert.doesNotMatch(read(html), /^\|/m, html);
  });
});
