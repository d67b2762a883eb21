import assert from 'node:assert/strict';
import { readingItems } from '../../../src/briefing/readingItems.ts';
import { read, takeawaysOf } from '../support/fixture.ts';

const labels = (...lines: string[]) => takeawaysOf(...lines).map(({ label }) => label);

describe('The items of a list of headlines and their sources', () => {
  const list = (...words: string[]) =>
    labels(...words.map((one, i) => `- ${one} — [Gazette](https://a.example/${i})`));

  it('have no labels', () => {
    assert.deepEqual(list('Ferry: late again', 'Crane comes', 'The bridge is closed'), [
      undefined,
      undefined,
      undefined,
    ]);
    assert.deepEqual(
      labels(
        '- Hafen: Fähre steht ([Bote](https://a.example/1))',
        '- Der Kran kommt ([Bote](https://a.example/2))',
        '- Die Brücke ist zu → [Bote](https://a.example/3)',
      ),
      [undefined, undefined, undefined],
    );
  });

  it('have no labels if the source is a name behind a hyphen, or an address behind a colon', () => {
    const named = ['- Ferry: it is late again - Gazette', '- The crane comes – at last - a.example'];
    const found = labels(...named, '- Die Brücke ist zu - Der Bote', '- Och kranen är här - SVT Nyheter');
    assert.deepEqual(found, [undefined, undefined, undefined, undefined]);
    const linked = ['Ferry: late again today', 'The crane comes', 'Most jest znów zamknięty'].map(
      (words, i) => `- ${words}: https://a.example/${i}`,
    );
    assert.deepEqual(labels(...linked), [undefined, undefined, undefined]);
    const prices = [
      '- Fare of the ferry: 2 - 3 €',
      '- Fare of the tug: 4 - 5 €',
      '- Fare of a crane: 6 - 7 €',
    ];
    assert.deepEqual(labels(...prices)[0], 'Fare of the ferry');
    assert.deepEqual(labels('- Code: https://a.example/1', '- Paper: https://a.example/2')[0], 'Code');
  });

  it('have labels if half of them have a colon, if they are sentences, or if the headline is marked', () => {
    assert.deepEqual(list('Ferry: late again', 'Crane: here', 'The bridge is closed').slice(0, 2), [
      'Ferry',
      'Crane',
    ]);
    assert.deepEqual(list('Ferry: It is late.', 'The crane comes.', 'The bridge is closed.')[0], 'Ferry');
    assert.deepEqual(list('**Ferry:** late again', 'Crane comes', 'The bridge is closed')[0], 'Ferry');
    assert.deepEqual(list('Ferry: late again', 'Crane comes')[0], 'Ferry');
  });
});

describe('First lines that had room for the next word', () => {
  it('are the labels of a list if most items have one', () => {
    assert.deepEqual(
      labels(
        ...['1. Ferry: no boat today', '   The harbour office said so on Monday', '   at nine.'],
        ...[
          '2. 橋が閉まる',
          '   新聞 | 2026/03/03',
          '   橋は五月まで閉まる。町はそう言った。',
          '   https://a.example/2',
        ],
      ),
      ['Ferry: no boat today', '橋が閉まる'],
    );
  });

  it('are above words with an address below, if the longest line of the list shows the room', () => {
    const list = [
      ...['- The ferry stops at nine on Monday', '  The crew is tired', '  🔗 https://a.example/1'],
      ...['- Kran: er kommt', '  Die Stadt hat ihn in einem fernen Hafen gekauft', '  https://a.example/2'],
    ];
    assert.deepEqual(labels(...list), ['The ferry stops at nine on Monday', 'Kran: er kommt']);
    const words = list.filter((line) => !line.includes('://'));
    assert.deepEqual(labels(...words), [undefined, 'Kran']);
  });

  it('are not if a wrapped line is full, or continues in small letters, or if they are lines of verse or an address', () => {
    for (const lines of [
      ['- The harbour office of the old town says in', '  Dublin that it stops. It is late.'],
      ['- The office says', '  that it stops the boats on Monday. It is late.'],
      ['- The moon stands,', '  The stars go on their way. So late.'],
      ['- Ann Example', '  Harbour Street 5, by the old bridge', '  1234 Dublin'],
    ])
      assert.deepEqual(labels(...lines, ...lines), [undefined, undefined], lines[0]);
    assert.deepEqual(
      labels('- Ferry stops', '  The office has said so today.', '- It is late.', '- So it is.'),
      [undefined, undefined, undefined],
    );
  });
});

describe('First lines above nested lists', () => {
  const about = (name: string, ...points: string[]) => [
    `- ${name}`,
    ...points.map((point) => `  - ${point}`),
  ];

  it('are the labels of a list if half of the nested lists have the same label', () => {
    assert.deepEqual(
      labels(
        ...about('The last ferry stops', 'Fact: The office has said so.', 'View (Ann): It is late.'),
        ...about('The crane turns', '**Fact:** It is new.'),
        ...about('The bridge', 'It is old.'),
      ),
      ['The last ferry stops', 'The crane turns', undefined],
    );
    assert.deepEqual(
      labels(...about('船が止まる', '事実：遅れた。'), ...about('橋は古い', '事実：昔の橋。')),
      ['船が止まる', '橋は古い'],
    );
  });

  it('are not if the lists have an address or labels of their own, or if the lines are sentences', () => {
    const none = [undefined, undefined];
    const addresses = [...about('Ferry stops', 'https://a.example'), ...about('Crane', 'https://b.example')];
    assert.deepEqual(labels(...addresses), none);
    assert.deepEqual(
      labels(...about('Ferry stops', 'Fact: Late.'), ...about('Crane turns', 'View: New.')),
      none,
    );
    assert.deepEqual(labels(...about('It stops.', 'Fact: Late.'), ...about('of late', 'Fact: New.')), none);
    const own = [...about('Ferry: it stops', 'Fact: Late.'), ...about('Crane: it turns', 'Fact: New.')];
    assert.deepEqual(labels(...own), ['Ferry', 'Crane']);
  });
});

describe('A label before a dash', () => {
  it('is recognized if four fifths of the items, and at least three, have a sentence after their only one', () => {
    const [A, B, C] = ['The ferry stops at nine', 'Tolls rise by 6%', 'New rule on shore power'];
    const dashed = [A, B, C].map((label) => `- ${label} — The office says so. (https://a.example)`);
    assert.deepEqual(labels(...dashed), [A, B, C]);
    const D = 'The crane comes';
    assert.deepEqual(labels(...dashed, `- ${D} – In May.`, '- It is late — they say — again.'), [
      ...[A, B, C, D],
      undefined,
    ]);
    for (const other of ['- It is late.', '- The gate is late — they say.'])
      assert.deepEqual(labels(...dashed, other), Array(4).fill(undefined), other);
    assert.deepEqual(labels(...dashed.slice(1)), [undefined, undefined]);
    const names = [A, B, C].map((words) => `- ${words} — Gazette`);
    assert.deepEqual(labels(...names), Array(3).fill(undefined));
    const told = (after: string) =>
      ['船、九時に停止', 'クレーン、来る', '橋の料金'].map((one) => `- ${one} — ${after}`);
    assert.deepEqual(labels(...told('港の事務所が二日の会見で公表（港新聞）')), [
      '船、九時に停止',
      'クレーン、来る',
      '橋の料金',
    ]);
    assert.deepEqual(labels(...told('港新聞（夕刊）')).slice(0, 2), [undefined, undefined]);
  });
});

describe('First lines above a quotation', () => {
  it('are the labels of their items, unless they are sentences or addresses', () => {
    assert.deepEqual(
      labels(
        '- [The last ferry stops](https://a.example/1)',
        '  > The office has said so.',
        '- 크레인이 멈췄다',
        '  > 낡았다.',
        '- The bridge is old.',
        '  > So they say.',
        '- https://a.example/2',
        '  > A page of the office.',
      ),
      ['The last ferry stops', '크레인이 멈췄다', undefined, undefined],
    );
  });
});

describe('First lines above an address', () => {
  const item = (title: string, below: string) => [`1. ${title}`, '   https://a.example/1', `   ${below}`];

  it('are the labels of a list if words are below it, in small letters, too', () => {
    for (const below of ['The office says so.', '港口说九点停航。', '→ 12 boats', '5 boats wait.'])
      assert.deepEqual(labels(...item('harbour/ferry - 81/100', below), ...item('Crane comes', below)), [
        'harbour/ferry - 81/100',
        'Crane comes',
      ]);
  });

  it('are not if the sentence goes on there, or if they end one', () => {
    for (const [title, below] of [
      ['The office says on its page', 'that the ferry stops. It is late.'],
      ['The ferry stops today.', 'It is late.'],
      ['Ferry stops', 'https://a.example/2'],
    ] as const)
      assert.deepEqual(labels(...item(title, below), ...item(title, below)), [undefined, undefined], title);
  });
});

describe('Bold names without a colon', () => {
  it('are the labels of a list if a sentence follows each', () => {
    const list = [
      '- **Ferry** The last one goes.',
      '- **Kran** Ärger im Hafen.',
      '- **Bridge** “It is closed.”',
    ];
    assert.deepEqual(labels(...list), ['Ferry', 'Kran', 'Bridge']);
    for (const other of ['- **Tugs** are late.', '- Tugs are late.', '- **Tugs** 12 are late.'])
      assert.deepEqual(labels(...list, other)[0], undefined, other);
    assert.deepEqual(labels(...list.slice(1)), [undefined, undefined]);
  });

  it('begin stories if a section has nothing else', () => {
    const told = [
      ...[
        '**FERRY** The last one goes at nine from Monday on.',
        '',
        '**CRANE** It came by barge on Sunday night.',
      ],
      ...['', '**BRIDGE** Nobody may walk on it until the end of May.'],
    ];
    assert.deepEqual(labels(...told), ['FERRY', 'CRANE', 'BRIDGE']);
    assert.deepEqual(labels(...told.slice(2)), []);
    assert.deepEqual(labels('Here is what the harbour office says today.', '', ...told), []);
    const part = '**Why it matters:** The late boat was the last way home.';
    assert.deepEqual(labels(...told.map((line) => line.replace(/^\*\*CRANE.*/, part))), []);
  });
});

describe('Bold words after a tag', () => {
  it('are the label, with the tag', () => {
    assert.deepEqual(
      labels(
        '- [#12](https://a.example/12) **Stop the ferry** — _by Ann_',
        '- [#13](https://a.example/13) **Turn the crane.** It stood still.',
        '- [Harbour] **Close the bridge**: it is old',
        '- [#14](https://a.example/14) **Tugs** are late',
        '- [Gazette](https://a.example/15) **Tugs:** late',
      ),
      ['#12 Stop the ferry', '#13 Turn the crane', '[Harbour] Close the bridge', undefined, undefined],
    );
  });
});

describe('A section that has more parts than other labels with text', () => {
  const story = (name: string, ...lines: string[]) => [
    `## Story: ${name}`,
    '',
    '**What happened:** It stopped.',
    '',
    ...lines,
    '**Why it matters:**',
    '',
    '- Ships wait',
    '- Fares rise',
    '',
  ];
  const told = [...story('Ferry'), ...story('Crane')];
  const kinds = (...lines: string[]) =>
    readingItems(read('# T', '', ...told, ...story('Tug', ...lines))).map(({ kind }) => kind);

  it('is one story, with its tables and lists', () => {
    const all = ['passage', 'passage', 'passage'];
    assert.deepEqual(
      kinds('| Tug | Why |', '|---|---|', '| Anna | It is too late |', '| Berta | It is old |', ''),
      all,
    );
    assert.deepEqual(kinds('**Causes:**', '', '- Wind', '- Ice', '', '**Our view:** It is late.', ''), all);
  });

  it('contains stories if as many labels are theirs', () => {
    assert.ok(kinds('**Anna:** She is late.', '', '**Berta:** She is old.', '').includes('takeaway'));
  });
});

describe('The first line of an item above its source', () => {
  it('is its label, if it is not several sentences', () => {
    const item = (line: string) => labels(`- ${line}\n  Source: [Ann](https://a.example)`);
    assert.deepEqual(item('The ferry stops'), ['The ferry stops']);
    assert.deepEqual(item('U.S. Senate has a ferry.'), ['U.S. Senate has a ferry']);
    assert.deepEqual(item('The ferry stops at nine. The office has said so.'), [undefined]);
    assert.deepEqual(item('渡轮停运。办公室这样说。'), [undefined]);
  });
});
