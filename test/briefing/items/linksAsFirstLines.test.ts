import assert from 'node:assert/strict';
import { read, takeawaysOf } from '../support/fixture.ts';

const headline = (words: string, n: number) => `[${words}](https://a.example/${String(n)})  `;
const labels = (...lines: string[]) => takeawaysOf(...lines).map(({ label }) => label);

describe('Paragraphs whose first line is a link', () => {
  const story = (n: number) => [headline(`Ferry ${String(n)} stops`, n), 'The office says so.', ''];

  it('are stories with the blocks below them', () => {
    const lines = ['Good morning.', '', ...story(1), ...story(2), '```', 'code', '```', '', ...story(3)];
    assert.deepEqual(labels(...lines), ['Ferry 1 stops', 'Ferry 2 stops', 'Ferry 3 stops']);
    assert.match(takeawaysOf(...lines)[1]?.text ?? '', /^The office says so\.\ncode/);
    // Also in a text without headings.
    assert.equal(read('# Title', '', ...lines).sections[0]?.takeaways.length, 3);
  });

  it('may have only code below one of them', () => {
    const lines = [
      ...story(1),
      ...story(2),
      headline('Crane code', 4),
      '```',
      'code',
      '```',
      '',
      ...story(3),
    ];
    assert.deepEqual(labels(...lines), ['Ferry 1 stops', 'Ferry 2 stops', undefined, 'Ferry 3 stops']);
  });

  it('may have their source on the second line, or be a name above words', () => {
    const stories = [1, 2, 3].flatMap((n) => [
      headline(`Ferry ${String(n)} stops`, n),
      `[works.example](https://works.example/${String(n)})  `,
      'Found by **Ann**',
      '',
    ]);
    assert.deepEqual(labels(...stories), ['Ferry 1 stops', 'Ferry 2 stops', 'Ferry 3 stops']);
    const tools = ['ferry', 'crane', 'tug'].flatMap((name, n) => [
      headline(name, n),
      'It moves ships around.',
      '',
    ]);
    const address = ['[Share](https://a.example/9)', '', 'Pier 4', '', '**Written by Ann**', '', '© Ann', ''];
    assert.deepEqual(labels(...tools, ...address, ...address), ['ferry', 'crane', 'tug']);
  });

  it('are stories if more of them begin before lines with bold words', () => {
    const remarks = ['**Jobs**', '', '**Got a link?** Send it to us.', '', '**Sponsors:** None.', ''];
    const lines = [1, 2, 3, 4].flatMap(story);
    assert.deepEqual(
      labels(...lines, ...remarks).slice(0, 4),
      [1, 2, 3, 4].map((n) => `Ferry ${n} stops`),
    );
  });

  it('are not stories if there are two, few among others, or if the link is one word or an address', () => {
    const prose = ['It is late, and the office sleeps.', ''];
    assert.deepEqual(labels(...story(1), ...story(2)), []);
    assert.deepEqual(
      labels(...story(1), ...story(2), ...story(3), ...prose, ...prose, ...prose, ...prose),
      [],
    );
    const other = (words: string) => [1, 2, 3].flatMap((n) => [`${words}/${String(n)}`, 'It stops.', '']);
    assert.deepEqual(labels(...other('<https://a.example>'.slice(1, -1))), []);
    assert.deepEqual(labels(...[1, 2, 3].flatMap((n) => [headline('Link', n), 'It stops.', ''])), []);
  });
});

describe('Paragraphs that begin with a link and a dash', () => {
  const story = (n: number, joint: string) => [
    `[Ferry ${String(n)}](https://a.example/${String(n)})${joint}The office says so.`,
    '',
  ];

  it('are stories, each with the name of its writer', () => {
    for (const joint of [' — ', ' – ', ' - ', ' -- ', ': ']) {
      const lines = [1, 2, 3].flatMap((n) => [...story(n, joint), 'Ann Example', '']);
      for (const above of [[], ['#12 of the letter', '', '![](a.png)', '']])
        assert.deepEqual(labels(...above, ...lines), ['Ferry 1', 'Ferry 2', 'Ferry 3'], joint);
      assert.match(takeawaysOf(...lines)[1]?.text ?? '', /^The office says so\.\nAnn Example$/);
    }
  });

  it('may begin with a sign', () => {
    const lines = [...story(1, ' — '), '▶ ', ...story(2, ' — '), ...story(3, ' — ')].join('\n');
    assert.deepEqual(labels(lines.replace('▶ \n', '▶ ')), ['Ferry 1', 'Ferry 2', 'Ferry 3']);
    assert.deepEqual(labels(lines.replace('▶ \n', 'See ')), []);
  });

  it('are not stories if they are two, or follow other sentences', () => {
    const two = [...story(1, ' — '), ...story(2, ' — ')];
    assert.deepEqual(labels(...two), []);
    const prose = [1, 2, 3, 4].flatMap(() => ['It is late, and the office sleeps.', '']);
    assert.deepEqual(labels(...prose, ...two, ...story(3, ' — ')), []);
  });
});

describe('An item whose first line is a link', () => {
  it('has the link as its label unless the sentence continues', () => {
    const label = (...lines: string[]) =>
      labels(`- [Ferry stops](https://a.example)${lines.join('\n  ')}`)[0];
    assert.equal(label('', 'The office says so.'), 'Ferry stops');
    assert.equal(label(' (Gazette)', 'The office says so.'), 'Ferry stops');
    for (const next of ['says the office.', '. It is late.', '— and goes.'])
      assert.equal(label('', next), undefined, next);
    assert.equal(label(',', 'The crane comes'), undefined);
    // The author has wrapped the line.
    assert.equal(label('', 'The office', 'says so.'), undefined);
    assert.equal(label('', 'Harbour | 3 March', 'The office says so.'), 'Ferry stops');
    assert.equal(labels('- <https://a.example/b>', '  The office says so.')[0], undefined);
  });
});

describe('Paragraphs that start with a link and a colon', () => {
  const lines = (...paragraphs: string[]) =>
    takeawaysOf(...paragraphs.flatMap((paragraph) => [paragraph, ''])).map(
      ({ label = '', text }) => `${label} | ${text.replaceAll('\n', ' / ')}`,
    );
  const ferry = '[Ferry](https://a.example/1): It stops at nine.';
  const crane = '[Crane](https://a.example/2): It comes by barge.';
  const tug = '[Tug](https://a.example/3): It goes.';

  it('are items if there are three in a section, and half of its paragraphs or the first one start so', () => {
    const items = ['Ferry | It stops at nine.', 'Crane | It comes by barge.', 'Tug | It goes.'];
    assert.deepEqual(lines(ferry, crane, tug), items);
    assert.deepEqual(lines('Three came in.', ferry, crane, tug), items);
    assert.deepEqual(
      lines(ferry, crane, 'By noon.', 'It is red.', 'It is old.', 'It is late.', tug).slice(1),
      ['Crane | It comes by barge. / By noon. / It is red. / It is old. / It is late.', 'Tug | It goes.'],
    );
    assert.deepEqual(lines(ferry.replace('It', '[It](https://a.example/4)'), crane, tug), items);
    assert.deepEqual(lines(ferry.replace(' It', '\n[It](https://a.example/4)'), crane, tug), []);
    assert.deepEqual(lines(ferry, crane), []);
    assert.deepEqual(lines('Ann asks.', ferry, 'So does Bob.', crane, 'And Carol.', tug, 'And Dan.'), []);
  });

  it('end above a list of more links, and above a bold line', () => {
    const more = '- [Bridge](https://a.example/4): It is shut.\n- [Quay](https://a.example/5): It is wet.';
    const ends = lines(ferry, crane, tug, '**Elsewhere**', more);
    assert.deepEqual(ends.slice(2), ['Tug | It goes.', 'Bridge | It is shut.', 'Quay | It is wet.']);
  });

  it('are not items if the links only name a kind of target', () => {
    const sources = [1, 2, 3].map((at) => `[Source](https://a.example/${at}): the harbour office.`);
    assert.deepEqual(lines(...sources), []);
  });
});

describe('Lines of a paragraph with a link and its description', () => {
  const lines = (...paragraphs: string[]) =>
    takeawaysOf(paragraphs.join('\n\n')).map(
      ({ label = '', text }) => `${label} | ${text.replaceAll('\n', ' / ')}`,
    );
  const said = (...marks: string[]) =>
    marks.map((mark, i) => `[${['Ferry', 'Crane', 'Tug'][i]}](https://a.example/${i})${mark}`).join('\n');

  it('are items if there are three, regardless of the rest of the section', () => {
    const more = ['Ann has been busy.', 'She has read the plans.', 'Merged:'];
    assert.deepEqual(lines(...more, said(' - it stops', ' — it comes', ': it goes')).slice(-3), [
      'Ferry | it stops',
      'Crane | it comes',
      'Tug | it goes',
    ]);
  });

  it('are not items if there are two, or if one has no description', () => {
    assert.deepEqual(lines('Merged.', said(' - it stops', ' - it comes')), []);
    assert.deepEqual(lines('Merged.', said(' - it stops', ' - it comes', ' goes')), []);
  });
});

describe('Two paragraphs that tell of a link', () => {
  const told = (n: number) => [
    `[Ferry ${String(n)} stops](https://a.example/${String(n)}) - It is late.`,
    '',
  ];
  const ofLast = (...lines: string[]) =>
    read('# Title', '', ...lines)
      .sections.at(-1)
      ?.takeaways.map(({ label }) => label);

  it('are stories if the text has three', () => {
    const first = ['## Ports', '', ...told(1), ...told(2), ...told(3)];
    assert.deepEqual(ofLast(...first, '## Quays', '', ...told(4), ...told(5)), [
      'Ferry 4 stops',
      'Ferry 5 stops',
    ]);
    assert.deepEqual(ofLast(...first, '## Quays', '', ...told(4)), []);
    assert.deepEqual(ofLast('## Quays', '', ...told(4), ...told(5)), []);
  });
});
