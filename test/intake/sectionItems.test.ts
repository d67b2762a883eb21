import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

const read = (html: string) => htmlToMarkdown(html).trim();
const links = (...words: readonly string[]) =>
  `<ul>${words.map((some, i) => `<li><a href="https://a.example/${String(i)}">${some}</a></li>`).join('')}</ul>`;
const list = (...items: readonly string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

describe('An item with a heading above a list', () => {
  it('is a section if the list has nothing but links, and so are others with a heading', () => {
    const stories = links('Ferry stops', '渡船停航', 'Fähre hält');
    const written =
      '- [Ferry stops](<https://a.example/0>)\n- [渡船停航](<https://a.example/1>)\n- [Fähre hält](<https://a.example/2>)';
    assert.equal(
      read(list(`<h2>Ports</h2><div>${stories}</div>`, '<h2>About</h2><p>It is late.</p>')),
      `## Ports\n\n${written}\n\n## About\n\nIt is late.`,
    );
    assert.equal(read(list('Soon', `<h3>港</h3>${stories}`)), `- Soon\n\n### 港\n\n${written}`);
  });

  it('is a story if the heading is a link, or the list has two links, words or more than links', () => {
    for (const item of [
      `<h2><a href="https://b.example">Ferry stops</a></h2>${links('Gazette', 'Courier', 'Herald')}`,
      `<h2>Ferry stops</h2>${links('Gazette', 'Courier')}`,
      `<h2>Ferry stops</h2>${list('At nine', 'At ten', 'At noon')}`,
      `<h2>Ferry stops</h2><p>It is late.</p>${links('Gazette', 'Courier', 'Herald')}`,
    ])
      assert.match(read(list(item, item)), /^- ## /, item);
  });
});
