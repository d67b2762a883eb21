import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const read = (html: string) => htmlToMarkdown(html).trim();
const card = (n: number, title: string) =>
  `<a class="row" href="https://a.example/${String(n)}"><i class="icon"></i> <span><span class="row-title">${title}</span> May</span></a>`;
const written = (n: number, title: string) => `[**${title}** May](<https://a.example/${String(n)}>)`;

describe('A link with a title in it and something else', () => {
  it('is a paragraph', () => {
    assert.equal(
      read(`<div>Soon: ${card(1, 'Fair')}\n${card(2, '市')} and more</div>`),
      `Soon:\n\n${written(1, 'Fair')}\n\n${written(2, '市')}\n\nand more`,
    );
  });

  it('is none in a heading, or without a title or anything else', () => {
    assert.equal(read(`<h3>1. ${card(1, 'Fair')}</h3>`), `### 1. ${written(1, 'Fair')}`);
    for (const inside of [
      '<span class="title">Fair</span>',
      '<b>Fair</b> <i>May</i>',
      '<span class="name">Fair</span> <i>May</i>',
    ])
      assert.doesNotMatch(read(`<p>See <a href="https://a.example/1">${inside}</a>, and go.</p>`), /\n/);
  });
});
