import assert from 'node:assert/strict';
import { renderParts } from '../../../src/briefing/renderBriefing.ts';
import { checkHtml } from '../support/checkHtml.ts';
import { read } from '../support/fixture.ts';
import { bare, render } from '../support/rendered.ts';

describe('A reference in HTML', () => {
  it('shows its host, beside the site that it names', () => {
    const html = render(
      read('# T', '## Sources', '- [One](https://evil.example) — The Archive', '- Two (b.example)'),
    );
    assert.ok(
      html.includes('<span class="site">The Archive <span class="host">evil.example</span></span>'),
      html,
    );
    assert.ok(html.includes('Two</a> <span class="site">b.example</span>'), html);
  });

  it('without a title shows its address, once', () => {
    const html = render(
      read(
        '# T',
        '',
        'a [1]',
        '',
        '## Sources',
        '1. https://www.linkedin.com/posts/harbour',
        '2. [tides.example](https://tides.example/a?b#c)',
        '3. [Reuters](https://reuters.example/a) — Reuters',
      ),
    );
    assert.ok(html.includes('>linkedin.com/posts/harbour</a></li>'), html);
    assert.ok(html.includes('>tides.example/a?b</a></li>'), html);
    assert.ok(html.includes('>Reuters</a> <span class="host">reuters.example</span></li>'), html);
    assert.ok(html.includes('<a href="#r-0" title="linkedin.com/posts/harbour">[1]</a>'), html);
  });
});

describe('A citation in HTML', () => {
  const sources = ['', '## Sources', '1. [One & "only"](https://a.example/?b&c)', '2. Two'];

  it('leads to its reference, and shows the name and host of that', () => {
    const html = render(read('# T', '', 'a [1], b [2], c [3].', ...sources));
    const one = '<a href="#r-0" title="One &amp; &quot;only&quot; — a.example">[1]</a>';
    const two = '<a href="#r-1" title="Two">[2]</a>';
    assert.ok(
      html.includes(
        `a\u00a0<sup class="citation">${one}</sup>, b\u00a0<sup class="citation">${two}</sup>, c [3].`,
      ),
      html,
    );
  });

  it('leads to a list of sources that are numbered lines, whether they are cited or not', () => {
    const html = render(
      read('# T', '', 'a [2]', '', '## Sources', '', '[1] Tides', '[2] https://a.example/b?id=3'),
    );
    const list =
      '<ol class="references"><li class="reference r-0">[1] Tides</li><li class="reference r-1">[2] <a href="https://a.example/b?id=3" title="https://a.example/b?id=3">a.example/b?id=3</a></li></ol>';
    assert.ok(html.includes(list), html);
  });

  it('of a footnote leads to the notes at the end', () => {
    const html = render(read('# T', '', 'a[^n].', '', '[^n]: [Note](https://n.example)'));
    const note =
      '[n] <a href="https://n.example/" title="https://n.example/">Note</a> <span class="site">n.example</span>';
    assert.ok(html.includes('<a href="#r-0" title="Note — n.example">[n]</a>'));
    assert.ok(html.endsWith(`<hr><ol class="references"><li class="reference r-0">${note}</li></ol>`), html);
  });

  it('leads to the references of the takeaway, on its own page as in the whole', () => {
    const briefing = read('# T', '## A', '- a [2]', '- b', ...sources);
    const { article, items } = renderParts(briefing);
    const [first, second] = [...items.values()];
    for (const html of [article, first?.body ?? '', first?.references ?? '']) checkHtml(html);
    assert.match(first?.body ?? '', /<a href="#r-1" title="Two">\[2\]<\/a>/);
    assert.deepEqual(classesIn(first?.references), ['reference r-1']);
    // The second item cites none of them, while the first one does.
    assert.equal(second?.references, '');
    assert.deepEqual(classesIn(article), ['reference r-0', 'reference r-1']);
  });

  it('is not a link if it cites nothing, or is inside a link', () => {
    const cases: readonly (readonly [lines: readonly string[], html: string])[] = [
      [['a[^n].', '', '[^n]: '], '<sup class="citation" title="">[n]</sup>'],
      [['<a href="b.md">a[^n]</a>.', '', '[^n]: Note'], '>a<sup class="citation" title="Note">[n]</sup></a>'],
      [
        ['[a [1]](b.md).', ...sources],
        '>a\u00a0<sup class="citation" title="One &amp; &quot;only&quot;">[1]</sup></a>',
      ],
      [
        ['<a href="https://b.example">a[^n]</a>.', '', '[^n]: Note'],
        '>a<sup class="citation" title="Note">[n]</sup></a>',
      ],
    ];
    for (const [lines, html] of cases) {
      const whole = render(read('# T', '', ...lines));
      assert.ok(whole.includes(html), whole);
    }
  });
});

describe('A reference that is named again', () => {
  it('has the same class each time', () => {
    const html = render(
      read(
        '# T',
        '',
        'a [1]',
        '',
        '## Sources',
        '1. [One](https://a.example/x)',
        '',
        '## References',
        '- [Once more](https://a.example/x)',
      ),
    );
    assert.deepEqual(classesIn(html), ['reference r-0', 'reference r-0']);
  });

  it('is marked in its item or paragraph if its section says more than a list can', () => {
    const section = [
      '## Sources',
      'Thanks to all who',
      'helped, and to many more.',
      '',
      '1. One',
      '   and why it matters',
      '2. [Two](https://b.example)',
    ];
    const html = render(read('# T', '', 'a [1] [2]', '', ...section));
    assert.ok(!html.includes('<ol class="references">'), html);
    assert.ok(html.includes('<ol><li class="r-0 r-1">One'), html);
    assert.ok(html.includes('<li class="r-2"><a href="https://b.example/"'), html);
  });
});

describe('A list of references', () => {
  it('has the numbers that the text cites, and no others', () => {
    const sources = ['## Sources', '1. [One](https://a.example/1)', '2. Two', '3. Three'];
    const { article, items } = renderParts(read('# T', '', '## A', '- a [2][1]', '- b', '', ...sources));
    const shown = (html = '') =>
      [...html.matchAll(/<li class="reference[^>]*>(.*?)(?:<\/a>.*)?<\/li>/g)].map(([, words = '']) =>
        words.replace(/<[^>]*>/g, ''),
      );
    assert.deepEqual(shown(article), ['[1] One', '[2] Two', 'Three']);
    // A name that contains its number.
    const own = renderParts(read('# T', '', 'a [1]', '', '[**\\[1\\] One**](https://a.example/1)')).article;
    assert.deepEqual(shown(own), ['[1] One']);
    const [first] = items.values();
    assert.deepEqual(shown(first?.references), ['[2] Two', '[1] One']);
  });

  it('has a direction of its own, and so does each of its items', () => {
    const { article } = renderParts(read('# T', '', 'a [1]', '', '## Sources', '1. מקור ראשון', '2. Second'));
    checkHtml(article);
    assert.match(
      article,
      /<ol class="references" dir="rtl">\n<li class="reference r-0" dir="auto">\[1\] מקור/,
    );
    assert.ok(bare(article).includes('<li class="reference r-1">Second</li>'));
  });
});

function classesIn(html = ''): string[] {
  return [...html.matchAll(/<li class="([^"]*\br-\d+)"/g)].map(([, name = '']) => name);
}
