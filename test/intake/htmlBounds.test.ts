import assert from 'node:assert/strict';
import { readPage } from '../../src/intake/html/readPage.ts';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';
import { worked } from '../support/clock.ts';

/** The maximum size of a text file in the inbox, in bytes. */
const LONGEST = 2 * 1024 * 1024;
const REMARK = 'There is more.';

type Case = readonly [what: string, html: string, end: RegExp];

describe('HTML that is expensive', () => {
  const whole: readonly Case[] = [
    ['200,000 nested blocks', `${'<div>'.repeat(200_000)}x`, /^x\n$/],
    ['200,000 nested marks', `${'<b>'.repeat(200_000)}x`, /^\*\*x\*\*\n$/],
    ['100,000 nested lists', `${'<ul><li>'.repeat(100_000)}x`, /- x\n$/],
    ['60,000 nested tables', `${'<table><tr><td>'.repeat(60_000)}x`, /^x\n$/],
    ['nested quotations', `${'<blockquote>'.repeat(100_000)}x`, /> x\n$/],
    ['links in links', `${'<a href=https://a.example>'.repeat(100_000)}x`, /x/],
    ['scripts that are deep', `${'<p><b>'.repeat(1000)}a<script>nobody</script>b`, /ab/],
    ['80,000 titles of one list', `<details>${'<summary>a b</summary>'.repeat(80_000)}x`, /x\n$/],
    ['200,000 marks', '<'.repeat(200_000), /&#60;\n$/],
    ['a megabyte of words', 'word '.repeat(200_000), /word\n$/],
    ['hidden characters', `a${'\u200d \u200d'.repeat(150_000)}b`, /^a b\n$/],
  ];
  for (const [what, html, end] of whole) {
    it(`is read to its end: ${what}`, () => {
      assert.match(htmlToMarkdown(html).slice(-100), end);
    });
  }

  const cut: readonly Case[] = [
    ['800,000 lines', 'a<br>'.repeat(800_000), /a\n$/],
    ['400,000 items', `<ul>${'<li>a b c'.repeat(400_000)}`, /a b( c)?\n$/],
    ['200,000 rows', `<table>${'<tr><td>a<td>b<td>c'.repeat(200_000)}`, /a b c/],
    ['500,000 marked words', `<p>${'a <b>b</b> <i>c</i> '.repeat(250_000)}`, /a b c/],
    [
      'paragraphs',
      '<p>It <b>rained</b>, says <a href="https://a.example/x">Ann</a>.</p>\n'.repeat(74_000),
      /It/,
    ],
    ['marks of Markdown', '*_`[]{}\\'.repeat(600_000), /&#\d+;/],
    ['addresses', 'https://a.example/ '.repeat(270_000), /<https:\/\/a\.example\/>/],
    ['letters of three bytes', '渡轮。'.repeat(1_700_000), /渡轮/],
    [
      'a long address on many lines',
      `<a href="https://a.example/${'x'.repeat(8_000)}">${'a<br>'.repeat(20_000)}`,
      /a\n$/,
    ],
    ['the words of images', '<img alt="Ferry: *late*">'.repeat(200_000), /Ferry/],
    ['items that are drawn', '<p>• a</p>'.repeat(400_000), /a\n$/],
  ];
  for (const [what, html, end] of cut) {
    it(`is read up to a limit, with a note: ${what}`, () => {
      const page = readPage(html);
      assert.equal(page.isCut, true);
      assert.match(page.markdown.slice(-100), end);
      assert.ok(Buffer.byteLength(page.markdown) < LONGEST);
      assert.ok(htmlToMarkdown(html, undefined, REMARK).endsWith(`\n\n${REMARK}\n`));
    });
  }

  it('is read as text where it has too much structure', () => {
    const { markdown, isCut } = readPage(`${'<p>a</p>'.repeat(25_001)}<p>the <b>end</b></p><p hidden>nobody`);
    assert.equal(isCut, true);
    assert.match(markdown, /a the end\n$/);
  });

  it('is complete for a newsletter of usual size', () => {
    const story =
      '<tr><td style="padding:0"><h3>Ferry</h3><p>It is <b>late</b>, <a href="https://a.example/b">they say</a>.</p></td></tr>';
    const html = `<table>${story.repeat(4000)}</table>`;
    assert.ok(html.length > 450_000);
    const { markdown, isCut } = readPage(html);
    assert.equal(isCut, undefined);
    assert.equal(markdown.match(/^### Ferry$/gm)?.length, 4000);
    assert.doesNotMatch(htmlToMarkdown(html, undefined, REMARK), /There is more/);
  });

  it('gives nothing if there is nothing', () => {
    assert.equal(htmlToMarkdown('<b></b>'.repeat(300_000), undefined, REMARK), '');
  });
});

describe('A style sheet that is expensive', () => {
  it('takes bounded time', () => {
    const start = worked();
    for (const worst of [
      '}',
      '} .',
      ', .en',
      '} .en {',
      '}.en{display:none',
      '} '.repeat(99),
      `}${' '.repeat(1e6)}`,
    ])
      htmlToMarkdown(
        `<style>${worst.repeat(Math.ceil(1e6 / worst.length))}</style><p class="en">It stops.</p>`,
      );
    assert.ok(worked() - start < 2000);
  });
});
