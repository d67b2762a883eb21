import assert from 'node:assert/strict';
import { renderBriefing, renderParts } from '../../../src/briefing/renderBriefing.ts';
import { checkHtml } from '../support/checkHtml.ts';
import { read } from '../support/fixture.ts';

/** Each block of words with its direction: `p:auto`. */
function directions(...lines: string[]): string {
  const html = renderBriefing(read(...lines));
  checkHtml(html);
  const blocks = html.matchAll(/<(h\d|p|ul|ol|li|td|th|blockquote)\b([^>]*)>/g);
  return [...blocks]
    .map(([, tag = '', rest = '']) => `${tag}:${/dir="(\w+)"/.exec(rest)?.[1] ?? 'none'}`)
    .join(' ');
}

describe('Each block of text', () => {
  it('has its own direction, which the browser detects', () => {
    const cases: readonly (readonly [lines: readonly string[], found: string])[] = [
      [['# T', '', 'a', '', 'שלום', '', '## S', 'x'], 'h1:auto p:auto p:auto h2:auto p:auto'],
      [['# T', '', '> a', '> # b', '', '## S', 'x'], 'h1:auto blockquote:auto p:auto h1:auto h2:auto p:auto'],
      [
        ['# T', '', '- a', '  1. b', '', '## S', 'x'],
        'h1:auto ul:auto li:auto ol:auto li:auto h2:auto p:auto',
      ],
      [['# T', '', '| a |', '| :-: |', '| b |', '', '## S', 'x'], 'h1:auto th:auto td:auto h2:auto p:auto'],
      [
        ['# T', '## S', '- a', '', '  b', '', '## R', '1. c'],
        'h1:auto h2:auto ul:auto li:auto p:auto h2:auto ol:auto li:auto',
      ],
    ];
    for (const [lines, found] of cases) assert.equal(directions(...lines), found);
  });

  it('has a stated direction if its text is in inner blocks, which the browser ignores', () => {
    const cases: readonly (readonly [lines: readonly string[], found: string])[] = [
      [['# T', '', '> שלום', '', '## S', 'x'], 'h1:auto blockquote:rtl p:auto h2:auto p:auto'],
      [['# T', '', '- ملخص', '- b', '', '## S', 'x'], 'h1:auto ul:rtl li:auto li:auto h2:auto p:auto'],
      [
        ['# T', '', '1. **12** ملخص', '', '   b', '', '## S', 'x'],
        'h1:auto ol:rtl li:rtl p:auto p:auto h2:auto p:auto',
      ],
      [['# T', '', '- a', '- ملخص', '', '## S', 'x'], 'h1:auto ul:auto li:auto li:auto h2:auto p:auto'],
      [['# T', '## S', '- ملخص', '- b'], 'h1:auto h2:auto ul:rtl li:auto li:auto'],
      [['# T', '## S', '- **ملخص:** b'], 'h1:auto h2:auto ul:rtl li:auto'],
    ];
    for (const [lines, found] of cases) assert.equal(directions(...lines), found);
  });

  it('is marked as right-to-left if most letters are, even if the first is not', () => {
    const [hebrew, arabic] = ['GitHub: המעבורת עוצרת בתשע', 'NASA تعلن عن مهمة جديدة'];
    const cases: readonly (readonly [lines: readonly string[], found: string])[] = [
      [[`# ${hebrew}`, '', arabic, '', `## ${arabic}`, 'x'], 'h1:rtl p:rtl h2:rtl p:auto'],
      [['# T', '## S', `- ${hebrew}`, '- b'], 'h1:auto h2:auto ul:rtl li:rtl li:auto'],
      [
        ['# T', '', `| ${arabic} |`, '| - |', '| The word שלום |', '## S', 'x'],
        'h1:auto th:rtl td:auto h2:auto p:auto',
      ],
      [
        ['# T', '', `[${arabic}](https://a.example/a-long-address-in-latin-letters)`, '## S', 'x'],
        'h1:auto p:rtl h2:auto p:auto',
      ],
    ];
    for (const [lines, found] of cases) assert.equal(directions(...lines), found);
  });

  it('has its direction in a takeaway on a page of its own', () => {
    const [{ body, references } = { body: '', references: '' }] = renderParts(
      read('# T', '## S', '- a', '', '  b', '', '## Sources', '- c'),
    ).items.values();
    assert.equal(body, '<p dir="auto">a</p>\n<p dir="auto">b</p>\n');
    assert.equal(
      references,
      '<ol class="references" dir="auto">\n<li class="reference r-0" dir="auto">c</li>\n</ol>\n',
    );
  });
});

describe('Emoji in text', () => {
  it('is marked, one run at a time, everywhere', () => {
    const html = renderBriefing(
      read(
        '# T 🚀',
        '',
        'a 🤝 b 🇪🇺🇺🇦 `🔥` [🎉 c](d.md)',
        '',
        '## S ⚔️',
        '- 🤝 **L:** x 🔥 y',
        '',
        '## Sources',
        '- 📞 d',
      ),
    );
    checkHtml(html);
    assert.deepEqual(
      [...html.matchAll(/<span class="emoji">(.*?)<\/span>/g)].map(([, emoji]) => emoji),
      ['🚀', '🤝', '🇪🇺🇺🇦', '🎉', '⚔️', '🤝', '🔥', '📞'],
    );
    assert.ok(html.includes('<code>🔥</code>'), html);
  });

  it('stays where it was written: before a takeaway, in its label, or after it', () => {
    const html = renderBriefing(read('# T', '', '## S', '- 🤝 **L:** x', '- **🔥 M:** y', '- **N:** z ✅'));
    const items = [...html.matchAll(/<li class="takeaway"[^>]*>(.*?)<\/li>/g)].map(([, item = '']) =>
      item.replace(/<[^>]*>/g, ''),
    );
    assert.deepEqual(items, ['🤝 L: x', '🔥 M: y', 'N: z ✅']);
  });
});
