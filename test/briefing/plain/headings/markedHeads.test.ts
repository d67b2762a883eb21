import assert from 'node:assert/strict';
import { headings } from '../../support/headings.ts';
import { timedHeads } from '../../../../src/briefing/plain/headings/markedHeads.ts';

const PROSE = 'The ferry goes at nine.';
const LONG = `${'The clock strikes on the square. '.repeat(4)}It does.`;

describe('A lead-in', () => {
  it('belongs to the list below it, and a short line above it is the heading of both', () => {
    for (const lines of [
      [PROSE, '', 'Ferries', 'Three lines stop this week:', '- a', '- b'],
      [PROSE, '', 'Ferries', '', 'Three lines stop this week:', '', '- a', '- b'],
      ['Key Takeaways', '- a', 'Ferries', 'Three lines stop this week:', '- b', '- c'],
      ['- a', 'Ferries', 'These stop:', '- b', 'Tugs', 'These wait:', '- c', '- d'],
      ['- a', '渡轮', '三条航线停航：', '- b', '- c'],
    ]) {
      const names = lines.filter((line) => /^(?:Key|Ferries|Tugs|渡轮)/.test(line));
      assert.deepEqual(headings(lines), names, lines.join(' / '));
    }
  });
});

describe('The names of columns', () => {
  it('are not a heading above a rule with a piece for each column', () => {
    const table = (name: string) => [PROSE, '', `${name}  Berth`, '-----  -----', 'Ann    7', ''];
    assert.deepEqual(headings([...table('Ferry'), ...table('Crane')]), []);
    const underlined = (name: string) => [PROSE, '', name, '- - - - -', 'Ann sails at seven.', ''];
    assert.deepEqual(headings([...underlined('Ferries'), ...underlined('Cranes')]), ['Ferries', 'Cranes']);
  });
});

describe('An address above a rule', () => {
  it('is not a heading', () => {
    const rule = '-------------------';
    assert.deepEqual(headings([PROSE, '', 'https://a.example/1', rule, '', 'Ferries', rule, PROSE]), [
      'Ferries',
    ]);
  });
});

describe('A line that ends in a colon above a list', () => {
  it('is a heading if the text has another one', () => {
    for (const lines of [
      ['Harbour brief', 'Ferries:', '- a', '- b', 'Tugs:', '- c'],
      [PROSE, 'Ferries:', '- a', '- b', 'Tugs:', '- c'],
      ['港口日报', '2026年3月3日', '', '渡轮：', '- a', '', '拖船：', '- b'],
      [PROSE, '', 'Ferries:', '', '- a', '- b', '', 'Tugs:', '', '- c'],
      ['- z', '渡轮：', '- a', '拖船：', '- c'],
      ['- z', 'Паромы:', '- a', 'Буксиры:', '- c'],
    ]) {
      const names = lines.filter((line) => /[:：]$/.test(line));
      const found = headings(lines).filter((words) => !/^(?:Harbour brief|港口日报)$/.test(words));
      assert.deepEqual(found, names, lines.join(' / '));
    }
  });

  it('is not a heading alone, if it is long, or if a short line is above it', () => {
    assert.deepEqual(headings([PROSE, 'Ferries:', '- a', '- b']), []);
    const long = 'Three of the ferry lines stop this week then:';
    assert.deepEqual(headings([PROSE, long, '- a', '', PROSE, long, '- b']), []);
  });

  it('is not a heading at the end of a sentence that goes over several lines', () => {
    const sentence = [
      'The whole timetable was written long ago in a letter by',
      'Ann and Bob:',
      '',
      '- a',
      '',
    ];
    assert.deepEqual(headings([...sentence, PROSE, '', ...sentence]), []);
  });
});

describe('A line in a chat’s bold syntax that ends in a colon', () => {
  it('is a heading if the text has another one, whatever is below', () => {
    const lines = [PROSE, '', '*Ferries:*', PROSE, '', '*Tugs:*', '- a'];
    assert.deepEqual(headings(lines), ['*Ferries:*', '*Tugs:*']);
  });
});

describe('A row of short lines', () => {
  it('is not a heading', () => {
    const names = ['Ann Example', 'Bob Example', 'Carol Example'];
    assert.deepEqual(headings([LONG, ...names, LONG]), []);
    assert.deepEqual(headings([LONG, ...names, '- a']), []);
    assert.deepEqual(headings([LONG, '', ...names, '', LONG]), []);
    assert.deepEqual(headings(['Harbour brief', ...names.slice(0, 2), LONG]), ['Ann Example', 'Bob Example']);
  });
});

describe('A label that several lines start with', () => {
  it('does not make these lines headings', () => {
    assert.deepEqual(headings([PROSE, '', 'Host: What next?', '', LONG]), ['Host: What next?']);
    assert.deepEqual(headings(['Host: Hello.', '', 'Host: What next?', '', LONG]), []);
  });
});

describe('Capitals', () => {
  it('that recur are headings above a longer line, even one that does not end a sentence', () => {
    const source = ['The last one leaves at nine', 'Source: Harbour Office'];
    assert.deepEqual(headings([PROSE, '', 'FERRIES', ...source]), []);
    assert.deepEqual(headings([PROSE, '', 'FERRIES', ...source, '', 'TUGS', ...source]), ['FERRIES', 'TUGS']);
    assert.deepEqual(headings([PROSE, '', 'THE FERRY IS', 'LATE AND SO ON IT GOES', 'AND', '', PROSE]), []);
  });
});

describe('Numbered short lines that stand apart', () => {
  const mail = (...heads: string[]) => heads.flatMap((head) => [head, '', PROSE, '']);

  it('are headings if each continues the numbers and has prose below it', () => {
    for (const heads of [
      ['1 big thing: Ferries stop', '2. Tugs', '3. Bridges'],
      ['1. Ferries', '2. Tugs'],
      ['1) Ferries', '(2) Tugs'],
      ['4. Ferries?', '5. Tugs?'],
    ])
      assert.deepEqual(headings(mail(...heads)), heads);
    assert.deepEqual(headings(['1. Ferries', '', '- a', '- b', '', '2. Tugs', '', PROSE]), [
      '1. Ferries',
      '2. Tugs',
    ]);
  });

  it('are not headings in a list, alone, as sentences, or if the numbers do not continue', () => {
    for (const heads of [
      ['1. Ferries'],
      ['1. They stop.', '2. They wait.'],
      ['1. Ferries', '3. Tugs'],
      ['1 story', '2 stories'],
    ])
      assert.deepEqual(headings(mail(...heads)), [], heads.join());
    assert.deepEqual(headings(['1. Ferries', '', '2. Tugs', '', PROSE]), []);
    assert.deepEqual(headings(['1. Ferries', PROSE, '', '2. Tugs', PROSE]), []);
    assert.deepEqual(headings(['1. Ferries', '', '   - a', '', '2. Tugs', '', PROSE]), []);
  });

  it('are headings below rules, whatever is below them', () => {
    const rule = '-'.repeat(20);
    const below = [rule, '1. The ferry, and what else stops:', '', '   Source: Gazette', ''];
    const more = [rule, '', '2. Tugs', '', '   1. Ann', '   2. Bob', ''];
    assert.deepEqual(headings([PROSE, '', ...below, ...more]), [below[1], '2. Tugs']);
    assert.deepEqual(headings([PROSE, '', ...below, ...more.slice(1)]), []);
  });

  it('are headings with Roman numbers, whatever is below them', () => {
    const lines = [
      'I. Ferries',
      '',
      `  ${PROSE}`,
      '',
      'II. Tugs',
      '',
      '1) Ann',
      '2) Bob',
      '',
      'III. Cranes',
      '',
      PROSE,
    ];
    assert.deepEqual(headings(lines.slice(2)), ['II. Tugs', 'III. Cranes']);
  });

  it('are headings right above their lists, even if a program has left out numbers', () => {
    const list = (name: string) => ['', name, '- a', '- b'];
    const lines = ['1. Ferries', '3. Tugs', '7. Bridges'].flatMap(list);
    assert.deepEqual(headings(lines.slice(1)), ['1. Ferries', '3. Tugs', '7. Bridges']);
    // Two could also be the items of one list, and so could all if one has no text below.
    assert.deepEqual(headings(lines.slice(1, 8)), []);
    assert.deepEqual(headings([...lines.slice(1), '', '8. Gulls']), []);
  });
});

describe('Underlined lines', () => {
  it('are headings with half their width, or with less if the text has another underlined line', () => {
    assert.deepEqual(headings([PROSE, '', 'the news', '----', PROSE]), ['the news']);
    assert.deepEqual(headings([PROSE, '', 'the news', '---', PROSE]), []);
    assert.deepEqual(headings([PROSE, '', 'the news', '---', PROSE, '', 'more of it', '---', PROSE]), [
      'the news',
      'more of it',
    ]);
  });

  it('may be numbered, but not items of another kind', () => {
    assert.deepEqual(headings(['1 big thing: Ferries', '-----', PROSE, '', '2. The tugs', '-----', PROSE]), [
      '1 big thing: Ferries',
      '2. The tugs',
    ]);
    assert.deepEqual(headings([PROSE, '', '- tugs', '------', PROSE]), []);
  });

  it('do not make headings of the bare lines between them', () => {
    const lines = [
      PROSE,
      '',
      'Ferries',
      '-------',
      PROSE,
      '',
      'Tugs',
      '----',
      PROSE,
      '',
      'On the river',
      '',
      LONG,
    ];
    assert.deepEqual(headings(lines), ['Ferries', 'Tugs']);
  });
});

describe('Stars and labels', () => {
  it('head parts of the text below rules, whatever else is a list', () => {
    const rule = '-'.repeat(30);
    const story = (name: string) => [rule, '', `* ${name}`, '', PROSE, '', 'Links:', 'See a.example', ''];
    const contents = ['In this issue:', '* Ferries', '* Tugs and all that is', '\tWith Them', '* Cranes', ''];
    const lines = [PROSE, '', ...contents, ...story('Ferries'), ...story('Tugs'), ...story('Cranes')];
    assert.deepEqual(headings(lines), ['Ferries', 'Tugs', 'Cranes']);
  });

  it('head the lists with other marks below them', () => {
    const group = (name: string) => [`* ${name}:`, '- The last boat', '- The first boat', ''];
    const lines = ['HARBOUR NOTES', '', ...group('Ferries'), ...group('Tugs'), '* Thanks (to all)'];
    assert.deepEqual(headings(lines), ['HARBOUR NOTES', 'Ferries:', 'Tugs:']);
    const alone = ['HARBOUR NOTES', '', ...group('Ferries'), '* Thanks (to all)'];
    assert.deepEqual(headings(alone), ['HARBOUR NOTES']);
  });

  it('are no headings if they are days of entries', () => {
    const entries = [
      '3 March 2026: Ferry stops',
      '',
      '2 March 2026: Tug comes',
      '',
      '1 March 2026: Crane',
      '',
    ];
    const told = [
      '28 Feb 2026: The office',
      '',
      LONG,
      '',
      '27 Feb 2026: Ice',
      '',
      '26 Feb 2026: Snow',
      '',
      PROSE,
    ];
    assert.deepEqual(headings([PROSE, '', ...entries, ...told]), []);
    assert.deepEqual(headings([PROSE, '', '3 March 2026: Ferry stops', '', LONG]), [
      '3 March 2026: Ferry stops',
    ]);
  });

  it('are those of a company, or of a time in capitals, with its full stop', () => {
    for (const head of ['Harbour Boats Inc.', 'BOARD MEETING AT THE OLD QUAY, 8:30 P.M.'])
      assert.deepEqual(headings([PROSE, '', head, '', LONG]), [head]);
    assert.deepEqual(headings([PROSE, '', 'We meet at 8 P.M.', '', LONG]), []);
  });
});

describe('The parts of a script, by their times', () => {
  const ONE = '[00:35] STORY 1 — The ferry stops';
  const TWO = '[02:30] 2B) The crane comes';
  const END = '[1:09:30] The end: what to watch';
  const script = (...heads: readonly string[]) =>
    heads.flatMap((head) => [head, LONG, '', 'So what?', LONG, '']);

  it('are headings if there are at least three, while bare lines beside them are not', () => {
    assert.deepEqual(headings([PROSE, '', ...script(ONE, TWO, END)]), [ONE, TWO, END]);
    assert.deepEqual(headings([PROSE, '---', ...script(ONE, '', TWO, END)]), [ONE, TWO, END]);
    assert.equal(timedHeads([PROSE, '', ...script(ONE, TWO)]).size, 0);
  });

  it('are not headings if they are speech', () => {
    for (const lines of [
      [`${ONE}.`, LONG, '', `${TWO}.`, LONG, '', `${END}!`, LONG],
      [ONE, TWO, END, LONG],
      [ONE, 'and it goes', '', TWO, 'on and on', '', END, 'it says.'],
      [ONE, LONG, '', TWO, LONG, '', END, LONG, ...[1, 2, 3].map((n) => `[05:0${n}] Ann: It goes.`)],
      ['[00:10] Ann: So it stops', LONG, '', '[00:20] Bob: Does it', LONG, '', '[00:30] Ann: It does', LONG],
      ['[00:35] Ann', LONG, '', '[00:40] Bob', LONG, '', '[00:45] Ann', LONG],
    ])
      assert.equal(timedHeads([PROSE, '', ...lines]).size, 0, lines.join(' / '));
  });
});

describe('Short lines numbered in Chinese', () => {
  const told = '渡轮停了，因为今天的风太大了，船都在港口里等着。';

  it('are headings if each has text of its own below', () => {
    assert.deepEqual(headings([told, '', '一、今日要点', told, '', '📦 二、市场', '- 一', '- 二']), [
      '一、今日要点',
      '📦 二、市场',
    ]);
  });

  it('are not headings if there is one, if they end a sentence, or if the numbers do not continue', () => {
    assert.deepEqual(headings([told, '', '一、渡轮', '', '二、起重机', '', '三、拖船']), []);
    assert.deepEqual(headings([told, '', '一、渡轮停了。', told, '', '二、起重机来了。', told]), []);
    assert.deepEqual(headings([told, '', '一、渡轮停了，', told]), []);
  });
});

describe('A line with a star', () => {
  const text = (...below: string[]) => [
    'Minutes of the harbour',
    '',
    ...['* ferries', '', PROSE, '', PROSE, '', '* Ann: the *old* crane', '', PROSE],
    ...below,
  ];

  it('is a heading if all such lines are between blank lines, above prose', () => {
    assert.deepEqual(headings(text()), ['Minutes of the harbour', 'ferries', 'Ann: the *old* crane']);
  });

  it('is an item if another one is in a list, or has indented text below it', () => {
    const lists = [
      ['', '* a', '* b'],
      ['', '* It stops.', '', PROSE],
      ['', '* a', '', '  indented'],
      ['', '* a', PROSE],
    ];
    for (const below of lists) assert.deepEqual(headings(text(...below)), ['Minutes of the harbour']);
    assert.deepEqual(headings(['Minutes', '', '* ferries', '', PROSE]), ['Minutes']);
    assert.deepEqual(headings([...text(), '', '* the end', '']), ['Minutes of the harbour']);
  });
});
