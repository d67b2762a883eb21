import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

describe('The title of a section by its class', () => {
  const headings = (html: string) => htmlToMarkdown(html).match(/^#+ .*$/gm) ?? [];
  const title = (words: string, name = 'section-title') => `<div class="${name}">${words}</div>`;
  const story = (words: string, level = 2) => `<div><h${level}>${words}</h${level}><p>It is late.</p></div>`;

  it('is a heading above those of stories', () => {
    const page = `<h1>Harbour</h1>${title('🚢 Ferries')}${story('One stops')}${story('One goes')}${title('Cranes')}`;
    assert.deepEqual(headings(page), [
      '# Harbour',
      '# 🚢 Ferries',
      '## One stops',
      '## One goes',
      '# Cranes',
    ]);
    assert.deepEqual(
      headings(
        `${title('Fähren', 'news section-label')}${story('Halt', 3)}${title('Kräne', 'section-header')}`,
      ),
      ['# Fähren', '### Halt', '# Kräne'],
    );
  });

  it('can be below the only heading of the page, if there are three or more', () => {
    const page = (...titles: readonly string[]) =>
      headings(`<h2>Harbour</h2>${titles.map((words) => `${title(words)}<p>It stops.</p>`).join('')}`);
    assert.deepEqual(page('Fähren', 'Kräne', '渡船'), ['## Harbour', '# Fähren', '# Kräne', '# 渡船']);
    assert.deepEqual(page('Fähren', 'Kräne'), ['## Harbour']);
  });

  it('can be in a button, and above a list', () => {
    const button = (words: string) =>
      `<button class="section-toggle"><span class="section-title">${words}</span><span></span></button>`;
    const page = `${button('Ferries')}<ul><li>One</li></ul>${button('Cranes')}<ul><li>Two</li></ul>`;
    assert.deepEqual(headings(page), ['# Ferries', '# Cranes']);
  });

  it('can be a summary of stories that have headings or are a list, and differs from others', () => {
    const page = (inside: string, ...titles: readonly string[]) =>
      headings(
        titles.map((words) => `<details><summary>${words}</summary>${inside}</details>`).join('<p>…</p>'),
      );
    const [list, text] = ['<ul><li>It stops.</li></ul>', '<p>It stops.</p>'];
    assert.deepEqual(page(list, '⚓ Häfen 2', '渡船'), ['# ⚓ Häfen 2', '# 渡船']);
    const twice = page('<h2>A</h2><h2>B</h2>', '⚓', 'Öl');
    assert.deepEqual(twice, ['# ⚓', '## A', '## B', '# Öl', '## A', '## B']);
    assert.deepEqual(page(text, 'Häfen', '渡船'), []);
    assert.deepEqual(page(list, 'More', 'More'), []);
    assert.deepEqual(page(list, 'Kräne'), []);
  });

  it('is none above or in a heading, below another section, or if there is only one', () => {
    const head = (words: string) => `<div class="section-header"><p>3 stories</p><h2>${words}</h2></div>`;
    for (const [page, found] of [
      [`${head('Ferries')}<p>a</p>${head('Cranes')}<p>b</p>`, ['## Ferries', '## Cranes']],
      [
        `${story('One')}${title('Why')}<p>a</p>${title('Outlook')}<p>b</p>${story('Two')}`,
        ['## One', '## Two'],
      ],
      [`${story('One')}${title('Why')}<p>a</p>`, ['## One']],
      [
        `${story('One')}${story('Two')}${title('Why')}<p>a</p>${title('Where')}<p>b</p>`,
        ['## One', '## Two'],
      ],
      [`${title('01 Tides')}${title('The tide')}${story('High')}${story('Low')}`, ['## High', '## Low']],
      [`${title('Ferries')}${story('One')}${story('Two')}`, ['## One', '## Two']],
      [`${title('Boats')}${story('Fast')}${title('Piers')}${story('New')}`, ['## Fast', '## New']],
      [`${title('Late', 'section-text')}${story('One')}${title('Dear', 'subsection-title')}`, ['## One']],
    ] as const)
      assert.deepEqual(headings(page), found);
  });
});
