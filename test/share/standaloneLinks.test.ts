import assert from 'node:assert/strict';
import { standaloneLinks } from '../../src/share/standaloneLinks.ts';

describe('Links that work outside the reader', () => {
  const cases = [
    [
      'give a reference an id',
      '<li class="reference r-3" dir="auto">x</li>',
      '<li class="reference r-3" dir="auto" id="r-3">x</li>',
    ],
    [
      'give the id to the first element of a reference',
      '<p class="r-1">x</p><p class="r-1">y</p>',
      '<p class="r-1" id="r-1">x</p><p class="r-1">y</p>',
    ],
    [
      'give one id to an element of two references',
      '<a href="#r-1" title="A">[1]</a><a href="#r-0" title="B">[2]</a><tr class="r-0 r-1">',
      '<a href="#r-0" title="A">[1]</a><a href="#r-0" title="B">[2]</a><tr class="r-0 r-1" id="r-0">',
    ],
    [
      'keep an id that is there',
      '<a href="#r-1"><li class="r-1" id="t-x">',
      '<a href="#t-x"><li class="r-1" id="t-x">',
    ],
    ['keep links to sections', '<a href="#s-a" title="A">a</a>', '<a href="#s-a" title="A">a</a>'],
    [
      'turn links to files into text',
      '<a class="file" href="b.md" title="b.md">b <em>c</em></a>',
      '<span class="file">b <em>c</em></span>',
    ],
    [
      'do not repeat an address that is the text of the link',
      '<a href="https://a.example/" title="x">https://a.example</a><a href="https://a.example/b" title="x">b</a>',
      '<a class="bare" href="https://a.example/" title="x">https://a.example</a><a href="https://a.example/b" title="x">b</a>',
    ],
    [
      'put a host into brackets',
      '</a> <span class="host">a.example</span>,',
      '</a><span class="host"> (a.example)</span>,',
    ],
    [
      'show a host once in a paragraph',
      '<a class="said" href="https://a.example/b" title="x"><em>b</em></a><span class="host">a.example</span>,',
      '<a href="https://a.example/b" title="x"><em>b</em></a>,',
    ],
    [
      'leave text alone that looks like HTML',
      'class="r-1" &lt;p class=&quot;r-1&quot;&gt;',
      'class="r-1" &lt;p class=&quot;r-1&quot;&gt;',
    ],
  ] as const;

  for (const [about, html, standing] of cases) {
    it(about, () => {
      assert.equal(standaloneLinks(html), standing);
    });
  }
});
