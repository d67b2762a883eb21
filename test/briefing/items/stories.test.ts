import assert from 'node:assert/strict';
import type { Takeaway } from '../../../src/briefing/model.ts';
import { allSections, allTakeaways, drawn, read, takeawaysOf } from '../support/fixture.ts';

/** `label | text` of each story. */
function told(takeaways: readonly Takeaway[]): string[] {
  return takeaways.map(({ label = '', text }) => `${label} | ${text.replaceAll('\n', ' / ')}`);
}

const stories = (...lines: string[]) => told(takeawaysOf(...lines));

describe('Paragraphs with a bold lead', () => {
  it('are not stories if a sentence continues after brackets', () => {
    assert.deepEqual(
      stories('**Trade unions** (three of them)\nsay no.', '', '**Shop owners** (all)\nsay yes.'),
      [],
    );
  });

  it('are not stories if the first alone is a day', () => {
    const [day, ferries, cranes] = [
      '**3 March 2026** — A sunny day.',
      '**Ferries:** None.',
      '**Cranes:** One.',
    ];
    assert.deepEqual(stories(day, '', ferries, '', cranes), ['Ferries | None.', 'Cranes | One.']);
    assert.deepEqual(stories(day, '', '**4 March 2026** — None.'), [
      '3 March 2026 | A sunny day.',
      '4 March 2026 | None.',
    ]);
    assert.deepEqual(stories(ferries, '', day), ['Ferries | None.', '3 March 2026 | A sunny day.']);
  });

  it('are stories if two in a section have one and continue', () => {
    assert.deepEqual(stories('**Ferry stops** — At nine.', '', '**Crane comes** — By barge.'), [
      'Ferry stops | At nine.',
      'Crane comes | By barge.',
    ]);
    const forms: readonly (readonly [lead: string, label: string, text: string])[] = [
      ['**Ferry stops.** At nine.', 'Ferry stops', 'At nine.'],
      ['**Ferry stops**. At nine.', 'Ferry stops', 'At nine.'],
      ['**Ferry stops** · At nine.', 'Ferry stops', 'At nine.'],
      ['**Ferry stops**: At nine.', 'Ferry stops', 'At nine.'],
      ['**1. Ferry stops** At nine.', 'Ferry stops', 'At nine.'],
      ['**Ferry stops** *(updated)* — At nine.', 'Ferry stops', '(updated) — At nine.'],
      ['[**Ferry study**](https://a.example) shows it.', 'Ferry study', 'shows it.'],
      ['**渡轮停航：**九点', '渡轮停航', '九点'],
      ['**渡轮停航**。九点停。', '渡轮停航', '九点停。'],
      ['**Ferry stops** [High] — At nine.', 'Ferry stops', '[High] — At nine.'],
      ['🚢 **Ferry stops** — At nine.', 'Ferry stops', 'At nine.'],
      ['**Ferry stops**\nAt nine.', 'Ferry stops', 'At nine.'],
      ['**Ferry stops**\n\nAt nine.', 'Ferry stops', 'At nine.'],
      ['**Ferry stops** ★★☆\nAt nine.', 'Ferry stops', '★★☆ At nine.'],
      [
        '**[Ferry stops](https://a.example)**\nferry.example says when.',
        'Ferry stops',
        'ferry.example says when.',
      ],
      ['**Ferry stops** (harbour, 5/5)\nAt nine.', 'Ferry stops', '(harbour, 5/5) At nine.'],
      ['**Ferry stops** (3 March 2026)\n\nAt nine.', 'Ferry stops (3 March 2026)', 'At nine.'],
      ['🚢 <b>Ferry stops</b>\nAt nine.', 'Ferry stops', 'At nine.'],
    ];
    for (const [lead, label, text] of forms)
      assert.deepEqual(stories(lead, '', '**Crane comes** — By barge.')[0], `${label} | ${text}`, lead);
  });

  it('may be above the first section if there are three or more, without a colon', () => {
    const names = ['Ferry stops', 'Crane comes', 'Tug waits'];
    const told = (leads: readonly string[]) =>
      allSections(
        read('# T', '', 'Hello.', '', ...leads.flatMap((lead) => [lead, '']), '## Late', '', 'It is.')
          .sections,
      ).map(({ title, takeaways }) => `${title} ${takeaways.length}`);
    assert.deepEqual(told(names.map((name) => `**${name}**\n\nAt nine.`)), ['T 3', 'Late 0']);
    assert.deepEqual(told(names.map((name) => `**${name}** — At nine.`)), ['T 3', 'Late 0']);
    assert.deepEqual(told(names.map((name) => `**${name}:** At nine.`)), ['Late 0']);
    assert.deepEqual(told(names.slice(1).map((name) => `**${name}** — At nine.`)), ['Late 0']);
  });

  it('are not stories if their first words are only emphasized', () => {
    assert.deepEqual(stories('**Trade unions** say no.', '', '**Owners** say yes.'), []);
  });

  it('are not stories if all lines of one are bold, apart from links', () => {
    const told = (...lines: string[]) => stories(...lines, '', '## B', '', '**Crane comes** — By barge.');
    assert.deepEqual(told('**Ferries stop.**', '**Tugs go on.**', '**Bridges open.**'), []);
    assert.deepEqual(told('**Ferries stop.**', '**Tugs** go on.'), ['Ferries stop | Tugs go on.']);
    assert.equal(told('**[Ferries](https://a.example)**', '**[Tugs](https://b.example)**').length, 1);
  });

  it('may be one story if it comes first in its section, and other sections have stories', () => {
    const briefing = read(
      ...['# T', '', '## A', '', '**Ferry stops** — At nine.', '', '**Crane comes** — By barge.'],
      ...[
        '',
        '## B',
        '',
        '---',
        '',
        '**Herring is back** — Eleven tonnes.',
        '',
        '## C',
        '',
        'Prose.',
        '',
        '**Note** — So.',
      ],
    );
    assert.deepEqual(
      allSections(briefing.sections).map(({ takeaways }) => takeaways.length),
      [2, 1, 0],
    );
    assert.deepEqual(stories('**Ferry stops** — At nine.'), []);
  });

  it('include the blocks below them: paragraphs, lists, parts and sources', () => {
    const [first, second] = takeawaysOf(
      ...['**Ferry stops** — At nine.', '', 'It is late.', '', '- one', '- two', ''],
      ...['**Why it matters:** People work late.', '', '[Read more](https://a.example/ferry)', ''],
      ...['**Crane comes** — By barge.', '', '🔗 https://b.example/crane'],
    );
    assert.ok(first && second);
    assert.equal(first.text, 'At nine.\nIt is late.\none\ntwo\nWhy it matters: People work late.\nRead more');
    assert.deepEqual(
      [first, second].map(({ references }) => references.map(({ url }) => url)),
      [['https://a.example/ferry'], ['https://b.example/crane']],
    );
  });

  it('end at a rule, and before a closing paragraph of the section', () => {
    assert.deepEqual(
      stories('**A b** — c.', '', '**D e** — f.', '', 'That is all for today.').map((line) =>
        line.slice(0, 5),
      ),
      ['A b |', 'D e |'],
    );
    assert.deepEqual(stories('**A b** — c.', '', '---', '', '**D e** — f.'), ['A b | c.', 'D e | f.']);
  });

  it('are parts of one story if text is above them', () => {
    const briefing = read(
      ...['# T', '', '## The ferry ends', '', 'The last one leaves at nine.', ''],
      ...[
        '**Why it matters:** People work late.',
        '',
        '**By the numbers:**',
        '',
        '- 14 a night',
        '- 2,100 crowns',
      ],
    );
    assert.deepEqual(allTakeaways(briefing), []);
  });

  it('are parts of one story if all of their labels occur in each story', () => {
    const parts = ['**Who:** Ann.', '', '**How it came**', 'By barge.', '', '**So what:**', '', '- a', '- b'];
    const lines = ['One', 'Two', 'Three'].flatMap((title) => ['', `## ${title}`, '', ...parts]);
    for (const { takeaways } of read('# T', ...lines).sections) assert.deepEqual(takeaways, []);
    const sources = ['', '**Sources**', '', '- [A](https://a.example)'];
    const cited = ['One', 'Two', 'Three'].flatMap((title) => ['', `## ${title}`, '', ...parts, ...sources]);
    const briefing = read('# T', ...cited);
    assert.deepEqual(allTakeaways(briefing), []);
    assert.deepEqual(drawn(briefing.sections).slice(0, 2), ['2 One', '  3 Sources']);
    // Used once, such lines are stories.
    assert.equal(stories(...parts).length, 2);
  });

  it('introduce the stories of a list if the list has links and the paragraphs have none', () => {
    const lead = '**Many lines stop.** See how it goes on.';
    const others = ['', '## B', '', '**Crane comes.** By barge.', '', '**Bridge shut.** Till May.'];
    const of = (...lines: string[]) =>
      told(read('# T', '', '## A', '', ...lines, ...others).sections[0]?.takeaways ?? []);
    const linked = [
      '- **Ferry** -- [It](https://a.example) stops.',
      '- **Tug** -- [It](https://b.example) goes.',
    ];
    assert.deepEqual(of(lead, '', ...linked), ['Ferry | It stops.', 'Tug | It goes.']);
    assert.deepEqual(of(lead, '', '- Who: Ann', '- When: at nine'), [
      'Many lines stop | See how it goes on. / Who: Ann / When: at nine',
    ]);
  });

  it('are parts if their label recurs in the text', () => {
    const story = (name: string) => [`**${name}** — It is so.`, '', '**Our view:** We doubt it.', ''];
    assert.deepEqual(
      takeawaysOf(...story('Ferry stops'), ...story('Crane comes')).map(({ label }) => label),
      ['Ferry stops', 'Crane comes'],
    );
  });

  it('are separate stories even on consecutive lines', () => {
    assert.deepEqual(stories('**1. A b** c.', '**2. D e** f.'), ['A b | c.', 'D e | f.']);
    assert.deepEqual(stories('**① 渡轮**：停航', '**② 吊车**：恢复'), ['渡轮 | 停航', '吊车 | 恢复']);
  });

  it('are stories below a bold line that names their group', () => {
    const group = ['**Tools (2 slots)**', '', '**A b** — c.', '', '**D e** — f.'];
    for (const lines of [group, group.filter((_, i) => i !== 1)])
      assert.deepEqual(
        drawn(read('# T', '', '## News', '', '**X y** — z.', '', ...lines).sections),
        ['2 News', '  3 Tools (2 slots)'],
        lines.join(' / '),
      );
  });
});

describe('Quotations', () => {
  it('are stories if a section has two with a title', () => {
    assert.deepEqual(
      stories(
        '> [!important] Ferry stops',
        '> - **Why:** Fuel.',
        '',
        '> [!note] Crane comes',
        '> - **Why:** Age.',
      ),
      ['Ferry stops | Why: Fuel.', 'Crane comes | Why: Age.'],
    );
    assert.deepEqual(stories('> Said Ann.', '', '> Said Bob.'), []);
  });
});

describe('Numbered items', () => {
  it('include the blocks between them, although these are not indented', () => {
    assert.deepEqual(
      stories(
        '1. **Ferry stops**',
        '',
        'At nine.',
        '',
        '![](a.png)',
        '',
        '2. **Crane comes**',
        '',
        'By barge.',
      ),
      ['Ferry stops | At nine.', 'Crane comes | By barge.'],
    );
  });

  it('include a quotation right below them, like other items', () => {
    assert.deepEqual(stories('- Ferry', '> It stops.', '- Crane', '> It comes.', '', '> Words of the day.'), [
      'Ferry | It stops.',
      'Crane | It comes.',
    ]);
    assert.deepEqual(stories('- Ferry', '', '> It stops.'), [' | Ferry']);
  });

  it('have their title as their label, above labelled lines', () => {
    const [item] = takeawaysOf(
      '1. Ferry stops at nine',
      '   Source: Harbour Office',
      '   Link: https://a.example/b',
    );
    assert.equal(item?.label, 'Ferry stops at nine');
    assert.deepEqual(
      item.references.map(({ title, url }) => [title, url]),
      [['Harbour Office', 'https://a.example/b']],
    );
  });
});

describe('A summary', () => {
  it('has a takeaway for each of its paragraphs, also between fences', () => {
    const read2 = (...lines: string[]) => told(allTakeaways(read('# T', '', '## Summary', '', ...lines)));
    assert.deepEqual(read2('Ferries stop at nine.', '', 'Cranes come.'), [
      ' | Ferries stop at nine.',
      ' | Cranes come.',
    ]);
    assert.deepEqual(read2('```', 'Ferries stop at nine.', '', 'Cranes come by barge.', '```'), [
      ' | Ferries stop at nine.',
      ' | Cranes come by barge.',
    ]);
    // So has each line there, if all of them end a sentence.
    const lines = ['```', '渡轮九点停航。', '新的起重机到港。', '```'];
    assert.deepEqual(read2(...lines), [' | 渡轮九点停航。', ' | 新的起重机到港。']);
    assert.equal(read2('```', 'The ferry stops', 'at nine. It is late.', '```').length, 1);
    // A footnote that is defined in the fence is an item.
    assert.deepEqual(read2('```', 'Ferries stop at nine.', '', '[^n]: Cranes come.', '```'), [
      ' | Ferries stop at nine.',
      ' | Cranes come.',
    ]);
    assert.deepEqual(read2('```sh', 'npm install it now', '```'), []);
    assert.deepEqual(read2('- one', '- two', '', 'That is all.'), [' | one', ' | two']);
  });
});

describe('Sections without news', () => {
  it('have no takeaways', () => {
    assert.deepEqual(stories('- None this week.'), []);
    assert.deepEqual(stories('- **Source:** A', '- **Summary:** B', '- **Link:** https://a.example'), []);
    assert.deepEqual(stories(`- ${'0a'.repeat(16)}`, `- ${'0b'.repeat(16)}`, '- 10.0.0[.]1'), []);
    const log = read(
      '# T',
      '',
      '## A',
      '',
      '- one',
      '',
      '## Feed health',
      '',
      '- [OK] B',
      '',
      '## C',
      '',
      '- two',
    );
    assert.deepEqual(told(allTakeaways(log)), [' | one', ' | two']);
    const end = (...lines: string[]) =>
      allTakeaways(read('# T', '', '## A', '', '- one', '', ...lines)).length;
    assert.equal(end('## Errors', '', '- two'), 1);
    assert.equal(end('## Errors', '', '- two', '', '## B', '', '- three'), 3);
  });
});
