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

  it('is none with another class or an address', () => {
    const links = [
      'class="no-skip" href="#a"',
      'class="toc skip" href="#a"',
      'class="skip-link" href="https://a.example"',
    ];
    for (const link of links) assert.match(htmlToMarkdown(`<p>Read <a ${link}>that</a>.</p>`), /that/, link);
  });
});
