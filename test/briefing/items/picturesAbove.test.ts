import assert from 'node:assert/strict';
import { takeawaysOf } from '../support/fixture.ts';

const texts = (...lines: string[]) => takeawaysOf(...lines).map(({ label, text }) => [label, text]);

describe('A picture above the headline with its words', () => {
  it('belongs to that story, and not to the one above', () => {
    const card = (words: string, n: number, isPictured: boolean) => [
      ...(isPictured ? [`![${words}](https://a.example/${n}.jpg)`, ''] : []),
      // No words are in the icon.
      ...['<span class="icon"></span>', ''],
      ...[`[${words}](https://a.example/${n})`, '', 'Gazette', ''],
    ];
    const lines = [
      ...card('The last ferry stops', 1, false),
      ...card('The last crane comes', 2, true),
      ...card('The old tug waits', 3, true),
    ];
    const told = [
      ['The last ferry stops', 'Gazette'],
      ['The last crane comes', 'The last crane comes\nGazette'],
      ['The old tug waits', 'The old tug waits\nGazette'],
    ];
    assert.deepEqual(texts(...lines), told);
    // Also if there are only two, and each has a picture.
    assert.deepEqual(texts(...lines.slice(6)), told.slice(1));
  });

  it('may be above a bold lead', () => {
    const story = (words: string) => [
      `![${words}](a.jpg)`,
      '',
      `**${words}** — It is late.`,
      '',
      'Ann says so.',
      '',
    ];
    assert.deepEqual(texts(...story('Ferry stops'), ...story('Crane comes')), [
      ['Ferry stops', 'It is late.\nFerry stops\nAnn says so.'],
      ['Crane comes', 'It is late.\nCrane comes\nAnn says so.'],
    ]);
  });

  it('stays where it is if it has other words or is above another picture', () => {
    const story = (words: string) => [
      `**${words}** — It is late.`,
      '',
      '![A boat](a.jpg)',
      '',
      '![A boat](b.jpg)',
      '',
    ];
    assert.deepEqual(texts(...story('Ferry stops'), ...story('Crane comes'))[0], [
      'Ferry stops',
      'It is late.\nA boat\nA boat',
    ]);
  });
});
