import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../src/briefing/renderBriefing.ts';
import { REPO } from '../support/paths.ts';
import { checkElements } from './support/checkElements.ts';
import { checkHtml, linksIn } from './support/checkHtml.ts';
import { allSections, allTakeaways, read } from './support/fixture.ts';
import { inLede, render } from './support/rendered.ts';

function briefingsIn(folder: string): Briefing[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|markdown|txt|json)$/.test(file))
    .map((file) => parseBriefing(fs.readFileSync(path.join(folder, file), 'utf8'), path.basename(file)));
}

describe('A briefing in HTML', () => {
  it('ends with the sources that only its metadata name', () => {
    const given = [
      '---',
      'title: T',
      'sources: [Harbour Office, https://a.example/x]',
      '---',
      '',
      '- **A:** b.',
    ];
    const html = renderBriefing(read(...given, '- **C:** d.'));
    assert.match(
      html,
      /<hr>\n<ol class="references"[^>]*>\n<li class="reference r-0"[^>]*>Harbour Office<.*\n<li class="reference r-1"/,
    );
    // A list in the text already shows them.
    const listed = renderBriefing(
      read(...given, '', '## Sources', '', '1. Harbour Office', '2. https://a.example/x'),
    );
    assert.doesNotMatch(listed, /<hr>/);
  });

  it('has its title, its lede, its sections with their takeaways, and its references', () => {
    const lines = [
      '# A & B',
      '',
      'Lede.',
      '',
      '## Key',
      '',
      '- **Clock:** It strikes. 🤝',
      '',
      '## Sources',
      '',
      '1. [One](https://a.example)',
    ];
    assert.equal(
      render(read(...lines)),
      '<h1>A &amp; B</h1><div class="lede"><p>Lede.</p></div>' +
        '<section class="section prose"><h2>Key</h2><ul class="takeaways"><li class="takeaway">' +
        '<strong class="label">Clock:</strong> It strikes. <span class="emoji">🤝</span></li></ul></section>' +
        '<section class="section references"><h2>Sources</h2><ol class="references"><li class="reference r-0">' +
        '<a href="https://a.example/" title="https://a.example/">One</a> <span class="site">a.example</span></li></ol></section>',
    );
  });

  it('has the id of each section, takeaway and passage once', () => {
    const briefing = read('# T', 'w.', '## A', '- x', '- x', '### B', '1. y', '## A', 'z');
    const html = renderBriefing(briefing);
    const ids = [...allSections(briefing.sections), ...readingItems(briefing)].map(({ id }) => id);
    assert.equal(ids.filter((id) => id.startsWith('p-')).length, 2);
    for (const id of ids) assert.equal(html.split(`id="${id}"`).length, 2, id);
    assert.equal(html.split(' id="').length, ids.length + 1);
  });

  it('has each item in one element, and each passage with exactly its words', () => {
    const briefings = [
      read('# T', 'w.', '## A', 'x', '', '- one', '- two', '', 'y [1]', '### B', 'z', '## Sources', '- s'),
      read('# T', '[a](https://a.example) ![i](i.png) `c`', '', '> q', '', '| x |', '| - |', '| y |'),
      read('# T', 'In this issue:', '', '- [A](#a)', '', 'w', '', '## A', '- one', '- two'),
      ...['briefings', 'test/fixtures'].flatMap((folder) => briefingsIn(path.join(REPO, folder))),
    ];
    assert.ok(briefings.length > 20);
    for (const briefing of briefings) checkElements(briefing, renderBriefing(briefing));
  });

  it('has a note that is read as an item in an element, source or not', () => {
    const note =
      'A book that nobody has read since it was written, and that says more than where it comes from.';
    const lines = ['# T', '', 'a[^1] b[^2]', '', `[^1]: ${note}`, '[^2]: [Two](https://b.example)'];
    const briefing = read(...lines);
    const html = renderBriefing(briefing);
    checkHtml(html);
    checkElements(briefing, html);
    assert.match(
      html,
      /<div class="passage" id="p-[^"]*">\n<p class="r-0" dir="auto"><sup class="citation">\[1\]<\/sup> A book/,
    );
    for (const href of linksIn(html).filter((one) => one.startsWith('#')))
      assert.match(html, new RegExp(` class="(?:[^"]* )?${href.slice(1)}[ "]`));
  });

  it('has the levels of its headings, with one level-1 heading: the title', () => {
    const html = render(read('# T', '## A', '#### B', '# C'));
    assert.deepEqual(html.match(/<h\d>[^<]*/g), ['<h1>T', '<h2>A', '<h4>B', '<h2>C']);
  });

  it('keeps the punctuation after a label', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['**Clock**: x', 'Clock:'],
      ['**Clock.** x', 'Clock.'],
      ['**Does it?** x', 'Does it?'],
      ['**It does!** x', 'It does!'],
    ];
    for (const [words, label] of cases) {
      assert.ok(
        render(read('# T', '## A', `- ${words}`)).includes(`<strong class="label">${label}</strong> x`),
        words,
      );
    }
  });

  it('breaks the line once after a headline on a line of its own', () => {
    const lines = ['- [Ferry stops](https://a.example)\\', '  [works.example](https://works.example)'];
    assert.equal(renderBriefing(read('# T', '## A', ...lines)).match(/<br>/g)?.length, 1);
  });

  it('numbers a list as its author did', () => {
    assert.ok(inLede('3. c', '4. d').startsWith('<ol start="3">'));
    assert.match(
      render(read('# T', '## A', '3. c', '4. d')),
      /<ol(?= [^>]*class="takeaways")(?= [^>]*start="3")[^>]*>/,
    );
    assert.ok(render(read('# T', '## A', '1. a')).includes('<ol class="takeaways">'));
  });

  it('has a source that is an item of its own apart from the item above it', () => {
    const story = (title: string) => [
      ...[
        `## ${title}`,
        '',
        `- Id: \`${title.length}\``,
        '- Field: [cs.LG](https://b.example)',
        '- Result: It works.',
      ],
      ...[`- Links: [abs](https://a.example/${title}) | [pdf](https://a.example/${title}.pdf)`, ''],
    ];
    const html = renderBriefing(read('# T', '', ...story('One'), ...story('Three')));
    assert.match(html, /It works\.<\/p>\s*<p[^>]*>Links: /);
  });

  it('shows the lines below the first line of a takeaway', () => {
    const html = render(read('# T', '## A', '- a', '', '  b', '  - c'));
    assert.ok(html.includes('<li class="takeaway">a<p>b</p><ul><li>c</li></ul></li>'), html);
  });
});

describe('Markdown in HTML', () => {
  const cases: readonly (readonly [markdown: readonly string[], html: string])[] = [
    [['*a* **b** ~~c~~ `d`'], '<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>'],
    [['a\\', 'b', 'c'], '<p>a<br>bc</p>'],
    [['> a'], '<blockquote><p>a</p></blockquote>'],
    [['---', '', 'a'], '<hr><p>a</p>'],
    [['```js', 'a < b', '```'], '<pre><code class="language-js">a &lt; b</code></pre>'],
    [['- a', '- b'], '<ul><li>a</li><li>b</li></ul>'],
    [
      ['| a |', '| - |', '| b |'],
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    ],
    [
      ['[a](https://a.example "b")'],
      '<p><a href="https://a.example/" title="https://a.example/">a</a> <span class="host">a.example</span></p>',
    ],
    [
      ['[](mailto:me@a.example)'],
      '<p><a href="mailto:me@a.example" title="mailto:me@a.example">me@a.example</a></p>',
    ],
    [
      ['https://a.example/?b&c'],
      '<p><a href="https://a.example/?b&amp;c" title="https://a.example/?b&amp;c">https://a.example/?b&amp;c</a></p>',
    ],
    [['[a](vscode://b/c) [d](e.html)'], '<p><span>a</span> <span>d</span></p>'],
    [['![a *b*](https://a.example/b.png "c")'], '<p><span class="image">a *b*</span></p>'],
    [
      ['<b>a</b> &lt;i&gt; & "c" <Exec>'],
      '<p><strong>a</strong> &lt;i&gt; &amp; &quot;c&quot; &lt;Exec&gt;</p>',
    ],
    [['<div>', 'a', '</div>'], '<p>a</p>'],
    [['a <!-- b -->'], '<p>a </p>'],
  ];

  it('has only the elements of Markdown', () => {
    for (const [markdown, html] of cases) assert.equal(inLede(...markdown), html);
  });

  it('aligns the cells of a table without inline styles', () => {
    const html = renderBriefing(read('# T', '', '| a | b |', '| :-: | --: |', '| c | d |'));
    assert.doesNotMatch(html, / style=/);
    checkHtml(html);
  });
});

describe('Bold text inside bold text', () => {
  it('makes one label, and leaves no element open', () => {
    const briefing = read('# T', '## A', '- **__a__ b:** c');
    checkHtml(renderBriefing(briefing));
    const [{ label, text } = { label: undefined, text: '' }] = allTakeaways(briefing);
    assert.deepEqual([label, text], ['a b', 'c']);
  });
});
