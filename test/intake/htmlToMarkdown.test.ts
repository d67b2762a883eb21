import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { htmlToMarkdown } from '../../src/intake/htmlToMarkdown.ts';
import { REPO } from '../support/paths.ts';

const PAGES = path.join(REPO, 'test', 'fixtures', 'intake', 'html');

describe('A page as Markdown', () => {
  for (const name of fs.readdirSync(PAGES).filter((name) => name.endsWith('.html'))) {
    it(`matches the expected file of ${name}`, () => {
      const html = fs.readFileSync(path.join(PAGES, name), 'utf8');
      const markdown = fs.readFileSync(path.join(PAGES, name.replace('.html', '.md')), 'utf8');
      assert.equal(htmlToMarkdown(html, 'https://diario.example/a/b.html'), markdown);
    });
  }
});

describe('An address in the words of a page', () => {
  it('is whole in the Markdown, whatever mark is after it', () => {
    const address = 'https://www.harbour.example/ferry';
    for (const [before, after] of ['（ ）', ' ，', ' …', '( ).', ' ».', '「 」'].map((marks) =>
      marks.split(' '),
    ))
      assert.equal(
        htmlToMarkdown(`<p>${before ?? ''}${address}${after ?? ''}</p>`).trim(),
        `${before ?? ''}<${address}>${after ?? ''}`,
      );
  });
});

describe('What is only for looks', () => {
  it('is left out: the words of a picture without any, and bold type around a sign', () => {
    for (const alt of [
      ...["I'm an image", 'Image here', 'Gazette logo', 'image 3', 'Side image'],
      ...['IMG_12.jpeg (JPEG Image 910 × 596 pixels)', 'Bildschirmfoto 2026-03-03 um 19.05.53'],
    ])
      assert.equal(htmlToMarkdown(`<p><img src="a.png" alt="${alt}">Late</p>`).trim(), 'Late', alt);
    for (const alt of ['I am a boat', 'The tides of 2026-03-03 at nine', 'An image of the quay'])
      assert.match(htmlToMarkdown(`<p><img src="a.png" alt="${alt}">Late</p>`), new RegExp(alt));
    assert.equal(htmlToMarkdown('<p><b>▶</b> <b>Ferry</b> stops</p>').trim(), '▶ **Ferry** stops');
  });
});

describe('Rows of a table with a mark in a cell of its own', () => {
  const read = (...marks: readonly string[]) =>
    htmlToMarkdown(
      `<table>${marks.map((mark) => `<tr><td>${mark}</td><td>It stops.</td></tr>`).join('')}</table>`,
    );

  it('are items, in a table of a layout', () => {
    for (const mark of ['•', '✓', '✔', '!', '→', '►', '▶', '-'])
      assert.equal(read(mark, mark), '- It stops.\n- It stops.\n', mark);
  });

  it('are none if the mark tells something', () => {
    for (const mark of ['✗', '✘', '🚢', '⚠', '%', '3', '↑', 'A'])
      assert.doesNotMatch(read(mark, mark), /^- /, mark);
  });
});
