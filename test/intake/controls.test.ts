import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const read = (html: string) => htmlToMarkdown(html).trim();
const button = (words: string, attributes = '') => `<button ${attributes}>${words}</button>`;

describe('A button', () => {
  it('is no word of the text', () => {
    for (const one of [
      button('Light / Dark', 'onclick="toggleTheme()" class="toggle"'),
      button('<svg></svg> <span>共有</span>', 'type="button" data-share-url="/1"'),
      button('Menü', 'aria-haspopup="true" aria-expanded="false"'),
      button('Termine', 'role="tab" aria-selected="false" aria-controls="dates"'),
    ]) {
      assert.equal(read(`<p>Nr. 12</p>${one}<p>It stops.</p>`), 'Nr. 12\n\nIt stops.');
      assert.equal(read(`<h2>The ferry stops ${one}</h2>`), '## The ferry stops');
      assert.equal(read(`<div><span>By Ann</span>${one}<span>3 May</span></div>`), 'By Ann 3 May');
    }
    assert.equal(read(`<div>${button('One')}${button('Two')}</div><p>It stops.</p>`), 'It stops.');
    const story = (words: string) => `<div>${words}</div>${button('Partager')}`;
    assert.equal(read(story('Un') + story('Deux')), 'Un\n\nDeux');
  });

  it('is one, if it is the title of what it opens', () => {
    for (const title of [
      button('Ferries', 'aria-expanded="true"'),
      button('Ferries', 'aria-controls="ferries"'),
      button('Ferries', 'class="accordion"'),
      button('<span>Ferries</span>', 'class="section-toggle"'),
    ])
      assert.equal(read(`<p>Nr. 12</p>${title}<p>It stops.</p>`), 'Nr. 12\n\nFerries\n\nIt stops.');
    assert.equal(read(`<h2>${button('Ferries')}</h2><p>It stops.</p>`), '## Ferries\n\nIt stops.');
    assert.equal(
      read(`<details><summary>${button('Ferries')}</summary>It stops.</details>`),
      'Ferries\n\nIt stops.',
    );
  });

  it('is one above a block, alone with it or among such pairs', () => {
    assert.equal(read(`<div>${button('Why?')}<div>It is old.</div></div>`), 'Why?\n\nIt is old.');
    const pair = (title: string) => `${button(title)}\n<div>${title} stop.</div>\n`;
    const pairs = 'Ferries\n\nFerries stop.\n\nTugs\n\nTugs stop.';
    assert.equal(read(`<p>Nr. 12</p>${pair('Ferries')}${pair('Tugs')}`), `Nr. 12\n\n${pairs}`);
  });

  it('is one in a sentence, with a link, or with many words', () => {
    assert.match(read(`<p>Press ${button('Save')}, and wait.</p>`), /Save/);
    const link = (words: string) => `<a href="https://a.example/1">${words}</a>`;
    for (const html of [link(button('More')), button(link('More'))])
      assert.equal(read(html), '[More](<https://a.example/1>)');
    const story = 'The ferry stops at noon, and nobody knows when it will go again.';
    assert.equal(read(button(`<b>${story}</b>`)), `**${story}**`);
  });
});

describe('A button in code', () => {
  it('is none of it', () => {
    assert.equal(read(`<pre>${button('Copy')}<code>npm i tug</code></pre>`), '```\nnpm i tug\n```');
  });
});

describe('An image or icon without words', () => {
  it('is a space', () => {
    for (const html of [
      'By Ann<svg><path d="M0 0"></path></svg>3 min',
      'By Ann<img src="dot.png" width=14 alt="">3 min',
      'By Ann<img src="clock.png" alt="clock icon">3 min',
    ])
      assert.equal(read(`<p>${html}</p>`), 'By Ann 3 min');
  });

  it('is nothing, if it tracks or is all of a link', () => {
    assert.equal(read('<p>Fer<img src="t.gif" width=1 height=1>ries</p>'), 'Ferries');
    assert.equal(read('<p>It stops.</p><a href="https://a.example"><img src="a.png"></a>'), 'It stops.');
  });
});
