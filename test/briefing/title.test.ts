import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { fallbackTitle } from '../../src/briefing/title.ts';
import { drawn } from './fixture.ts';

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
      ['Two\nlines\n===\n', 'Two lines'],
    ];
    for (const [text, title] of cases) assert.equal(parseBriefing(text, '').title, title);
  });

  it('has no marks in it', () => {
    assert.equal(
      parseBriefing('# A *new* `clock` and [a page](https://a.example) ![x](y.png)', '').title,
      'A new clock and a page x',
    );
  });

  it('gives no section, and the front matter makes a section of a heading that says something else', () => {
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

  it('ends the section above it where it is not the first heading', () => {
    const { sections } = parseBriefing('## Before\n\nx\n\n# Title\n\ny\n\n## After\n\nz', '');
    assert.deepEqual(
      sections.map(({ title, range }) => [title, range.end.line]),
      [
        ['Before', 2],
        ['After', 10],
      ],
    );
  });

  it('is no first line that ends a sentence, is long or wrapped or is an item', () => {
    for (const first of ['It ends.', 'It ends!', `${'Long '.repeat(32)}line`, 'Two\nlines', '- an item']) {
      const { title } = parseBriefing(`${first}\n\nA paragraph of prose stands here.`, NAME);
      assert.equal(title, 'From the name', first);
    }
    assert.equal(parseBriefing('All there is', '').title, 'All there is');
  });
});

describe('A title of last resort', () => {
  const cases: readonly (readonly [fileName: string, text: string, title: string])[] = [
    ['2025-08-19-ukraine-talks.txt', '', 'Ukraine talks'],
    ['Digest 13-10-2024.md', '', 'Digest'],
    ['2025-08-19-ukraine-talks.txt', 'Ukraine and more talks at the House.', 'Ukraine talks'],
    ['white_house.briefing.md', 'In the White House they talk.', 'White House'],
    ['white house.md', 'A white wall of the House, white as snow.', 'White House'],
    ['the-white-house.md', 'White walls at the House are white.', 'The white House'],
    ['White-house.md', 'In the White House.', 'White house'],
    ['20260302 weekly.markdown', '', 'Weekly'],
    ['folder/notes.txt', '', 'Notes'],
    ['folder\\notes.txt', '', 'Notes'],
    ['v1.2 notes.md', '', 'V1.2 notes'],
    ['2026-03-02.md', 'Short. Then more.', 'Short.'],
    ['1.md', 'Is it? Yes.', 'Is it?'],
    ['1.md', 'No end', 'No end'],
    ['1.md', '短い。', '短い。'],
    ['1.md', `${'word '.repeat(30)}end.`, `${'word '.repeat(15)}word…`],
    ['1.md', '', '1.md'],
    ['', '', '…'],
  ];

  it('is the file’s name where it has words, else the first sentence, shortened', () => {
    for (const [fileName, text, title] of cases) {
      assert.equal(fallbackTitle(fileName, text), title, `${fileName}: ${text}`);
    }
  });
});
