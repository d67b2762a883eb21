import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const read = (html: string) => htmlToMarkdown(html).trim();
const tab = (words: string, attributes: string) =>
  `<button aria-selected="false" ${attributes}>${words}</button>`;

describe('The panel of a tab', () => {
  it('is read, though it is hidden', () => {
    for (const panel of [
      '<div role="tabpanel" hidden>',
      '<div class="tab-pane fade" style="display: none">',
      '<section class="TabPanel" hidden>',
      '<div class="tabcontent" style="display:none;">',
    ])
      assert.equal(read(`<p>Nr. 12</p>${panel}It stops.`), 'Nr. 12\n\nIt stops.');
  });

  it('is left out like any other hidden text, if it is none', () => {
    for (const html of [
      '<div class="tab-menu" hidden>nobody</div>',
      '<table class="table-content" hidden><tr><td>nobody</table>',
      '<div class="modal" hidden><div role="tabpanel">nobody</div></div>',
      '<div role="tabpanel">It stops.<p hidden>nobody</p></div>',
    ])
      assert.doesNotMatch(read(`<p>It stops.</p>${html}`), /nobody/);
  });

  it('has the words of the tab as its title', () => {
    const tabs = `<nav role="tablist">${tab('News', 'role="tab" aria-controls="a"')}${tab('日程', 'data-target="#b"')}</nav>`;
    const panels = (one: string, two: string) =>
      `<main>${tabs}<div id="a">${one}</div><section id="b" hidden>${two}</section></main>`;
    assert.equal(
      read(panels('<h2>Ferries</h2><h2>Tugs</h2>', '<h2>May</h2><p>A fair.</p>')),
      '# News\n\n## Ferries\n\n## Tugs\n\n# 日程\n\n## May\n\nA fair.',
    );
    assert.equal(
      read(`<h2>Build</h2><p>Type:</p>${panels('<pre>npm i</pre>', '<pre>yarn</pre>')}`),
      '## Build\n\nType:\n\n**News**\n\n```\nnpm i\n```\n\n**日程**\n\n```\nyarn\n```',
    );
  });

  it('has its title once, if the tab is a link, or a heading right above it', () => {
    const link = '<a role="tab" aria-selected="true" aria-controls="a" href="#a">News</a>';
    assert.equal(read(`<div>${link}</div><div id="a">One</div>`), '**News**\n\nOne');
    const title = '<h3 role="tab" aria-selected="true" aria-controls="a">News</h3>';
    assert.equal(read(`${title}<div id="a" role="tabpanel" hidden>One</div>`), '### News\n\nOne');
    assert.equal(read('<ul><li aria-selected="false">One</li></ul>'), '- One');
  });

  it('has one title, however many tabs and panels there are', () => {
    const one = tab(`News ${'x'.repeat(200)}`, 'aria-controls="a"');
    const found = read(one + one + '<p id="a">One</p><p id="a">Two</p>');
    assert.match(found, /^\*\*News x{95}\*\*\n\nOne\n\nTwo$/);
    assert.equal(read(`<div id="a"><p>One</p>${tab('News', 'aria-controls="a"')}</div>`), '**News**\n\nOne');
  });
});

describe('A hidden card', () => {
  const cards = (attributes: string, inside: (n: number) => string) =>
    read(`<p>Nr. 12</p>${[1, 2, 3].map((n) => `<div ${attributes}>${inside(n)}</div>`).join('\n')}`);

  it('is read if it is in a stack of three or more with headings', () => {
    const written =
      'Nr. 12\n\n## Fähre 1\n\nThe last one stops.\n\n## Fähre 2\n\nThe last one stops.\n\n## Fähre 3\n\nThe last one stops.';
    const inside = (n: number) => `<p><h2>Fähre ${String(n)}</h2>The last one stops.`;
    assert.equal(cards('class="card" style="display:none;"', inside), written);
    assert.equal(cards('class="slide" hidden', inside), written);
  });

  it('is read alone if nothing else is beside it, as on the only day with one story', () => {
    const card = '<div class="slide" hidden><h2>Fähre hält</h2>The last one stops.</div>';
    for (const page of [card, card + card, `<p>Nr. 12</p>${card}`])
      assert.match(read(`<h1>The news of the harbour</h1><div>${page}</div>`), /## Fähre hält/);
  });

  it('is left out beside other text, without a heading or a class, or in a window', () => {
    const inside = (n: number) => `<h2>nobody ${String(n)}</h2>The last one stops.`;
    assert.equal(cards('class="modal" hidden', inside), 'Nr. 12');
    assert.equal(cards('hidden', inside), 'Nr. 12');
    for (const name of ['cookies', 'mobile', 'cardboard', 'story modal'])
      assert.equal(
        read(`<p>Nr. 12</p><div><div class="${name}" hidden>${inside(1)}</div></div>`),
        'Nr. 12',
        name,
      );
    assert.equal(
      cards('class="card" hidden', () => '<p>The last one stops for nobody'),
      'Nr. 12',
    );
    assert.equal(
      read(`<p>One ferry goes on at nine.</p><div class="card" hidden>${inside(1)}</div>`),
      'One ferry goes on at nine.',
    );
  });
});
