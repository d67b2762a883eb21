import assert from 'node:assert/strict';
import { readingItems } from '../../src/briefing/readingItems.ts';
import { renderParts } from '../../src/briefing/renderBriefing.ts';
import { checkElements } from './support/checkElements.ts';
import { checkHtml, linksIn } from './support/checkHtml.ts';
import { allTakeaways, read } from './support/fixture.ts';
import { bare } from './support/rendered.ts';

describe('An item in HTML', () => {
  const lines = [
    '# T',
    '## A',
    '- **L:** a *b* [one](https://a.example) 🤝',
    '',
    '  c',
    '- d',
    '',
    '## Sources',
    '- Two',
  ];

  it('has the column names above it if it is a row of a table', () => {
    const rows = [
      '| Title | Said |',
      '|---|---|',
      '| [Ferry stops](a.md) | At nine |',
      '| [Crane came](b.md) | By barge |',
    ];
    assert.deepEqual(
      [...renderParts(read('# T', '', '## A', '', ...rows)).items.values()].map(({ intro }) =>
        bare(intro).trim(),
      ),
      ['<p class="columns">Title · Said</p>', '<p class="columns">Title · Said</p>'],
    );
  });

  it('has its text and its references, or those of the briefing', () => {
    const briefing = read(...lines);
    const [first, second] = [...renderParts(briefing).items].map(([id, rendered]) => ({
      id,
      ...rendered,
    }));
    assert.ok(first && second);
    for (const { body, references } of [first, second]) {
      checkHtml(body);
      checkHtml(references);
    }
    assert.deepEqual(
      [first.id, second.id],
      allTakeaways(briefing).map(({ id }) => id),
    );
    const link = '<a href="https://a.example/" title="https://a.example/">one</a>';
    const host = '<span class="host">a.example</span>';
    assert.equal(bare(first.body), `<p>a <em>b</em> ${link} ${host}</p><p>c</p>`);
    assert.deepEqual(linksIn(first.references), ['https://a.example/']);
    assert.equal(bare(second.body), '<p>d</p>');
    assert.equal(bare(second.references), '<ol class="references"><li class="reference r-0">Two</li></ol>');
    assert.deepEqual([first.hasOwnReferences, second.hasOwnReferences], [true, false]);
  });

  it('starts with its words, even if they begin on a line of their own', () => {
    const items = ['- [Ferry stops](https://a.example)  ', '  It is late.', '- **Crane**\\', '  It comes.'];
    const bodies = [...renderParts(read('# T', '', '## A', '', ...items)).items.values()].map(
      ({ body }) => body,
    );
    assert.deepEqual(bodies, ['<p dir="auto">It is late.</p>\n', '<p dir="auto">It comes.</p>\n']);
  });

  it('is its reference itself if it is only a link', () => {
    const url = 'https://a.example/b';
    const partsOf = (...lines: string[]) => {
      const [rendered] = [...renderParts(read('# T', '## A', ...lines)).items.values()];
      for (const html of [rendered?.body ?? '', rendered?.references ?? '']) checkHtml(html);
      return rendered;
    };
    const once = [
      `- [One](${url})`,
      `- [One](${url}).`,
      `- **[One](${url})**`,
      `- 🚀 **Label:** [One *two*](${url})`,
      `- ${url}`,
      `- [![One](c.png)](${url})`,
    ];
    for (const line of once) {
      const rendered = partsOf(line);
      assert.deepEqual([rendered?.reference, rendered?.references], [0, ''], line);
      assert.deepEqual(linksIn(rendered?.body ?? ''), [url], line);
    }
    // The list has more than the link: words that would be lost, or a reference of several items.
    const source = ['', '## Sources', `- [One](${url}) — The Archive`];
    const both = [
      [`- See [One](${url})`],
      [`- [One](${url})`, ...source],
      [`- [Here](${url})`, ...source],
      [`- [One](${url}) [Two](${url}/2)`],
      [`- [One](${url})`, '', '  More.'],
      ['- One', ...source],
    ];
    for (const lines of both) {
      const rendered = partsOf(...lines);
      assert.equal(rendered?.reference, undefined, lines[0]);
      assert.notEqual(rendered?.references, '', lines[0]);
    }
  });

  it('has no references if the briefing has none', () => {
    const [[, rendered] = []] = [...renderParts(read('# T', '## A', '- d', '### B', '- e')).items];
    assert.equal(rendered?.references, '');
  });

  it('exists for each item, at any depth', () => {
    const briefing = read('# T', 'x', '## A', '- d', '- d', '### B', '- e', '', 'y', '#### C', '1. f');
    assert.deepEqual(
      [...renderParts(briefing).items.keys()],
      readingItems(briefing).map(({ id }) => id),
    );
  });

  it('has its introduction beside its words', () => {
    const briefing = read('# T', '## A', 'These came:', '', '- **L:** Anna', '- Ida', '', 'After *them*.');
    const items = [...renderParts(briefing).items.values()];
    for (const { intro } of items) checkHtml(intro);
    assert.deepEqual(
      items.map(({ intro, body }) => [bare(intro), bare(body)]),
      [
        ['<p>These came:</p>', '<p>Anna</p>'],
        ['', '<p>Ida</p>'],
        ['', '<p>After <em>them</em>.</p>'],
      ],
    );
  });

  it('has the colophon with its first and its last item', () => {
    const briefing = read('# T', '> Made at noon', '', '## A', '- one', '- two', '', '---', '', '*By Ann*');
    const { article, items } = renderParts(briefing);
    checkElements(briefing, article);
    assert.deepEqual(
      [...items.values()].map(({ intro, body }) => [bare(intro), bare(body)]),
      [
        ['<blockquote><p>Made at noon</p></blockquote>', '<p>one</p>'],
        ['', '<p>two</p><div class="made"><p><em>By Ann</em></p></div>'],
      ],
    );
    assert.deepEqual(article.match(/Made at noon|By Ann/g), ['Made at noon', 'By Ann']);
  });

  it('continues the numbers of a long list that was divided', () => {
    const line = 'The harbour office has said what it wants to do with the north quay this year.';
    const briefing = read(
      '# T',
      '## Feed health',
      ...Array.from({ length: 60 }, (_, i) => `${i + 1}. ${line}`),
    );
    const { article, items } = renderParts(briefing);
    assert.deepEqual(
      [...items.values()].map(({ body }) => /^<ol[^>]*>/.exec(bare(body))?.[0]),
      ['<ol>', '<ol start="21">', '<ol start="41">'],
    );
    assert.equal(article.match(/<div class="passage"/g)?.length, 3);
    assert.equal(article.match(/<li /g)?.length, 60);
  });
});
