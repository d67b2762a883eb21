import assert from 'node:assert/strict';
import { allTakeaways, read, takeawaysOf } from '../support/fixture.ts';

/** The first words of each story, and its references. */
const stories = (...lines: string[]) =>
  takeawaysOf(...lines).map(({ text, references }) => [
    text.split('\n')[0],
    references.map(({ url }) => url?.slice(-1)).join(''),
  ]);

describe('Paragraphs followed by their source', () => {
  it('are stories', () => {
    const [ferry, crane] = ['The ferry stops.', 'The crane comes.'];
    const expected = [
      [ferry, '1'],
      [crane, '2'],
    ];
    const [one, two] = ['<https://a.example/1>', '[Read more](https://a.example/2)'];
    assert.deepEqual(stories(ferry, '', one, '', crane, '', two), expected);
    assert.deepEqual(stories(ferry, '', one, '', '---', '', crane, '', two), expected);
    // One paragraph without a source may come first, and one last.
    assert.deepEqual(
      stories('It is quiet.', '', ferry, '', one, '', crane, '', two, '', 'So long.'),
      expected,
    );
    assert.equal(stories(`${ferry}  \n${one}`, '', `${crane}  \n${two}`).length, 2);
    assert.deepEqual(
      stories(
        `**Ann** says: the ferry stops. ${one}`,
        '',
        '**Bob** waits. [https://a.example/2](https://a.example/2)',
      ).map(([, source]) => source),
      ['1', '2'],
    );
    assert.equal(stories(`It is here: ${one}`, '', 'And here: https://a.example/2').length, 0);
    const [more, lire] = ['[Read more](https://a.example/1)', '[Lire la suite →](https://a.example/2)'];
    assert.deepEqual(
      stories(`${ferry} ${more}`, '', `${crane} ${lire}`).map(([, source]) => source),
      ['1', '2'],
    );
    assert.equal(stories(`To wait is [this](https://a.example/1)`, '', `${crane} ${lire}`).length, 0);
  });

  it('are stories if the source is a linked headline on a line of its own', () => {
    const told = (words: string, number: number) =>
      `${words}\n📎 [A headline of many words ${number}](https://a.example/${number})`;
    const [ferry, crane] = [told('The ferry stops.', 1), told('起重机来了。', 2)];
    assert.deepEqual(stories(ferry, '', crane), [
      ['The ferry stops. 📎 A headline of many words 1', '1'],
      ['起重机来了。 📎 A headline of many words 2', '2'],
    ]);
    assert.equal(stories(ferry, '', crane, '', 'It is', '', 'late.').length, 0);
    assert.equal(stories(told('To wait for', 1), '', told('or to see', 2)).length, 0);
  });

  it('are stories whatever they end with, if there are three and each has its address', () => {
    const told = [
      'The ferry stops:',
      '',
      '<https://a.example/1>',
      '',
      'Crane comes',
      '<https://a.example/2>',
    ];
    const more = ['Tugs wait', 'Link: https://a.example/3'];
    assert.deepEqual(stories(...told, '', ...more), [
      ['The ferry stops:', '1'],
      ['Crane comes https://a.example/2', '2'],
      ['Link: https://a.example/3', '3'],
    ]);
    assert.equal(stories(...told).length, 0);
    assert.equal(stories(...told, '', ...more, '', 'So long.').length, 0);
  });

  it('are not stories if only some have a source, if the source ends a sentence, or if another block is there', () => {
    for (const lines of [
      [
        'The ferry stops.',
        '',
        '<https://a.example/1>',
        '',
        'It is late.',
        '',
        'The crane comes.',
        '',
        '<https://a.example/2>',
      ],
      ['They are held at', '', '<https://a.example/1>', '', 'You find more at', '', '<https://a.example/2>'],
      ['The ferry stops.', '', '<https://a.example/1>'],
      [
        '> No.',
        '',
        'The ferry stops.',
        '',
        '<https://a.example/1>',
        '',
        'The crane comes.',
        '',
        '<https://a.example/2>',
      ],
      ['“It stops.”', '', '— Ann', '', '“It goes.”', '', '— Bob'],
    ])
      assert.deepEqual(stories(...lines), [], lines.join(' / '));
  });
});

describe('A link above a list', () => {
  it('is one story with the list if the section has another link above a list', () => {
    const list = (title: string, at: number) => [
      `[${title}](https://a.example/${at})`,
      '',
      '- Late.',
      '- Dear.',
      '',
    ];
    const takeaways = takeawaysOf(...list('Ferry stops at nine', 1), ...list('Crane comes by barge', 2));
    assert.deepEqual(
      takeaways.map(({ label, text }) => [label, text]),
      [
        ['Ferry stops at nine', 'Late.\nDear.'],
        ['Crane comes by barge', 'Late.\nDear.'],
      ],
    );
    assert.equal(takeawaysOf(...list('Ferry stops at nine', 1)).length, 3);
  });

  it('is one story with the list, alone in its section, if the text has two links above lists', () => {
    const section = (name: string, ...items: string[]) => [
      ...[`## ${name}`, '', `[${name} stops at nine](https://a.example/${name})`, '', ...items, ''],
    ];
    const points = ['- Late.', '- Dear.'];
    const told = (...lines: string[]) => allTakeaways(read('# T', '', ...lines)).map(({ label }) => label);
    const ferry = section('Ferry', ...points);
    const two = [...ferry, ...section('Tug', ...points)];
    assert.deepEqual(told(...two), ['Ferry stops at nine', 'Tug stops at nine']);
    assert.equal(told(...ferry).length, 3);
    const links = ['- [A](https://b.example)', '- [B](https://c.example)'];
    assert.equal(told(...two, ...section('Crane', ...points), ...section('Ship', ...links)).length, 6);
  });

  it('may be bold, but is not a story above items with links of their own', () => {
    const bold = (title: string, ...items: string[]) => [
      `**[1] [${title}](https://a.example)**`,
      '',
      ...items,
      '',
    ];
    const told = (...lines: string[]) => takeawaysOf(...lines).map(({ label, text }) => [label, text]);
    assert.deepEqual(told(...bold('Ferry stops', '- Late.', '- Dear.'), ...bold('Crane comes', '- Red.')), [
      ['[1] Ferry stops', 'Late.\nDear.'],
      ['[1] Crane comes', 'Red.'],
    ]);
    const links = ['- [Ferry](https://b.example)', '- [Tug](https://c.example)'];
    assert.equal(told(...bold('Gazette', ...links), ...bold('Courier', ...links)).length, 4);
  });
});

describe('Quotations with a link each', () => {
  const quoted = (name: string) => [`> ${name} stops at nine — Ann [Gazette](https://a.example/${name})`, ''];

  it('are stories if a section has nothing else', () => {
    assert.deepEqual(stories(...quoted('Ferry1'), ...quoted('Tug2')), [
      ['Ferry1 stops at nine — Ann Gazette', '1'],
      ['Tug2 stops at nine — Ann Gazette', '2'],
    ]);
  });

  it('are not stories with text beside them, or if one has no link', () => {
    assert.deepEqual(stories(...quoted('Ferry1'), 'It is late.', '', ...quoted('Tug2')), []);
    assert.deepEqual(stories(...quoted('Ferry1'), '> The tug goes on.'), []);
    assert.deepEqual(stories(...quoted('Ferry1')), []);
  });
});

describe('Sentences with a link each', () => {
  const [ann, bob] = [
    '[Ann](https://a.example/1) has found a map.',
    '[Bob](https://a.example/2) asks: is it old?',
  ];
  const third = 'The office shows [a boat](https://a.example/3).';

  it('are stories with the quotations below them, if half begin with their link', () => {
    assert.deepEqual(stories(ann, '', '> It was here.', '', bob, '', third), [
      ['Ann has found a map.', '1'],
      ['Bob asks: is it old?', '2'],
      ['The office shows a boat.', '3'],
    ]);
    assert.equal(
      takeawaysOf(ann, '', '> It was here.', '', bob, '', third)[0]?.text.split('\n')[1],
      'It was here.',
    );
  });

  it('are prose if one has no link, is no sentence, or most begin otherwise', () => {
    assert.deepEqual(stories(ann, '', bob, '', 'The office is closed.'), []);
    assert.deepEqual(stories(ann, '', bob, '', 'See [the boat](https://a.example/3):'), []);
    assert.deepEqual(stories(ann, '', third, '', third), []);
    assert.deepEqual(stories(ann, '', bob), []);
    for (const joint of [': it', ' It', ' — it'])
      assert.deepEqual(stories(ann, '', `[More](https://a.example/2)${joint} stops.`, '', third), []);
    assert.deepEqual(stories('> It was here.', '', ann, '', bob, '', third), []);
  });
});
