import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

/** Generous: other tests may be running. */
const LONGEST = 4000;

describe('HTML that costs much', () => {
  const cases: readonly (readonly [what: string, html: string, end: RegExp])[] = [
    ['200,000 nested blocks', `${'<div>'.repeat(200_000)}x`, /^x\n$/],
    ['200,000 nested marks', `${'<b>'.repeat(200_000)}x`, /^\*\*x\*\*\n$/],
    ['100,000 nested lists', `${'<ul><li>'.repeat(100_000)}x`, /- x\n$/],
    ['60,000 nested tables', `${'<table><tr><td>'.repeat(60_000)}x`, /^x\n$/],
    ['nested quotations', `${'<blockquote>'.repeat(100_000)}x`, /> x\n$/],
    ['links in links', `${'<a href=https://a.example>'.repeat(100_000)}x`, /x/],
    ['scripts that are deep', `${'<p><b>'.repeat(1000)}a<script>nobody</script>b`, /ab/],
    ['half a million marks', '<'.repeat(500_000), /&#60;\n$/],
    ['800,000 lines', 'a<br>'.repeat(800_000), /a\n$/],
    ['400,000 items', `<ul>${'<li>a b c'.repeat(400_000)}`, /c\n$/],
    ['200,000 rows', `<table>${'<tr><td>a<td>b<td>c'.repeat(200_000)}`, /c[ |]*\n$/],
    ['500,000 marked words', `<p>${'a <b>b</b> <i>c</i> '.repeat(250_000)}`, /[bc*]\n$/],
    [
      '5 MB of paragraphs',
      '<p>It <b>rained</b>, says <a href="https://a.example/x">Ann</a>.</p>\n'.repeat(74_000),
      /\.\n$/,
    ],
  ];
  for (const [what, html, end] of cases) {
    it(`is read soon: ${what}`, () => {
      const begun = performance.now();
      const markdown = htmlToMarkdown(html);
      assert.ok(performance.now() - begun < LONGEST);
      assert.match(markdown.slice(-100), end);
    });
  }

  it('is read to its 5 MB', () => {
    const markdown = htmlToMarkdown(`<p>first</p>${'<p>word</p>'.repeat(500_000)}<p>last</p>`);
    assert.match(markdown, /^first\n/);
    assert.doesNotMatch(markdown, /last/);
  });
});
