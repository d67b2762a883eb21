import assert from 'node:assert/strict';
import { standaloneLinks } from '../../src/share/standaloneLinks.ts';

describe('Links that work outside the reader', () => {
  const cases = [
    [
      'a reference has an id',
      '<li class="reference r-3" dir="auto">x</li>',
      '<li class="reference r-3" dir="auto" id="r-3">x</li>',
    ],
    [
      'the first of several has it',
      '<p class="r-1">x</p><p class="r-1">y</p>',
      '<p class="r-1" id="r-1">x</p><p class="r-1">y</p>',
    ],
    [
      'what stands for two has one',
      '<a href="#r-1" title="A">[1]</a><a href="#r-0" title="B">[2]</a><tr class="r-0 r-1">',
      '<a href="#r-0" title="A">[1]</a><a href="#r-0" title="B">[2]</a><tr class="r-0 r-1" id="r-0">',
    ],
    [
      'what has an id keeps it',
      '<a href="#r-1"><li class="r-1" id="t-x">',
      '<a href="#t-x"><li class="r-1" id="t-x">',
    ],
    ['a section is as it was', '<a href="#s-a" title="A">a</a>', '<a href="#s-a" title="A">a</a>'],
    [
      'a file is its words',
      '<a class="file" href="b.md" title="b.md">b <em>c</em></a>',
      '<span class="file">b <em>c</em></span>',
    ],
    [
      'an address is not said twice',
      '<a href="https://a.example/" title="x">https://a.example</a><a href="https://a.example/b" title="x">b</a>',
      '<a class="bare" href="https://a.example/" title="x">https://a.example</a><a href="https://a.example/b" title="x">b</a>',
    ],
    [
      'a host has its brackets',
      '</a> <span class="host">a.example</span>,',
      '</a><span class="host"> (a.example)</span>,',
    ],
    [
      'a host is said once in a paragraph',
      '<a class="said" href="https://a.example/b" title="x"><em>b</em></a><span class="host">a.example</span>,',
      '<a href="https://a.example/b" title="x"><em>b</em></a>,',
    ],
    [
      'words are words',
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
