import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { writeBriefing } from '../../src/briefing/writeBriefing.ts';
import { read, readFixture } from './support/fixture.ts';
import { assertSameBriefing } from './support/sameBriefing.ts';

/** The Markdown for some lines, without the title `# T`. */
function written(...lines: string[]): string[] {
  const markdown = writeBriefing(read('# T', '', ...lines));
  assert.ok(markdown.startsWith('# T\n\n'), markdown);
  return markdown.slice('# T\n\n'.length).trimEnd().split('\n');
}

describe('A briefing as canonical Markdown', () => {
  const cases: readonly (readonly [about: string, lines: readonly string[], canonical: readonly string[]])[] =
    [
      [
        'labels in one form',
        ['## A', '* __L__ — t', '* Lab: t', '* **Why?** t'],
        ['## A', '', '- **L** — t', '- **Lab:** t', '- **Why?** t'],
      ],
      [
        'what joins a label to its words',
        [
          '## A',
          '- **Cut again.** T',
          '- **央行下调0.25个百分点。**文字',
          '- **商务部：**文字',
          '- 商务部：文字',
          '- **U.S.** – t',
          '- **L** : t',
          '- **L:** 🌉 t',
          '- **L**',
          '  T',
          '',
          '## B',
          '1. **Title**',
          '',
          '   T',
          '2. **Why?:** t',
        ],
        [
          ...['## A', '', '- **Cut again.** T', '- **央行下调0.25个百分点。**文字', '- **商务部**：文字'],
          ...['- **商务部**：文字', '- **U.S.** – t', '- **L** : t', '- 🌉 **L:** t', '- **L**', '  T', ''],
          ...['## B', '', '1. **Title**', '', '   T', '2. **Why?:** t'],
        ],
      ],
      ['the emoji first', ['## A', '- **L:** t 🌉'], ['## A', '', '- 🌉 **L:** t']],
      [
        'a label that leads somewhere, as it is',
        ['## A', '- [L](https://a.example): t'],
        ['## A', '', '- [L](<https://a.example>): t'],
      ],
      ['numbers', ['## A', '3) c', '4) d'], ['## A', '', '3. c', '4. d']],
      [
        'what belongs to an item',
        ['## A', '- a', '', '  b', '  - c'],
        ['## A', '', '- a', '', '  b', '', '  - c'],
      ],
      [
        'paragraphs as items',
        ['## A', '1、a', '', 'b', '', '2、c'],
        ['## A', '', '1. a', '', '   b', '2. c'],
      ],
      [
        'headings',
        ['A', '---', '', 'b', '', '<h3>C #</h3>', 'd'],
        ['## A', '', 'b', '', '### C \\#', '', 'd'],
      ],
      [
        'sources',
        ['## Sources', 'Why?', 'a.example', '', '[B](https://b.example) — Site', '', 'Letter'],
        ['## Sources', '', '- [Why?](<https://a.example>)', '- [B](<https://b.example>) — Site', '- Letter'],
      ],
      [
        'the numbers of sources',
        ['a [2]', '## Sources', '1. <https://a.example>', '2. B'],
        ['a [2]', '', '## Sources', '', '- [1] <https://a.example>', '- [2] B'],
      ],
      [
        'footnotes',
        ['a[^x] b^[c]', '## A', 'd', '', '[^x]: e', '', '    f'],
        ['a[^x] b[^note-2]', '', '## A', '', 'd', '', '[^x]: e', '', '    f', '', '[^note-2]: c'],
      ],
      [
        'marks of all kinds',
        [
          '*a* **b** ~~c~~ `d` `` e`f `` ![g](h.png)',
          '',
          '> i',
          '>',
          '> - j',
          '',
          '```k',
          'l',
          '```',
          '',
          '***',
          '## A',
        ],
        [
          '*a* **b** ~~c~~ `d` ``e`f`` ![g](<h.png>)',
          '',
          '> i',
          '>',
          '> - j',
          '',
          '```k',
          'l',
          '```',
          '',
          '***',
          '',
          '## A',
        ],
      ],
      [
        'what stands in a quotation',
        ['> ### a', '> b', '> c  ', '> d', '>', '> 3) e', '> 4) f', '', '## A'],
        ['> ### a', '>', '> b', '> c\\', '> d', '>', '> 3. e', '> 4. f', '', '## A'],
      ],
      [
        'a table',
        ['| a | b |', '| :-: | --: |', '| c \\| d | e |', '', '## A'],
        ['| a | b |', '| :-: | --: |', '| c \\| d | e |', '', '## A'],
      ],
      [
        'links',
        ['[a](https://a.example "b\\"c") <https://b.example> [d](e.md)', '', '## A'],
        ['[a](<https://a.example> "b\\"c") <https://b.example> [d](e.md)', '', '## A'],
      ],
      [
        'Liquid and HTML',
        ['{% include a %} <b>b</b><br>c <i> d </i>', '', '## A'],
        ['**b**\\', 'c  *d*', '', '## A'],
      ],
      [
        'words that look like marks',
        ['1\\. a', '', '\\# b \\*c\\* &amp;lt; \\<b> \\[1]', '', '## A'],
        ['1\\. a', '', '\\# b \\*c\\* \\&lt; \\<b> \\[1\\]', '', '## A'],
      ],
      [
        'a heading and a link that begin as items do',
        ['[1. a](https://a.example)', '', '## 1. A', '', '2\\. b', '', '## - # C', '', 'd'],
        ['[1. a](<https://a.example>)', '', '## 1. A', '', '2\\. b', '', '## - # C', '', 'd'],
      ],
      [
        'words with marks that mean nothing there',
        [
          ...[
            '~4 min (~5), a\\~b\\~ and \\~~c\\~~, snake_case \\_d\\_',
            'e',
            '[3]: f [sic], [g]\\(h) [i](j.md)',
          ],
          ...[
            '',
            '## A',
            '- [ ] Follow up',
            '- [x] Ask',
            '- **Oil:** +5',
            '',
            '## B',
            '| a |',
            '| - |',
            '| +21 |',
          ],
        ],
        [
          ...['~4 min (~5), a\\~b\\~ and \\~\\~c\\~\\~, snake_case \\_d\\_', 'e'],
          ...['[3]: f [sic], [g\\](h) [i](j.md)', '', '## A', '', '- [ ] Follow up', '- [x] Ask'],
          ...['- **Oil:** +5', '', '## B', '', '| a |', '| --- |', '| +21 |'],
        ],
      ],
      [
        'brackets in the words of a link',
        ['## A', '- [a \\[b\\] c](https://a.example)', '- [*[d]* e](https://b.example)'],
        ['## A', '', '- [a \\[b\\] c](<https://a.example>)', '- [*\\[d\\]* e](<https://b.example>)'],
      ],
    ];

  it('has one form for everything that can be written in several', () => {
    for (const [about, lines, canonical] of cases) assert.deepEqual(written(...lines), canonical, about);
  });

  it('is parsed as the same briefing, and is written the same again', () => {
    for (const [about, lines] of cases) {
      const briefing = read('# T', '', ...lines);
      const markdown = writeBriefing(briefing);
      assertSameBriefing(parseBriefing(markdown, ''), briefing, about);
      assert.equal(writeBriefing(parseBriefing(markdown, '')), markdown, about);
    }
  });

  it('has front matter for metadata that a heading cannot hold', () => {
    const front = (text: string, name = '') => writeBriefing(parseBriefing(text, name)).split('\n\n')[0];
    assert.equal(
      front('---\ntitle: A\ndate: 2026-03-03\nlang: en-gb\n---\n\nb'),
      '---\ndate: "2026-03-03"\nlang: "en-GB"\n---',
    );
    assert.equal(front('---\ntitle: Summary\n---\n\nb'), '---\ntitle: "Summary"\n---');
    assert.equal(front('# A\n\nb'), '# A');
    assert.equal(front('It rained.', '2026-03-03-wet-day.md'), '---\ndate: "2026-03-03"\n---');
  });

  it('is the same briefing for all bundled ones and fixtures', () => {
    for (const name of ['allMarks.md', 'bridge.txt']) {
      const briefing = parseBriefing(readFixture(name), name);
      assertSameBriefing(parseBriefing(writeBriefing(briefing), ''), briefing, name);
    }
  });

  it('can be made of a plain text', () => {
    const text = [
      'Key Takeaways',
      '• L: a',
      '• b',
      'Why now?',
      'It struck because of the cold in C:\\[a].',
      'Sources:',
      'c',
      'd.example',
    ];
    const briefing = parseBriefing(text.join('\n'), 'clock.txt');
    const markdown = [
      '# Clock',
      '',
      '## Key Takeaways',
      '',
      '- **L:** a',
      '- b',
      '',
      '## Why now?',
      '',
      'It struck because of the cold in C:\\\\[a\\].',
      '',
      '## Sources:',
      '',
      '- [c](<https://d.example>)',
      '',
    ];
    assert.equal(writeBriefing(briefing), markdown.join('\n'));
    assertSameBriefing(parseBriefing(markdown.join('\n'), ''), briefing);
  });

  // The timeout only catches infinite loops.
  it('keeps marks and spaces, however many are in a row', () => {
    const texts = [`# T\n\n## ${'#'.repeat(150_000)}x\n\na\n`, `- **a${' '.repeat(300_000)}b** c\n`];
    for (const text of texts) {
      const briefing = parseBriefing(text, '');
      assert.ok(parseBriefing(writeBriefing(briefing), '').sections.length > 0);
    }
  });

  it('keeps a document that is one list', () => {
    const briefing = parseBriefing('- a\n- b\n', '2026-03-03-list.md');
    assert.equal(writeBriefing(briefing), '---\ndate: "2026-03-03"\n---\n\n# List\n\n- a\n- b\n');
    assertSameBriefing(parseBriefing(writeBriefing(briefing), ''), briefing);
  });
});
