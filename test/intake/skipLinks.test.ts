import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';

describe('A link past the menu of a page', () => {
  it('is left out by its class', () => {
    for (const name of ['skip-link', 'skiplink', 'md-skip', 'a skip-to-content'])
      assert.equal(
        htmlToMarkdown(`<a class="${name}" href="#main">To the content</a><p>It stops.</p>`),
        'It stops.\n',
      );
  });

  it('is left out beside a heading if it is only a sign', () => {
    for (const sign of ['#', '¶', ' § ', '🔗'])
      assert.equal(
        htmlToMarkdown(`<h2>Quay <a href="#quay">${sign}</a></h2><p>It stops.</p>`),
        '## Quay\n\nIt stops.\n',
      );
    const links = [
      '<a href="#a">*</a>',
      '<a href="#a">#3</a>',
      '<a href="https://a.example/#a">🔗</a>',
      '<a>#</a>',
    ];
    for (const link of links)
      assert.match(htmlToMarkdown(`<p>It stops ${link}</p>`), /stops .*[#*🔗]/u, link);
  });

  it('is none with another class or an address', () => {
    const links = [
      'class="no-skip" href="#a"',
      'class="toc skip" href="#a"',
      'class="skip-link" href="https://a.example"',
    ];
    for (const link of links) assert.match(htmlToMarkdown(`<p>Read <a ${link}>that</a>.</p>`), /that/, link);
  });
});
