import fc from 'fast-check';
import type { Token } from 'markdown-it';
import assert from 'node:assert/strict';
import { parseMarkdown } from '../../src/briefing/grammar/markdown.ts';
import { plainText } from '../../src/briefing/grammar/tokens.ts';
import { quoteAsciidoc } from '../../src/share/quoteAsciidoc.ts';
import { quoteHtml, quoteInTemplate } from '../../src/share/quoteHtml.ts';
import { quoteLatex } from '../../src/share/quoteLatex.ts';
import { quoteExtendedMarkdown, quoteMarkdown, quoteText } from '../../src/share/quoteMarkdown.ts';
import { quoteRestructuredText } from '../../src/share/quoteRestructuredText.ts';
import { type Quotation, itemContentOf } from '../../src/share/quotation.ts';
import { read } from '../briefing/support/fixture.ts';
import { quotation, quotationsOf } from './quotations.ts';

type Quote = (quotations: readonly Quotation[]) => string;

/** The quoted text of the first item, without the syntax of a quotation. */
function said(quote: Quote, quotations: readonly Quotation[]): string {
  return quote(quotations.slice(0, 1))
    .replace(/^> ?/gm, '')
    .replace(/^<blockquote>\n/, '')
    .replace(/\s*(?:—|<footer>— <cite>) ?T[^]*/, '');
}

/** An item, and its quotation in Markdown, HTML and plain text. */
const CASES: readonly (readonly [item: string, markdown: string, html: string, text: string])[] = [
  [
    '**Run:** Do this:\n\n  ```sh\n  cd /tmp\n    rm -rf x\n\n  ls  -l\n  ```',
    '**Run:** Do this:\n\n```sh\ncd /tmp\n  rm -rf x\n\nls  -l\n```',
    '<p><strong>Run:</strong> Do this:</p>\n<pre><code>cd /tmp\n  rm -rf x\n\nls  -l</code></pre>',
    'Run: Do this:\ncd /tmp\n  rm -rf x\n\nls  -l',
  ],
  [
    '**Run:**\n\n  ```{=html} x\n  <b>\n  ```',
    '**Run:**\n\n```\n<b>\n```',
    '<p><strong>Run:</strong></p>\n<pre><code>&#60;b&#62;</code></pre>',
    'Run:\n<b>',
  ],
  ['Say `a [b]  *c*` [1].', 'Say `a [b] *c*`.', '<p>Say <code>a [b] *c*</code>.</p>', 'Say a [b] *c*.'],
  [
    'It is ~~40~~ 50 euro.',
    'It is ~~40~~ 50 euro.',
    '<p>It is <del>40</del> 50 euro.</p>',
    'It is ~~40~~ 50 euro.',
  ],
  ['~~40 [1]~~ 50 euro.', '~~40~~ 50 euro.', '<p><del>40</del> 50 euro.</p>', '~~40~~ 50 euro.'],
  [
    'It is ~~4 `x` **0** [1]~~. Yes.',
    'It is ~~4 `x` 0~~. Yes.',
    '<p>It is <del>4 <code>x</code> 0</del>. Yes.</p>',
    'It is ~~4 x 0~~. Yes.',
  ],
  ['It is ~~[1]~~ 50.', 'It is 50.', '<p>It is 50.</p>', 'It is 50.'],
  [
    '**~~40~~ 50 euro:** The price.',
    '**~~40~~ 50 euro:** The price.',
    '<p><strong><del>40</del> 50 euro:</strong> The price.</p>',
    '~~40~~ 50 euro: The price.',
  ],
  [
    'One\\\n  two  \n  three\n  more.',
    'One\\\ntwo\\\nthree more.',
    '<p>One<br>\ntwo<br>\nthree more.</p>',
    'One\ntwo\nthree more.',
  ],
  ['One [1]\\\n  [1]\\\n  \\- two', 'One\\\n\\- two', '<p>One<br>\n- two</p>', 'One\n- two'],
  [
    '**Ferry:** It stops.\n  - one ~~two~~\n    1. deep\n    2. deeper\n  - [x] three',
    '**Ferry:** It stops.\n\n- one ~~two~~\n\n  1. deep\n  2. deeper\n- [x] three',
    '<p><strong>Ferry:</strong> It stops.</p>\n<ul>\n<li>one <del>two</del>\n<ol>\n<li>deep</li>\n<li>deeper</li>\n</ol></li>\n<li>[x] three</li>\n</ul>',
    'Ferry: It stops.\n- one ~~two~~\n  1. deep\n  2. deeper\n- [x] three',
  ],
  [
    'It stops at nine each day:\n\n  3. a\n\n     ```\n     x\n       y\n     ```\n  4. [1]\n  5. b\n\n     c',
    'It stops at nine each day:\n\n3. a\n\n   ```\n   x\n     y\n   ```\n4. \n5. b\n\n   c',
    '<p>It stops at nine each day:</p>\n<ol start="3">\n<li>a\n<pre><code>x\n  y</code></pre></li>\n<li></li>\n<li><p>b</p>\n<p>c</p></li>\n</ol>',
    'It stops at nine each day:\n3. a\n   x\n     y\n4. \n5. b\n   c',
  ],
  [
    'It stops at nine each day:\n\n  - a\n  - [1]',
    'It stops at nine each day:\n\n- a',
    '<p>It stops at nine each day:</p>\n<ul>\n<li>a</li>\n</ul>',
    'It stops at nine each day:\n- a',
  ],
  [
    'It stops at nine each day: 🚢\n\n  - a',
    '🚢 It stops at nine each day:\n\n- a',
    '<p>🚢 It stops at nine each day:</p>\n<ul>\n<li>a</li>\n</ul>',
    'It stops at nine each day: 🚢\n- a',
  ],
  [
    'See:\n\n  | A | B [1] |\n  | :- | -: |\n  | `x\\|y` [1] | ~~2~~ 3 |\n  | | z |',
    'See:\n\n| A | B |\n| :-- | --: |\n| `x\\|y` | ~~2~~ 3 |\n|  | z |',
    '<p>See:</p>\n<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td><code>x|y</code></td><td><del>2</del> 3</td></tr>\n<tr><td></td><td>z</td></tr>\n</table>',
    'See:\nA | B\nx|y | ~~2~~ 3\n | z',
  ],
  // Other formatting is dropped, and text is escaped.
  [
    '**One** *two* [three](https://a.example) \\~~4\\~~ [sic] \\`x\\`',
    'One two three \\~~4\\~~ \\[sic\\] \\`x\\`',
    '',
    'One two three ~~4~~ [sic] `x`',
  ],
];

function lettersOf(text: string): string {
  return text.replace(/\P{L}/gu, '');
}

function plainTextOf(tokens: readonly Token[]): string {
  return tokens.map((token) => plainText([token])).join('\n');
}

/** The number of tokens of a type. Indented code is written as fenced code, or is dropped if it is empty. */
function count(tokens: readonly Token[], type: string): number {
  return tokens.reduce((sum, { type: name, content, children }) => {
    const isOne = name.replace('code_block', 'fence') === type && (type !== 'fence' || content.trim() !== '');
    return sum + (isOne ? 1 : 0) + count(children ?? [], type);
  }, 0);
}

describe('Formatting of an item', () => {
  for (const [item, markdown, html, text] of CASES)
    it(`is kept in a quotation: ${JSON.stringify(item)}`, () => {
      const all = quotation(item, '1. Gazette');
      assert.equal(said(quoteText, all), text);
      if (html !== '') assert.equal(said(quoteHtml, all), html);
      if (html !== '') assert.equal(said(quoteMarkdown, all), markdown);
    });

  it('is kept in running text, and in a table row', () => {
    const passage = quotationsOf(read('# T', '## A', 'Now ~~40~~ 50:', '', '    a', '      b'));
    assert.equal(said(quoteMarkdown, passage), '**A**\n\nNow ~~40~~ 50:\n\n```\na\n  b\n```');
    const row = quotationsOf(
      read(
        ...['# T', '## A', '| Story | What |', '| - | - |', '| Ferry | It stops at ~~nine~~ ten each day |'],
        '| Crane | It came today at last, they say |',
      ),
    );
    assert.equal(said(quoteMarkdown, row), '**Ferry:** It stops at ~~nine~~ ten each day');
  });

  it('keeps lines and visible strikethrough in languages without such formatting', () => {
    const all = quotation('Was ~~40~~:\n\n  ```\n  a_b --c\n\n    include::x[]\n  ```');
    assert.match(
      quoteLatex(all),
      /^Was \\textasciitilde\{\}\\textasciitilde\{\}40.*:\n\na\\_b -\{\}-c\\newline\{\}\n\u00a0\\newline\{\}\n\u00a0\u00a0include::x\[\]\n\n---/m,
    );
    assert.match(
      quoteAsciidoc(all),
      /^pass:c\[Was ~~40~~:\]\n\npass:c\[a_b --c\] \+\n\u00a0 \+\n\u00a0\u00a0pass:c\[include::x\[\\\]\]\n\n—/m,
    );
    assert.match(
      quoteRestructuredText(all),
      /^ {4}Was ~~40~~\\:\n\n {4}\| a\\_b --c\n {4}\| \u00a0\n {4}\| \u00a0\u00a0include\\:\\:x\\\[\\\]\n\n {4}--/m,
    );
  });

  it('is inert in R Markdown, Quarto and templates', () => {
    const code = (words: string) => said(quoteExtendedMarkdown, quotation(words)).replaceAll('\n', '|');
    assert.equal(code('a `{x} $y` b $z'), 'a `{x} $y` b \\$z'.replace('`{x} $y`', '\\{x\\} \\$y'));
    assert.equal(code('a `$y @z` b $z'), 'a `$y @z` b \\$z');
    assert.equal(code('a `r system(x)` b'), 'a r system(x) b');
    assert.equal(code('**`r system(x)`:** b'), '**r system(x):** b');
    assert.equal(code('a\n\n  ```\n  $x {y}\n  ```'), 'a||```|$x {y}|```');
    assert.equal(code('a\n\n  ````\n  ```{r}\n  x\n  ```\n  ````'), 'a||\\`\\`\\`\\{r\\}\\|x\\|\\`\\`\\`');
    assert.equal(code('a\n\n  ```\n  {{< include x >}}\n  ```'), 'a||\\{\\{\\< include x >\\}\\}');
    assert.match(quoteInTemplate(quotation('a `{{ x }}`')), /<code>&#123;&#123; x &#125;&#125;<\/code>/);
  });

  it('keeps the numbers of a list that is divided between passages', () => {
    const items = Array.from({ length: 30 }, (_, at) => `${at + 5}. ${`word${at} `.repeat(60)}`);
    const all = quotationsOf(read('# T', '## In this issue', ...items));
    const written = quoteText(all).match(/^\d+\. word\d+/gm);
    assert.deepEqual(
      written,
      items.map((_, at) => `${at + 5}. word${at}`),
    );
    assert.ok(all.length > 3);
  });

  const block = fc.constantFrom(
    ...[
      'word',
      '`co de`',
      'a ~~st`x`~~, b',
      '~~s~~',
      'a\\\nb',
      '**b** *c*',
      '[l](https://l.example)',
      'x [1], y',
    ],
    ...[
      '- x\n  - y `z`\n\n    p',
      '1. x\n2. y',
      '3) ~~x~~\n4) - y',
      '- [ ] x\n- [1]',
      '```\nq\n\n  r\n```',
      '````js\n```\n````',
    ],
    ...[
      '| a | b |\n| - | - |\n| c | `d\\|e` |',
      '> quo\n> te',
      '***',
      '    ind\n      ent',
      '&lt;b> \\* \\`x\\`',
      '# H `h`',
    ],
    ...['![i](i.png)', '<b>x</b>', '- ```\n  c\n  ```', '|', '^x $y$ {z}', '字 [1]。'],
  );
  it('loses no word, and is read back from Markdown as it was', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), fc.boolean(), (blocks, isItem) => {
        const text = blocks.join('\n\n');
        const body = isItem ? `- **Label:** ${text.replaceAll('\n', '\n  ')}` : text;
        for (const { item, briefing } of quotationsOf(
          read('# T', '## A', body, '', '## Sources', '1. Gazette'),
        )) {
          const one = { item: { ...item, references: [] }, briefing };
          const all = [item.label ?? '', item.text, 'T'].join('');
          const quoted = parseMarkdown(quoteMarkdown([one]));
          const html = quoteHtml([one])
            .replace(/<[^>]*>/g, '')
            .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
          assert.equal(lettersOf(quoteText([one])), lettersOf(all));
          assert.equal(lettersOf(html), lettersOf(all));
          assert.equal(lettersOf(plainTextOf(quoted)), lettersOf(all));
          assert.equal(lettersOf(plainTextOf(parseMarkdown(quoteExtendedMarkdown([one])))), lettersOf(all));
          const written = itemContentOf(one)?.blocks ?? [];
          for (const type of ['fence', 'code_inline', 's_open', 'td_open'])
            assert.equal(count(quoted, type), count(written, type), `${type}: ${body}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not hide anything in code', () => {
    const all = quotation('a\n\n  ```\n  x\u202ey\u0007\n  ```');
    for (const quote of [quoteText, quoteMarkdown, quoteHtml])
      assert.match(quote(all), /x\[U\+202E\]y$|x\[U\+202E\]y</m);
  });
});
