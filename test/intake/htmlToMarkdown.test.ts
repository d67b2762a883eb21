import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../src/briefing/readingItems.ts';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { REPO } from '../support/paths.ts';

const PAGES = path.join(REPO, 'test', 'fixtures', 'intake', 'html');

const TEXT = 'The office says that it stops at nine, and that nobody is late.';

/** In an input, `TEXT` is a sentence, `CARD(a|b)` has the lines a and b above it, and `3 × ` is three of the rest. */
function read(input: string): string {
  const [, times = '', rest = ''] = /^(3 × )?(.*)$/s.exec(input) ?? [];
  const html = rest.replace(
    /CARD\((.*?)\)/g,
    (_, lines: string) =>
      `<div class="card"><div>${lines.split('|').join('</div><div>')}</div><p>TEXT</p></div>`,
  );
  return htmlToMarkdown(html.replaceAll('TEXT', TEXT).repeat(times === '' ? 1 : 3)).replaceAll(TEXT, 'TEXT');
}

describe('A page as Markdown', () => {
  for (const name of fs.readdirSync(PAGES).filter((name) => name.endsWith('.html'))) {
    it(`matches the expected file of ${name}`, () => {
      const html = fs.readFileSync(path.join(PAGES, name), 'utf8');
      const markdown = fs.readFileSync(path.join(PAGES, name.replace('.html', '.md')), 'utf8');
      assert.equal(htmlToMarkdown(html, 'https://diario.example/a/b.html'), markdown);
    });
  }

  fixtureCases('intake/pages', (input) => read(input).replace(/\n$/, ''));
});

describe('The headings of a page as Markdown', () => {
  fixtureCases('intake/pageHeadings', (input) => (read(input).match(/^#+ .*$/gm) ?? []).join('\n'));
});

describe('The words of a page, as the reader shows them', () => {
  fixtureCases('intake/pageWords', (input) => {
    const markdown = htmlToMarkdown(`<h1>Harbour brief</h1><h2>Ferries</h2><p>${input}</p>`);
    return readingItems(parseBriefing(markdown, 'a.md'))[0]?.text ?? '';
  });
});
