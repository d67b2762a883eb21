import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const TEXT = 'The office says that it stops at nine, and that nobody is late.';
const read = (html: string) => htmlToMarkdown(html).trim();
const card = (title: string, more = `<p>${TEXT}</p>`, name = 'card') =>
  `<div class="${name}"><div>${title}</div>${more}</div>`;
const item = (title: string) => `- ${title}\n\n  ${TEXT}`;

describe('Elements of one class that begin with a short line and go on', () => {
  it('are items if there are three, in one element or in several', () => {
    const items = ['Ferry stops', '渡船が止まる', 'Кран приїде'];
    assert.equal(read(items.map((title) => card(title)).join('\n')), items.map(item).join('\n'));
    const [ferry = '', crane = '', tug = ''] = items.map((title) => card(title));
    assert.equal(
      read(`<div>${ferry}${crane}</div><p>Later:</p><div>${tug}</div>`),
      [items.slice(0, 2).map(item).join('\n'), 'Later:', item(items[2] ?? '')].join('\n\n'),
    );
  });

  it('may be articles, with a headline in bold, in other elements, and have inner ones', () => {
    const inner = (title: string) =>
      `<article><div class="in"><div class="name"><b>${title}</b></div><p>${TEXT}</p></div><a href="https://a.example">Read</a></article>`;
    const written = `- **Ferry**\n\n  ${TEXT}\n\n  [Read](<https://a.example/>)`;
    assert.equal(
      read(`<section>${inner('Ferry')}${inner('Ferry')}${inner('Ferry')}</section>`),
      [written, written, written].join('\n'),
    );
  });

  it('are none if there are two, or if they are figures, chapters, or hold several of a kind', () => {
    const lists = (html: string) => read(html).match(/^- /gm) ?? [];
    const three = (html: string) => html.repeat(3);
    for (const html of [
      card('Ferry').repeat(2),
      three(card('14', '<p>boats</p>')),
      three(card('Ferry', `<p>${TEXT.repeat(40)}</p>`)),
      three(card('It stops at nine.')),
      three(card('Ferry', `<h3>Crane</h3><p>${TEXT}</p>`)),
      three(card('Ports', `<p><b>Ferry</b></p><p>${TEXT}</p>`)),
      three(card('✓')),
      three(`<div><div>Ferry</div><p>${TEXT}</p></div>`),
    ])
      assert.deepEqual(lists(html), [], html.slice(0, 80));
    const groups = three(`<div class="group"><div>Ferries</div>${card('One')}${card('Two')}</div>`);
    assert.equal(lists(groups).length, 6);
  });

  it('have no initials in place of a picture', () => {
    const initials = (words: string) => `<div class="avatar small">${words}</div>`;
    assert.equal(read(`<div>${initials('AN')}<p>${TEXT}</p></div>`), TEXT);
    assert.match(read(`<div>${initials('Ann')}<p>${TEXT}</p></div>`), /^Ann\n/);
  });
});
