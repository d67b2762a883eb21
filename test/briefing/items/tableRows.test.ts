import assert from 'node:assert/strict';
import { read, takeawaysOf } from '../support/fixture.ts';

const rows = (...lines: string[]) =>
  takeawaysOf(...lines).map(({ label = '', text }) => `${label} | ${text}`);

describe('The rows of a table', () => {
  it('are takeaways whose headline is the cell with the link', () => {
    assert.deepEqual(
      rows(
        '| # | Title | Points |',
        '|---|---|---|',
        '| 1 | [Ferry stops](a.md) | ⬆️ 3 |',
        '| 2 | [Crane](b.md) | ⬆️ 2 |',
      ),
      ['Ferry stops | ⬆️ 3', 'Crane | ⬆️ 2'],
    );
  });

  it('are a takeaway if there is one, and a column is called after headlines', () => {
    const row = ['|---|---|', '| Ferry stops | The office says so since [Monday](https://a.example). |'];
    assert.equal(rows('| Meldung | Text |', ...row)[0]?.split(' | ')[0], 'Ferry stops');
    assert.deepEqual(rows('| Boat | Text |', ...row), []);
  });

  it('are takeaways below a line with too many or too few cells', () => {
    for (const line of ['|---|---|', '|---|---||---||---|', '| :--- |', '|---+-------+---|'])
      assert.deepEqual(
        rows('| # | Title | Points |', line, '| 1 | [Ferry stops](a.md) | 3 |', '| 2 | [Crane](b.md) | 2 |'),
        ['Ferry stops | 3', 'Crane | 2'],
        line,
      );
  });

  it('use another column as headline if the links are version numbers', () => {
    assert.deepEqual(
      rows(
        '| Program | Stable | Change |',
        '|---|---|---|',
        '| ferry-clock | [v1.2.10 (Jul 3)](https://a.example/1) | late |',
        '| crane-hook | [v0.66.2](https://a.example/2) | quiet |',
      ),
      ['ferry-clock | v1.2.10 (Jul 3) · late', 'crane-hook | v0.66.2 · quiet'],
    );
  });

  it('use their longest cell as headline if the link is a file path', () => {
    assert.deepEqual(
      rows(
        '| Title | File |',
        '|---|---|',
        '| Ferry stops at nine | [a/b.md](a/b.md) |',
        '| Crane comes late | [a/c.md](a/c.md) |',
      ),
      ['Ferry stops at nine | a/b.md', 'Crane comes late | a/c.md'],
    );
  });

  it('use the cell with the name as headline if the link is a bare address', () => {
    assert.deepEqual(
      rows(
        '| Question | Page | State |',
        '|---|---|---|',
        '| when does the ferry stop | https://a.example/ferry | live |',
        '| who moves the crane | https://a.example/crane | late |',
      ),
      [
        'when does the ferry stop | https://a.example/ferry · live',
        'who moves the crane | https://a.example/crane · late',
      ],
    );
  });

  it('may have a headline that starts with a number', () => {
    assert.deepEqual(
      rows(
        '| # | What | Price | Need | Link |',
        '|---|---|---|---|---|',
        '| 1 | 12/24pcs rope hooks with rings | 3.0 | Low | https://a.example/1 |',
        '| 2 | 40m anchor chain, galvanised steel | 9.0 | Low | https://a.example/2 |',
      ).map((row) => row.split(' | ')[0]),
      ['12/24pcs rope hooks with rings', '40m anchor chain, galvanised steel'],
    );
  });

  it('use the source as headline if no other column distinguishes them', () => {
    assert.deepEqual(
      rows(
        '| Source | How | State |',
        '|---|---|---|',
        '| Harbour Office | page | 🟢 fine, with all that it had last week |',
        '| Gazette | page | 🟢 fine, with all that it had last week |',
        '| Courier | feed | 🔴 late, and said to be so for a while |',
        '| Pilot | page | 🟢 fine, with all that it had last week |',
      ).map((row) => row.split(' | ')[0]),
      ['Harbour Office', 'Gazette', 'Courier', 'Pilot'],
    );
  });

  it('are not takeaways if the first column has the name of a data column', () => {
    const told = [
      '|---|---|',
      '| Stories | Ten of them, from all over the harbour. |',
      '| Topics | Ferries, tugs, cranes, bridges and fares. |',
    ];
    for (const name of ['Metric', 'Field', '指标'])
      assert.deepEqual(rows(`| ${name} | Value |`, ...told), [], name);
    assert.equal(rows('| What | Why |', ...told).length, 2);
  });

  it('are takeaways if the first column has names and another one has text', () => {
    assert.deepEqual(
      rows(
        '| When | What |',
        '|---|---|',
        '| Monday | The last ferry leaves at nine. |',
        '| Tuesday | The crane comes on a barge. |',
      ),
      ['Monday | The last ferry leaves at nine.', 'Tuesday | The crane comes on a barge.'],
    );
  });

  it('use the column that is named as headline, and not the one with the sources', () => {
    assert.deepEqual(
      rows(
        '| # | Story | Why | Source |',
        '|---|---|---|---|',
        '| 1 | Fares rise | Commuters pay | [Reuters](https://r.example) |',
        '| 2 | Bridge shut | Traffic waits | [AP](https://a.example) |',
      ),
      ['Fares rise | Commuters pay · Reuters', 'Bridge shut | Traffic waits · AP'],
    );
  });

  it('use that column also if its titles are long and the others short, but not if it tells all', () => {
    const [first] = rows(
      '| Rank | Title | Angle |',
      '|---|---|---|',
      '| ★★ | The last ferry to the island stops at nine | Ask the islanders |',
      '| ★★ | The bridge at the old tower is shut again | Traffic |',
      '| ★ | A new crane comes to the harbour on Monday | — |',
    );
    assert.equal(first, 'The last ferry to the island stops at nine | ★★ · Ask the islanders');
    const event =
      'The office says that the ferry stops at nine, and that it does not know when it can go again';
    assert.equal(
      rows('| Date | Event |', '|---|---|', `| March 3 | ${event} |`, `| March 4 | ${event}, or where |`)[0],
      `March 3 | ${event}`,
    );
  });

  it('are takeaways above the first section, each with its own source', () => {
    const table = [
      '| Line | Fare | Why | Source |',
      '|---|---|---|---|',
      '| North | 7 | The office says that fuel costs more | [Gazette](https://g.example/1) |',
      '| South | 9 | Nobody knows why it has to rise again | [Courier](https://c.example/2) |',
    ];
    const briefing = read('# T', '', ...table, '', '## A', '', 'Prose.');
    assert.deepEqual(
      briefing.sections.map(({ title, takeaways }) => [
        title,
        ...takeaways.map(({ label, references }) => [label, references.map(({ title }) => title)]),
      ]),
      [['T', ['North', ['Gazette']], ['South', ['Courier']]], ['A']],
    );
    assert.equal(
      read('# T', '', 'Words.', '', 'More.', '', 'So.', '', ...table, '', '## A').sections.length,
      1,
    );
  });

  it('have their headline in a column whose words do not recur', () => {
    const table = ['| Level | Port | Version | Why |', '|---|---|---|---|'];
    const why = 'the office says that it stops there today';
    const takeaways = takeawaysOf(
      ...table,
      `| High | Bergen | 1 | ${why} |`,
      `| High | Oslo | 2 | ${why} too |`,
      `| High | Moss | 3 | ${why} soon |`,
    );
    assert.deepEqual(
      takeaways.map(({ label }) => label),
      ['Bergen', 'Oslo', 'Moss'],
    );
  });

  it('are takeaways if a column is called so that three words in it give a reason', () => {
    const labels = (name: string) =>
      takeawaysOf(
        `| Asset | Level | ${name} |`,
        '|---|---|---|',
        '| Harbour bonds | 4.20 % | Dragged down with ships |',
        '| Ferry shares | 7,365 | Crews came back |',
      ).map(({ label }) => label);
    assert.deepEqual(labels('Why'), ['Harbour bonds', 'Ferry shares']);
    assert.deepEqual(labels('说明'), ['Harbour bonds', 'Ferry shares']);
    assert.deepEqual(labels('Name'), []);
  });

  it('are not takeaways if they consist of figures or data', () => {
    assert.deepEqual(
      rows('| Port | 2025 | 2026 |', '|---|---|---|', '| Bergen | 3 | 4 |', '| Oslo | 5 | 6 |'),
      [],
    );
    assert.deepEqual(rows('| Key | Value |', '|---|---|', '| Date | 2026-03-02 |', '| Author | Ann |'), []);
    assert.deepEqual(rows('| Title |', '|---|', '| [Ferry](a.md) |'), []);
  });

  it('have no emoji in their label', () => {
    const [first] = takeawaysOf(
      '| T | P |',
      '|---|---|',
      '| 🔥 [Ferry](a.md) | 3 |',
      '| [Crane](b.md) | 2 |',
    );
    assert.deepEqual([first?.emoji, first?.label], ['🔥', 'Ferry']);
  });

  it('have the first line of a cell as headline, and a title may start with its number', () => {
    assert.deepEqual(
      rows(
        '| # | Title and summary | Source |',
        '|---|---|---|',
        '| 1 | **[2504.1] Ferry stops**<br>The office says that it stops at nine. | [Gazette](https://a.example) |',
        '| 2 | **[2504.2] Crane comes**<br>It comes from the north. | [Courier](https://b.example) |',
      ),
      [
        '[2504.1] Ferry stops | The office says that it stops at nine. · Gazette',
        '[2504.2] Crane comes | It comes from the north. · Courier',
      ],
    );
  });

  it('do not use a verdict whose first word is bold as headline', () => {
    assert.deepEqual(
      rows(
        '| Vendor | Verdict |',
        '|---|---|',
        '| Ferry Line | **Noise** — the office has said so for years |',
        '| Crane Works | **Signal** — the north has bought three of them |',
      ),
      [
        'Ferry Line | Noise — the office has said so for years',
        'Crane Works | Signal — the north has bought three of them',
      ],
    );
  });

  it('use a column of links as headlines only if a cell has one link', () => {
    const table = (second: string) =>
      rows(
        '| Trip | Day | Forecast |',
        '|---|---|---|',
        `| North quay to Cork | 3 March | [Calm sea](https://a.example/1)${second} |`,
        `| South quay to Bray | 4 March | [High waves](https://a.example/2)${second} |`,
      ).map((row) => row.split(' | ')[0]);
    assert.deepEqual(table(''), ['Calm sea', 'High waves']);
    assert.deepEqual(table(' / [Map](https://b.example)'), ['North quay to Cork', 'South quay to Bray']);
    assert.deepEqual(table(' is what the office says'), ['North quay to Cork', 'South quay to Bray']);
  });

  it('have no headline if its cell is empty', () => {
    assert.deepEqual(
      rows(
        '| Boat | What they say |',
        '|---|---|',
        '| Ferry | It stops at nine from Monday on, says the office |',
        '| | It is late on all other days, says the office |',
        '| Crane | It comes on Monday from the north quay, they say |',
        '| Tug | It goes on Friday to the south quay, they say |',
        '| | |',
      ),
      [
        'Ferry | It stops at nine from Monday on, says the office',
        ' | It is late on all other days, says the office',
        'Crane | It comes on Monday from the north quay, they say',
        'Tug | It goes on Friday to the south quay, they say',
      ],
    );
  });

  it('do not use pictures as headlines', () => {
    const picture = (name: string) => `[![${name}](${name}.png)](https://a.example/${name})`;
    const pictures = [
      `| ${picture('one')} | ${picture('two')} |`,
      `| ${picture('six')} | ${picture('ten')} |`,
    ];
    assert.deepEqual(rows('| | |', '|---|---|', ...pictures), []);
    assert.deepEqual(
      rows(
        '| | Boat |',
        '|---|---|',
        `| ${picture('one')} | [Ferry](https://a.example/1) |`,
        `| ${picture('two')} | [Tug](https://a.example/2) |`,
      ),
      ['Ferry | one', 'Tug | two'],
    );
  });
});
