import assert from 'node:assert/strict';
import { read } from '../../support/fixture.ts';

describe('A list in a text without headings', () => {
  const [one, two, three] = [
    '1. The last ferry leaves at nine from Monday on, says the office.',
    '2. The crane comes to the south quay, and stays there until May.',
    '3. The old bridge is closed to carts, and open to all who walk.',
  ];
  const texts = (...lines: string[]) =>
    read('# Title', '', ...lines).sections.map(({ title, takeaways }) => [title, takeaways.length]);

  it('contains the stories if most words are in it, whatever greeting is above and below', () => {
    const lines = [
      '☀ Good morning!',
      '',
      one,
      two,
      three,
      '',
      'Which one do you like?',
      '',
      'From: Gazette.',
    ];
    assert.deepEqual(texts(...lines), [['Title', 3]]);
  });

  it('contains the stories if half of the words are in it, and it has numbers', () => {
    const around = ['Hi Ann, three things before the call tomorrow:', '', 'I am on the train until ten. Bob'];
    const list = ['Salmon: a quota comes.', 'Freight: it costs more.', 'Nils: he leaves in July, they say.'];
    const mail = (mark: (i: number) => string) => [
      ...around.slice(0, 2),
      ...list.map((words, i) => `${mark(i)} ${words}`),
      ...around.slice(1),
    ];
    assert.deepEqual(texts(...mail((i) => `${i + 1}.`)), [['Title', 3]]);
    assert.deepEqual(texts(...mail(() => '-')), []);
  });

  it('contains the stories below a line that announces news, whatever else the text says', () => {
    const prose = ['The tarball is at the usual place.', '', 'Thanks to all who sent fixes.', ''];
    const list = ['', '- Ferries', '- A tug', ''];
    const inSection = ["What's new in this release (see below):", 'Major changes since 1.2:', 'Novedades:'];
    for (const line of inSection)
      assert.deepEqual(texts(...prose, line, ...list, ...prose), [['Title', 2]], line);
    const inLede = ['You will need:', "What's new is below.", 'The old changes stay:', 'Newport:'];
    for (const line of inLede) assert.deepEqual(texts(...prose, line, ...list, ...prose), [], line);
  });

  it('is in the lede if most of the text is prose, its lines are short, or there are two of them', () => {
    const prose = [1, 2, 3].flatMap((n) => [
      `It is a long story. ${'The ferry goes on. '.repeat(3 * n)}`,
      '',
    ]);
    assert.deepEqual(texts(one, two, three, '', ...prose), []);
    assert.deepEqual(texts('1. Late', '2. Later', '3. Last', '', '## Ferries', '', 'None.'), [
      ['Ferries', 0],
    ]);
    assert.deepEqual(texts('Good morning!', '', one, two, '', 'So long.'), []);
    const below = ['', '## Bridges', '', 'They are open.'];
    assert.deepEqual(texts(...prose, one, two, three, ...below), [
      ['Title', 3],
      ['Bridges', 0],
    ]);
    assert.deepEqual(texts(...prose, one, two, three, '', ...prose, ...below), [['Bridges', 0]]);
  });
});
