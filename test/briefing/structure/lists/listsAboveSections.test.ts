import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { read } from '../../support/fixture.ts';

/** The reading items above the first section. */
function above(...lines: string[]): string[] {
  const briefing = read('# Harbour week', '', ...lines, '', '## Cranes', '', '- It is late.');
  return readingItems(briefing)
    .slice(0, -1)
    .map(({ kind, label, text }) => `${kind}: ${label ?? text}`);
}

describe('A list above the first section', () => {
  const stories = [
    '- [The last ferry stops](https://a.example/1): at nine from Monday on',
    '- [A new crane comes](https://a.example/2)',
    '- [Bridge closed until May](https://b.example/3)',
  ];

  it('has stories if its items start with a headline that is a link', () => {
    assert.deepEqual(above('Good morning.', '', ...stories), [
      'passage: Harbour week',
      'takeaway: The last ferry stops',
      'takeaway: A new crane comes',
      'takeaway: Bridge closed until May',
    ]);
  });

  it('has stories if each of its two or more items ends in its source', () => {
    const told = [
      '- The last ferry leaves at nine. https://a.example/1',
      '- A new crane comes https://a.example/2',
    ];
    assert.deepEqual(above(...told), [
      'takeaway: The last ferry leaves at nine. https://a.example/1',
      'takeaway: A new crane comes https://a.example/2',
    ]);
    assert.equal(above('1. 港口的新起重机 https://a.example/1', '2. 渡轮停运 https://a.example/2').length, 2);
    assert.equal(
      above('- It is late ([Gazette](https://a.example/1))', '- It stops. [Herald](https://b.example)')
        .length,
      1,
    );
    assert.equal(
      above('- It is so late ([Gazette](https://a.example/1))', '- It stops now. [Herald](https://b.example)')
        .length,
      2,
    );
  });

  it('has stories if nearly all of three or more items are told in sentences', () => {
    const told = [
      '* The last ferry of the day now leaves at nine, as it did before the war.',
      '* A new crane comes ([more](https://a.example/2)), and is said to be the largest on the coast.',
      '* The bridge stays closed until May, because its bearings are late.',
    ];
    assert.equal(above('Good morning.', '', 'In search of people (say where):', '', ...told).length, 4);
    assert.equal(above(...told, '* Late', '* Later').length, 1);
    assert.equal(above(...told.slice(1)).length, 1);
    // Without sections, it also needs as many letters as the text around it.
    const items = (...lines: string[]) => readingItems(read('# Harbour week', '', ...lines)).length;
    const long = 'It was a long week for all who work here, and many of them say so. '.repeat(2);
    const around = [long, '', 'So here is what we saw:', '', ...told, '', 'See you next week!', '', 'Ann'];
    assert.equal(items(...around), 5);
    assert.equal(items(long, '', long, '', ...around), 1);
  });

  it('has stories if each of four or more items has a link, and nearly all are sentences', () => {
    const linked = (end: string) =>
      ['ferry', 'crane', 'tug', 'bridge'].map(
        (name) => `- How [the ${name}](https://a.example/${name}) stops${end}`,
      );
    assert.equal(above('News:', '', ...linked('.')).length, 4);
    assert.equal(above(...linked('')).length, 1);
    assert.equal(above(...linked('.').slice(1)).length, 1);
    assert.equal(above(...linked('.'), '- It is late.').length, 1);
  });

  it('has stories below a line that announces news', () => {
    const list = ['1). The ferry stops', '2). The crane comes'];
    assert.equal(above('Changes since 1.2:', '', ...list, '', 'Thanks.').length, 3);
    assert.equal(above('What you can do:', '', ...list, '', 'Thanks.').length, 1);
  });

  it('has no stories if it gives facts about the text', () => {
    assert.equal(above('- Website https://a.example', '- Archive https://b.example').length, 1);
    assert.equal(
      above('- Subscribe by mail: https://a.example', '- Talk to us: https://b.example').length,
      1,
    );
    assert.equal(
      above('- Follow us on [Mastodon](https://a.example)', '- Read it in the [archive](https://b.example)')
        .length,
      1,
    );
    assert.equal(
      above('- The last ferry leaves at nine. https://a.example', '- A new crane comes.').length,
      1,
    );
  });

  it('has no stories with two items, with names, with sections, or if the link is in a sentence', () => {
    assert.equal(above(...stories.slice(1)).length, 1);
    assert.equal(above(...stories, '- [Map](https://a.example/map)').length, 1);
    assert.equal(above(...stories, '- See [the new crane here](https://a.example/c)').length, 1);
    assert.equal(above(...stories, '- [All of the cranes](#cranes)').length, 1);
  });
});
