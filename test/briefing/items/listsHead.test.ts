import assert from 'node:assert/strict';
import { takeawaysOf } from '../support/fixture.ts';

const texts = (...lines: string[]) => takeawaysOf(...lines).map(({ label, text }) => [label, text]);
const head = (n: number) => [`- [Ferry ${String(n)} stops](https://a.example/${String(n)})`, ''];
const words = (n: number) => [`The office says so, ${String(n)} times.`, ''];

describe('Lists of one link each', () => {
  it('are the headlines of the text below each of them', () => {
    const expected = [1, 2, 3].map((n) => [
      `Ferry ${String(n)} stops`,
      `The office says so, ${String(n)} times.`,
    ]);
    const lines = [1, 2, 3].flatMap((n) => [...head(n), ...words(n)]);
    assert.deepEqual(texts(...lines), expected);
    assert.deepEqual(texts('Three lines stop.', '', ...lines), expected);
  });

  it('may be two, come last, or have two items, if they come first and most items have text below', () => {
    const told = (n: number) => [`Ferry ${n} stops`, `The office says so, ${n} times.`];
    const alone = (n: number) => [undefined, `Ferry ${n} stops`];
    const two = [...head(1), ...words(1), ...head(2), ...words(2)];
    assert.deepEqual(texts(...two), [1, 2].map(told));
    assert.deepEqual(texts(...two, ...head(3)), [...[1, 2].map(told), alone(3)]);
    assert.deepEqual(texts(...head(3).slice(0, 1), ...two), [alone(3), ...[1, 2].map(told)]);
    assert.deepEqual(texts(...head(1), 'Next week:', '', ...head(2), ...words(2)), [1, 2].map(alone));
  });

  it('are not headlines if they may be sources, introduce prose, are one, or have more items', () => {
    const alone = (n: number) => [undefined, `Ferry ${String(n)} stops`];
    const sources = [1, 2, 3].flatMap((n) => [...words(n), ...head(n)]);
    assert.deepEqual(texts(...sources), [1, 2, 3].map(alone));
    assert.deepEqual(texts(...words(0), ...words(0), ...sources, ...words(4)), [1, 2, 3].map(alone));
    assert.deepEqual(texts(...head(1), ...words(1)), [alone(1)]);
    const two = [1, 2, 3].flatMap((n) => [...head(n).slice(0, 1), ...head(n + 3), ...words(n)]);
    assert.equal(texts(...two).length, 6);
  });

  it('may be a section’s only list, of one bold line at its top', () => {
    const section = (line: string) => [line, '', ...words(1), '*Takeaway: it is late.*', ''];
    const told = [['Ferry stops', 'The office says so, 1 times.\nTakeaway: it is late.']];
    assert.deepEqual(texts(...section('1. **Ferry stops**')), told);
    assert.deepEqual(texts(...section('- **Ferry stops**')), told);
    assert.deepEqual(texts(...section('1. Ferry stops')), [[undefined, 'Ferry stops']]);
    assert.deepEqual(texts(...words(1), '1. **Ferry stops**', '', ...words(2)), [[undefined, 'Ferry stops']]);
  });

  it('may be a section’s only list, of one link of four words or more, right above a sentence', () => {
    const headline = ['* [起重机今天来到港口了](https://a.example)', ''];
    assert.deepEqual(texts(...headline, ...words(1), 'So', ''), [
      ['起重机今天来到港口了', 'The office says so, 1 times.\nSo'],
    ]);
    const alone = [[undefined, 'The last ferry stops']];
    const ferry = ['- [The last ferry stops](https://a.example)', ''];
    assert.deepEqual(texts(...ferry, 'Ann Example', '', ...words(1)), alone);
    assert.deepEqual(texts(...words(1), ...ferry), alone);
    const nested = ['- [The last ferry stops](https://a.example)', '', '  It is late.', '', ...words(1)];
    assert.deepEqual(texts(...nested), [['The last ferry stops', 'It is late.']]);
  });

  it('may have one bold line each instead of a link', () => {
    const lines = (...heads: string[]) =>
      texts(...heads.flatMap((line, n) => [`- ${line}`, '', ...words(n)]));
    const told = (name: string, n: number) => [name, `The office says so, ${n} times.`];
    assert.deepEqual(lines('**Ferry stops**', '**Crane comes**'), ['Ferry stops', 'Crane comes'].map(told));
    assert.deepEqual(lines('Ferry stops', 'Crane comes'), [
      [undefined, 'Ferry stops'],
      [undefined, 'Crane comes'],
    ]);
  });
});

describe('Numbered headlines with text and a list below each', () => {
  const story = (n: number, ...list: string[]) => [
    `${String(n)}. [Ferry ${String(n)} stops](https://a.example/${String(n)})`,
    '',
    ...words(n),
    ...list,
    '',
  ];

  it('have both, also the last of them', () => {
    const lines = [1, 2, 3].flatMap((n) => story(n, `- Paper: ${String(n)}`));
    assert.deepEqual(
      texts(...lines),
      [1, 2, 3].map((n) => [
        `Ferry ${String(n)} stops`,
        `The office says so, ${String(n)} times.\nPaper: ${String(n)}`,
      ]),
    );
  });

  it('are not headings of lists', () => {
    const lines = ['1. Ferries', '', '- One stops.', '- One is late.', '', '2. Tugs', '', '- One comes.'];
    assert.equal(texts(...lines).length, 5);
    assert.equal(texts(...story(1), '- It stops.', '', '- It is late.').length, 3);
  });
});

describe('Lines that their author has broken', () => {
  it('are titles if half of the list’s items begin with one', () => {
    const lines = ['- Ferry stops  ', '  It is late.', '- Crane comes\\', '  It is old.', '- All is well.'];
    assert.deepEqual(texts(...lines), [
      ['Ferry stops', 'It is late.'],
      ['Crane comes', 'It is old.'],
      [undefined, 'All is well.'],
    ]);
  });

  it('are none above a link alone, in a sentence, or in one item only', () => {
    const link = '  [#12](https://a.example/12)';
    for (const lines of [
      ['- Ann mends the ferry in  ', link, '- Bob mends the crane in  ', link],
      ['- Ferry stops.  ', '  It is late.', '- Crane comes.  ', '  It is old.'],
      ['- the ferry  ', '  stops at nine.', '- the crane  ', '  comes at ten.'],
      ['- Ferry stops  ', '  It is late.', '- Crane comes.'],
    ])
      assert.ok(
        texts(...lines).every(([label]) => label === undefined),
        lines[0],
      );
  });
});

describe('Bullets right below an item that introduces them', () => {
  it('belong to it, though they are not indented', () => {
    const bullets = ['* The ferry stops.', '* The crane comes.', ''];
    const numbered = [
      '1. **Port:** It is late.',
      '',
      '2. **Key points**:',
      ...bullets,
      '3. **Watch list**: ',
      ...bullets,
    ];
    const told = 'The ferry stops.\nThe crane comes.';
    assert.deepEqual(texts(...numbered), [
      ['Port', 'It is late.'],
      ['Key points', told],
      ['Watch list', told],
    ]);
    assert.deepEqual(texts('- The tugs wait.', '- **Harbour office**:', ...bullets).at(1), [
      'Harbour office',
      told,
    ]);
  });

  it('are items of their own below any other', () => {
    assert.equal(
      texts('1. The ferry stops.', '2. The crane comes.', '* The tug waits.', '* It is late.').length,
      4,
    );
  });
});
