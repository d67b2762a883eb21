import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const link = (words: string) => `<a href="https://a.example/1">${words}</a>`;
const written = (words: string) => `[${words}](<https://a.example/1>)`;
const read = (html: string) => htmlToMarkdown(html).trim();

describe('A menu', () => {
  it('is left out, if it has nothing but links', () => {
    const links = `${link('3 March')} | <span>${link('5 March')}</span>`;
    for (const menu of [
      `<nav>${links}</nav>`,
      `<div role="navigation">${links}</div>`,
      `<div class="article-nav">${links}</div>`,
      `<nav><h2>Contents</h2>${links}</nav>`,
      `<p class="previous">${links}</p>`,
      `<ul class="pager"><li>${link('1')}</li></ul>`,
      `<ul class="pagination small"><li>${link('1')}</li><li>${link('2')}</li></ul>`,
    ])
      assert.equal(read(`<p>It stops.</p>${menu}`), 'It stops.');
  });

  it('can list related stories, beside the only article', () => {
    const related = `<div class="related-posts"><h3>More</h3>${link('Two')} <time>3 May</time></div>`;
    assert.equal(read(`<article><h1>One</h1><p>It stops.</p>${related}</article>`), '# One\n\nIt stops.');
    for (const html of [
      `<p>It stops.</p>${related}`,
      `<article><h1>One</h1><div class="related-posts">Related: ${link('Two')}</div></article>`,
      `<article><h1>One</h1><div class="related-work"><h3>Two</h3>${link('Two')}</div></article>`,
    ])
      assert.match(read(html), /\[Two\]/);
  });

  it('is none with other words, or by another class', () => {
    for (const html of [
      `<div class="has-side-nav"><p>The ferry stops, says ${link('Ann')}.</p></div>`,
      `<nav><p>The ferry stops, says ${link('Ann')}.</p></nav>`,
    ])
      assert.equal(read(html), `The ferry stops, says ${written('Ann')}.`);
    assert.equal(read(`<div class="naval-news">${link('A frigate')}</div>`), written('A frigate'));
  });
});

describe('A link to the next issue, or to the one before', () => {
  const turn = (attributes: string) => `<a href="https://a.example/2" ${attributes}>Mi, 11. März</a>`;

  it('is left out', () => {
    for (const attributes of [
      'rel="next"',
      'rel="prev nofollow"',
      'class="next"',
      'class="btn post-nav__prev"',
    ])
      assert.equal(read(`<p>It stops.</p><div>${turn(attributes)}</div>`), 'It stops.');
  });

  it('is none by another class', () => {
    for (const attributes of [
      'rel="nofollow"',
      'class="next-steps"',
      'class="arrow-next"',
      'class="preview"',
    ])
      assert.match(read(`<p>It stops.</p><div>${turn(attributes)}</div>`), /März/);
  });
});

describe('A link back', () => {
  it('is left out', () => {
    assert.equal(read(`<p>${link('← All issues')} No. 12</p>`), 'No. 12');
    assert.equal(read(`<p><a href="index.html"><span>&larr;</span> Archiv</a></p><p>Nr. 12</p>`), 'Nr. 12');
  });

  it('is none with another arrow, or in the words', () => {
    for (const words of ['Read more →', 'Dublin ← Howth', '« Le bac »', '↑ 3 % in May'])
      assert.equal(read(`<p>${link(words)}</p>`), written(words));
  });
});

describe('A header above the content', () => {
  const page = (header: string, title = '') =>
    read(`<header>${header}</header><main>${title}<p>It is late.</p></main>`);

  it('is read if it has the title, and either a sentence or little else', () => {
    const title = '<h1>Fährpost</h1>';
    assert.equal(page(title), '# Fährpost\n\nIt is late.');
    const lede = `<div>${title}<p>Die Fähre hält.</p></div><p>12</p>`;
    assert.equal(page(lede), '# Fährpost\n\nDie Fähre hält.\n\n12\n\nIt is late.');
  });

  it('is left out if the title is below it, or if it has none', () => {
    for (const header of ['<p>It stops.</p>', '<div><h1>A</h1></div>'])
      assert.equal(page(header), 'It is late.');
    assert.equal(page('<h1>Post</h1><p>It stops.</p>', '<h1>Ferry</h1>'), '# Ferry\n\nIt is late.');
  });
});

describe('A badge', () => {
  const badge = (name: string) => `<span class="${name}">T3</span>`;

  it('has a space before it', () => {
    assert.equal(read(`<p>The ferry stops.${badge('tier-badge')}</p>`), 'The ferry stops. T3');
    assert.equal(read(`<h2>Die Fähre hält${badge('tag is-red')}</h2>`), '## Die Fähre hält T3');
  });

  it('has a space behind it if it begins an element', () => {
    assert.equal(read(`<p>${badge('chip')}la barca para</p>`), 'T3 la barca para');
    assert.equal(read(`<div> ${badge('trust')}The ferry stops.</div>`), 'T3 The ferry stops.');
  });

  it('has none before the end of a word, or of a name', () => {
    assert.equal(read(`<p>${badge('tag')}s stop at nine</p>`), 'T3s stop at nine');
    assert.equal(
      read(`<p>${badge('logo')}Post and ${badge('x')}The ferry stops</p>`),
      'T3Post and T3The ferry stops',
    );
    assert.equal(read(`<h1>${badge('logo')}Post Daily</h1>`), '# T3Post Daily');
    assert.equal(read('<p><span class="drop">T</span>The ferry stops'), 'TThe ferry stops');
  });

  it('has none if it touches a mark, or is none', () => {
    assert.equal(read(`<p>The ferry (${badge('tag')})</p>`), 'The ferry (T3)');
    assert.equal(read(`<p>The ferry #${badge('tag')}</p>`), 'The ferry #T3');
    assert.equal(read(`<p>The ferry A${badge('stage')} and B${badge('')}</p>`), 'The ferry AT3 and BT3');
  });
});

describe('Labels in a row', () => {
  it('have spaces between them', () => {
    assert.equal(read('<p><span>By</span><a class="author">Ann</a></p>'), 'By Ann');
    assert.equal(read('<p><span class="n">6</span><span class="u">boats</span></p>'), '6 boats');
    assert.equal(read('<div><span>RACE</span><span>BOAT</span>\n<b>ÉTÉ</b></div>'), 'RACE BOAT **ÉTÉ**');
    assert.equal(read('<h2><a class="x">CME ↗</a><a class="x">US ↗</a></h2>'), '## CME ↗ US ↗');
  });

  it('have none in a word, after a mark, in a sentence, or if there are only two without a class', () => {
    for (const html of [
      '<span class="a">F</span><b>Erry</b>',
      '<span class="a">/</span><span class="a">h</span>',
      '<span class="a">(</span><span class="a">north</span>',
      '<span class="a">Har</span><b>bour</b><span>Stops</span>x',
      '<span class="a">See (</span><a>Ann</a><span>)</span>',
      '<span>渡船</span><span>渡船</span><span>が</span>',
      '<span>Hal</span><span>le</span><span>lu</span>',
      '<span>Mac</span><span>Arthur</span>',
      'The <b class="a">Mac</b><span>Arthur</span> sails',
    ])
      assert.doesNotMatch(
        read(`<p>${html}</p>`)
          .replace('The ', '')
          .replace(/See | sails/, ''),
        /\s/,
      );
  });
});

describe('The footer of a page', () => {
  it('has a rule above it', () => {
    for (const footer of ['<footer>', '<div class="site-footer dark">', '<td class="footer">'])
      assert.equal(read(`<p>It stops.</p>${footer}By Ann`), 'It stops.\n\n***\n\nBy Ann');
  });

  it('has none if it is one of several, in a quotation, all of the page, or left out', () => {
    for (const [html, found] of [
      ['<div>One<footer>Ann</footer></div><div>Two<footer>Ben</footer></div>', 'One\n\nAnn\n\nTwo\n\nBen'],
      ['<p>One</p><blockquote>Two<footer>Ann</footer></blockquote>', 'One\n\n> Two\n>\n> Ann'],
      ['<footer>Ann</footer>', 'Ann'],
      ['<p>One</p><footer><img src="a.png"></footer>', 'One'],
      ['<p>One</p><div class="card-footer">Ann</div>', 'One\n\nAnn'],
      ['<main>One</main><footer>Ann</footer>', 'One'],
    ] as const)
      assert.equal(read(html), found);
  });
});
