import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { fallbackTitle } from '../../../src/briefing/text/title.ts';
import { drawn } from '../support/fixture.ts';

const FRONT_MATTER = '---\ntitle: From the front matter\n---\n\n';
const HEADING = '# From the heading\n\n';
const ALONE = 'From a line alone\n\n';
const SENTENCE = 'From the first sentence. Then more of it.\n';
const NAME = 'from-the-name.md';

describe('The title', () => {
  const cases: readonly (readonly [text: string, fileName: string, title: string])[] = [
    [FRONT_MATTER + HEADING + SENTENCE, NAME, 'From the front matter'],
    [FRONT_MATTER + ALONE + SENTENCE, NAME, 'From the front matter'],
    [FRONT_MATTER + SENTENCE, NAME, 'From the front matter'],
    [HEADING + SENTENCE, NAME, 'From the heading'],
    [ALONE + HEADING + SENTENCE, NAME, 'From the heading'],
    [`${SENTENCE}\n## Section\n\n${HEADING}`, NAME, 'From the heading'],
    [`From the heading\n===\n\n${SENTENCE}`, NAME, 'From the heading'],
    [ALONE + SENTENCE, NAME, 'From a line alone'],
    [`**From a line alone**\n\n${SENTENCE}`, NAME, 'From a line alone'],
    [SENTENCE, NAME, 'From the name'],
    [`## Section\n\n${SENTENCE}`, NAME, 'From the name'],
    [SENTENCE, '2026-03-02.md', 'From the first sentence.'],
    [SENTENCE, '012-2026-mar-02.md', 'From the first sentence.'],
    [SENTENCE, 'from-the-name-2-march-2026.md', 'From the name'],
    [SENTENCE, 'from-the-name-march-2026.md', 'From the name march 2026'],
    [SENTENCE, '', 'From the first sentence.'],
  ];

  it('is the first that exists of front matter, heading, line alone, file name and first sentence', () => {
    for (const [text, fileName, title] of cases) {
      assert.equal(parseBriefing(text, fileName).title, title, JSON.stringify(text));
    }
  });

  it('is never empty, whatever is missing', () => {
    for (const text of [
      '',
      '\n',
      '---\ntitle: ""\n---\n',
      '---\ntitle: "\\u200b"\n---\n',
      '#\n',
      '# \u200b\n',
    ]) {
      for (const fileName of ['', ' ', '.md', '1.md', '\u0007']) {
        const { title } = parseBriefing(text, fileName);
        assert.match(title, /[^\s\p{Cc}\p{Cf}]/u, JSON.stringify([text, fileName]));
      }
    }
  });

  it('is one line, wherever it comes from', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['---\ntitle: |\n  Two\n  lines\n---\n', 'Two lines'],
      ['# Two \t words\u0007\n', 'Two words'],
      ['Two\nlines\n===\n', 'lines'],
      ['The harbour\nopens late.\n\nMore.\n', 'The harbour'],
    ];
    for (const [text, title] of cases) assert.equal(parseBriefing(text, '').title, title);
  });

  it('has no formatting', () => {
    assert.equal(
      parseBriefing('# A *new* `clock` and [a page](https://a.example) ![x](y.png)', '').title,
      'A new clock and a page x',
    );
  });

  it('is the first of several headings of a level if it is unlike the others', () => {
    const items = '- One\n- Two';
    const others = `## Ferries\n\n${items}\n\n## Tugs\n\n${items}`;
    const cases: readonly (readonly [above: string, title: string])[] = [
      ['## Harbour brief, 3 March 2026', 'Harbour brief, 3 March 2026'],
      ['## Harbour brief, 3 March 2026\n\nA short lede.', 'Harbour brief, 3 March 2026'],
      [`## Harbour brief, 3 March 2026\n\n${items}`, 'Harbour brief, 3 March 2026'],
      ['## Harbour brief', 'Harbour brief'],
      ['## Harbour brief\n\n3 March 2026', 'Harbour brief'],
      ['## Harbour brief\n\nIssue 12 — 3 March 2026\n\nA short lede.', 'Harbour brief'],
      ['Harbour brief\n-------------\n\nA short lede.', 'Harbour brief'],
      // Ordinary sections.
      [`## Bridges\n\n${items}`, 'From the name'],
      ['## Bridges\n\nOne paragraph.\n\nAnother.', 'From the name'],
      [`## Bridges\n\n${'A long paragraph. '.repeat(20)}`, 'From the name'],
      ['## Bridges\n\n### An old one\n\nIt closes.', 'From the name'],
      ['## Key Takeaways\n\nIt closes.', 'From the name'],
      ['A lede.\n\n## Bridges', 'From the name'],
    ];
    for (const [above, title] of cases)
      assert.equal(parseBriefing(`${above}\n\n${others}\n`, NAME).title, title, above);
  });

  it('is not a heading with as much text below as its siblings, or with a date like theirs', () => {
    for (const text of [
      '## Bridges\n\nThey close.\n\n## Ferries\n\nThey stop.\n\n## Tugs\n\nThey wait.\n',
      '## 3 March 2026\n\n- a\n\n## 2 March 2026\n\n- b\n',
      '## Bridges\n\n## Ferries\n',
    ])
      assert.equal(parseBriefing(text, NAME).title, 'From the name', text);
  });

  it('is not a heading that is numbered like others, or has the same label below it', () => {
    const titled = (text: string) => {
      const { title, sections } = parseBriefing(text, NAME);
      return [title, sections.length];
    };
    const parts = (of: string) => `# ${of}\n\n**Ships:** two\n\n**Port:** south\n\n`;
    assert.deepEqual(titled('# 1 Bridges\n\nx\n\n# 2 Ferries\n\ny\n'), ['From the name', 2]);
    assert.deepEqual(titled('A harbour week\n\n# 一、渡轮\n\nx\n\n# 二、拖船\n\ny\n'), ['A harbour week', 2]);
    assert.deepEqual(titled(['Bridges', 'Ferries', 'Tugs'].map(parts).join('')), ['From the name', 3]);
    assert.deepEqual(titled(['Bridges', 'Ferries'].map(parts).join('')), ['Bridges', 1]);
    const plain = (of: string) => `### ${of}\nLink: https://a.example/${of}\n\n`;
    assert.deepEqual(titled(['Bridges', 'Ferries', 'Tugs'].map(plain).join('')), ['From the name', 3]);
    assert.deepEqual(titled('# 10 ferries stop\n\nx\n\n# Tugs\n\ny\n'), ['10 ferries stop', 1]);
  });

  it('is not an image, and an image is not the heading of a section', () => {
    const briefing = parseBriefing(
      '# ![The harbour](a.png)\n\n# Harbour brief\n\n## ![Tugs](b.png)\n\nx\n',
      '',
    );
    assert.equal(briefing.title, 'Harbour brief');
    assert.deepEqual(briefing.sections, []);
    assert.equal(parseBriefing('# ![A harbour](a.png)\n\n## Ferries\n\nx\n', NAME).title, 'From the name');
    const below = (text: string) => parseBriefing(`![A harbour](a.png)\n\n${text}`, NAME).title;
    assert.equal(below('## Harbour brief\n\n### Ferries\n\nx\n'), 'Harbour brief');
    assert.equal(below('Harbour brief\n\nThe last ferry goes at nine.\n'), 'Harbour brief');
    assert.equal(below('## Ferries\n\n- a\n\n## Tugs\n\n- b\n'), 'From the name');
  });

  it('is not a heading below all others', () => {
    const { title, sections } = parseBriefing('## Talks\n\nx\n\n## Votes\n\ny\n\n# To do\n\n- z\n', NAME);
    assert.deepEqual(
      [title, sections.map((section) => section.title)],
      ['From the name', ['Talks', 'Votes', 'To do']],
    );
    assert.equal(parseBriefing('## 3 March 2026\n\n# Harbour brief\n\nx\n', NAME).title, 'Harbour brief');
  });

  it('is not the heading of a table of contents', () => {
    const listed = (heading: string) => `# ${heading}\n\n- [Ferries](#ferries)\n- [Tugs](#tugs)\n\n`;
    const sections = '# Ferries\n\nx\n\n# Tugs\n\ny\n';
    for (const heading of ['Table of Contents', 'Contents', '目录']) {
      const read = (text: string) => parseBriefing(text, NAME);
      assert.equal(read(`${listed(heading)}${sections}`).title, 'From the name', heading);
      assert.equal(read(`Harbour brief\n\n${listed(heading)}${sections}`).title, 'Harbour brief', heading);
      assert.equal(read(`${listed(heading)}${sections}`).sections.length, 3, heading);
    }
    assert.equal(
      parseBriefing(`${listed('Contents of the holds')}${sections}`, NAME).title,
      'Contents of the holds',
    );
  });

  it('may have a rule above as well as below', () => {
    for (const words of ['The ferries stop.', 'The ferries [stop](https://a.example).']) {
      for (const name of ['Harbour weekly', 'Harbour weekly, 3 March 2026']) {
        const text = `========\n${name}\n========\n\n${words}\n\nTugs\n====\n\nThey wait.\n`;
        const { title, sections, lede } = parseBriefing(text, NAME);
        assert.deepEqual([title, lede, drawn(sections)], [name, words, ['1 Tugs']]);
      }
    }
  });

  it('may have its date or number on the line below, which is not the lede', () => {
    for (const edition of [
      'Issue 12 — 3 March 2026',
      '3 March 2026',
      '*Tuesday, 3 March 2026*',
      'Vol. 3, No. 12\n3 March 2026',
      '\nIssue 12 — 3 March 2026',
      '--------------\n3 March 2026',
      '第12期\n2026年3月3日',
    ]) {
      for (const below of [
        '\n\nThe ferries stop.\n\nFERRIES\n\n- a\n',
        '\n\nThe ferries [stop](https://a.example).\n\n## FERRIES\n\n- a\n',
      ]) {
        const briefing = parseBriefing(`HARBOUR WEEKLY\n${edition}${below}`, NAME);
        assert.deepEqual([briefing.title, briefing.date ?? '2026-03-03'], ['HARBOUR WEEKLY', '2026-03-03']);
        assert.match(briefing.lede, /^The ferries/, edition);
        assert.deepEqual(drawn(briefing.sections), ['2 FERRIES'], edition);
      }
    }
    const banner = parseBriefing('# ![](a.png)\n\n**HARBOUR**\n*3 March 2026*\n\nIt opens.\n\n## A\n', NAME);
    assert.deepEqual([banner.title, banner.date, banner.lede], ['HARBOUR', '2026-03-03', 'It opens.']);
    const under = parseBriefing('HARBOUR WEEKLY\n3 March 2026\n============\n\nThe ferries stop.\n', NAME);
    assert.deepEqual(
      [under.title, under.date, under.lede],
      ['HARBOUR WEEKLY', '2026-03-03', 'The ferries stop.'],
    );
  });

  it('may be a dated first line that is not full, even if its paragraph continues', () => {
    for (const link of ['the tugs', '[the tugs](https://a.example)']) {
      const briefing = parseBriefing(
        `Harbour brief, 3 March 2026\nThe ferries stop at nine, and ${link} wait.\n\nMore.`,
        NAME,
      );
      assert.equal(briefing.title, 'Harbour brief, 3 March 2026');
      assert.match(briefing.lede, /^The ferries/);
    }
    const prose = 'A word from the harbour office, on 3 March 2026, says that\nAnn leaves in May.\n\nMore.';
    assert.equal(parseBriefing(prose, NAME).title, 'From the name');
  });

  it('is not taken from two lines if the second is prose, or both are metadata', () => {
    for (const text of [
      'A harbour\nopens in 2026, on 3 March.\n\nMore.\n',
      'From: Ann\nDate: 3 March 2026\n\nMore.\n',
    ])
      assert.equal(parseBriefing(text, NAME).title, 'From the name', text);
  });

  it('does not make a section, but a heading that differs from front matter does', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      [HEADING + '## Section\n\nx', ['2 Section']],
      [ALONE + '## Section\n\nx', ['2 Section']],
      [FRONT_MATTER + '# From the front matter!\n\n## Section\n\nx', ['2 Section']],
      [FRONT_MATTER + HEADING + '## Section\n\nx', ['1 From the heading', '  2 Section']],
      [HEADING + '## Section\n\nx\n\n# Second\n\ny', ['2 Section', '1 Second']],
    ];
    for (const [text, sections] of cases) {
      assert.deepEqual(drawn(parseBriefing(text, '').sections), sections, text);
    }
  });

  it('ends the section above if it is not the first heading', () => {
    const { sections } = parseBriefing('## Before\n\nx\n\n# Title\n\ny\n\n## After\n\nz', '');
    assert.deepEqual(
      sections.map(({ title, range }) => [title, range.end.line]),
      [
        ['Before', 2],
        ['After', 10],
      ],
    );
  });

  it('is not a first line that ends a sentence, is long or wrapped, or is an item', () => {
    for (const first of ['It ends.', 'It ends!', `${'Long '.repeat(32)}line`, 'Two\nlines', '- an item']) {
      const { title } = parseBriefing(`${first}\n\nA paragraph of prose stands here.`, NAME);
      assert.equal(title, 'From the name', first);
    }
    assert.equal(parseBriefing('All there is', '').title, 'All there is');
  });
});

describe('A fallback title', () => {
  const cases: readonly (readonly [fileName: string, text: string, title: string])[] = [
    // An address spells no words.
    ['openai-opens-office.md', 'At OpenAI, see https://openai.com/office.', 'OpenAI opens office'],
    ['2025-08-19-ukraine-talks.txt', '', 'Ukraine talks'],
    ['Digest 13-10-2024.md', '', 'Digest'],
    ['2025-08-19-ukraine-talks.txt', 'Ukraine and more talks at the House.', 'Ukraine talks'],
    ['white_house.briefing.md', 'In the White House they talk.', 'White House'],
    ['white house.md', 'A white wall of the House, white as snow.', 'White House'],
    ['the-white-house.md', 'White walls at the House are white.', 'The white House'],
    ['White-house.md', 'In the White House.', 'White house'],
    ['20260302 weekly.markdown', '', 'Weekly'],
    ['2025-08-19T07-30-15-ukraine-talks.txt', '', 'Ukraine talks'],
    ['ferry_talks_2025-08-19-07-30.txt', '', 'Ferry talks'],
    ['2025-08-19-12-ferries.txt', 'It goes.', '12 ferries'],
    ['folder/notes.org', '', 'Notes'],
    ['folder\\notes.txt', '', 'Notes'],
    ['v1.2 notes.md', '', 'V1.2 notes'],
    ['2026-03-02.md', 'Short. Then more.', 'Short.'],
    ['1.md', 'Is it? Yes.', 'Is it?'],
    ['1.md', 'No end', 'No end'],
    ['1.md', '短い。', '短い。'],
    ['1.md', `${'word '.repeat(30)}end.`, `${'word '.repeat(15)}word…`],
    ['1.md', '', '1.md'],
    ['', '', '…'],
    ['issue-303.md', 'The ferries stop.', 'Issue 303'],
    ['渡轮简报.md', 'The ferries stop.', '渡轮简报'],
    ['daily-briefing.md', `${'word '.repeat(30)}end.`, 'Daily briefing'],
    ['daily-briefing.md', 'Hello!', 'Daily briefing'],
    ['daily-briefing.md', 'Good morning! The ferries stop.', 'Daily briefing'],
    ['1.md', 'Good morning! The ferries stop. All of them.', 'The ferries stop.'],
    ['1.md', 'Hello! stop', 'Hello!'],
    ['daily-briefing.md', 'Harbour Weekly', 'Harbour Weekly'],
  ];

  it('is the file name if it is meaningful, or the first sentence, shortened', () => {
    for (const [fileName, text, title] of cases) {
      const found = fallbackTitle(fileName, { words: text, isWhole: true }, text);
      assert.equal(found, title, `${fileName}: ${text}`);
    }
  });

  it('is a good first line rather than a meaningless file name', () => {
    const names =
      'pgweekly_2007 README briefing final index daily news raw-2026-04-09-0428 notes.en script 2026-03-03-daily-briefing';
    for (const name of names.split(' ')) {
      assert.equal(
        parseBriefing('The ferries stop. All of them.\n', `${name}.md`).title,
        'The ferries stop.',
        name,
      );
      const prose = 'The ferries stop at the\nend of the month.\n';
      assert.notEqual(parseBriefing(prose, `${name}.md`).title, 'The ferries stop at the', name);
    }
  });

  it('is the text of the first line alone, for any text', () => {
    const cases: readonly (readonly [text: string, title: string])[] = [
      ['The ferries stop\nat nine.\n\nMore.', 'The ferries stop'],
      ['- **Ferries:** they [stop](https://a.example)\n- Tugs\n\nMore.\n\nMore.', 'Ferries: they stop'],
      ['1. One\n2. Two\n', 'One'],
      ['1. Ferries\n\nThey stop at nine.\n\n2. Tugs\n\nThey wait for them.\n', 'Ferries'],
      ['Sure! Here is your briefing:\n\n## Ferries\n\n- a\n\n## Tugs\n\n- b\n', 'Ferries'],
      ['Here it is:', 'Here it is:'],
      ['## Ferries\n\n- a\n\n## Tugs\n\n- b\n', 'Ferries'],
      ['![](a.png)\n\n---\n\nThe ferries stop.\n\nMore.', 'The ferries stop.'],
      ['> The ferries\n> stop.\n\nMore.', 'The ferries'],
      ['https://a.example/1\nhttps://a.example/2\n\nThe ferries stop.\n\nMore.', 'The ferries stop.'],
      ['---\ndate: 2026-03-03\n---\n\n## Ferries\n\n- a\n\n## Tugs\n\n- b\n', 'Ferries'],
    ];
    for (const [text, title] of cases) assert.equal(parseBriefing(text, '1.md').title, title, text);
    assert.equal(
      parseBriefing('<https://a.example/1>\nhttps://a.example/2\n', '2026-03-03.md').title,
      '2026-03-03.md',
    );
  });
});
