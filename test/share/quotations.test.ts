import assert from 'node:assert/strict';
import { renderBriefing } from '../../src/briefing/renderBriefing.ts';
import type { Quotation } from '../../src/share/quotation.ts';
import { standaloneLinks } from '../../src/share/standaloneLinks.ts';
import { read } from '../briefing/support/fixture.ts';
import { fixtureCases } from '../support/fixtureCases.ts';
import { FORMATS, quotation, quotationsOf, raw } from './quotations.ts';

/** The quotation in the format that the name of a case begins with. */
function quoted(name: string, all: readonly Quotation[]): string {
  return FORMATS[name.replace(/:.*/, '')]?.(all) ?? '';
}

/** The quoted words in a format, without what follows them and without the syntax of a quotation. */
function said(format: string, all: readonly Quotation[]): string {
  return quoted(format, all)
    .replace(/^> ?/gm, '')
    .replace(/^<blockquote>\n/, '')
    .replace(/^\[quote\]\n____\n/, '')
    .replace(/^\\begin\{quote\}\n/, '')
    .replace(/\s*(?:—|<footer>— <cite>|--|---) ?T, 2026[^]*/, '');
}

/** How words are written, without what is written around them. */
function among(write: (words: string) => string, words: string): string {
  const [before = '', after = ''] = write('MARKER').split('MARKER');
  const text = write(words);
  assert.ok(text.startsWith(before) && text.endsWith(after));
  return text.slice(before.length, text.length - after.length);
}

describe('A quotation', () => {
  fixtureCases('share/quotations', (input, name) => {
    const [first = '', ...lines] = input.split('\n');
    // Words that were not parsed: the text, and the title, address and label of its source.
    if (first === 'raw')
      return quoted(name, raw(lines[0] ?? '', ...lines.slice(1).map((line) => line || undefined)));
    const head = first === '---' ? [] : ['---', 'date: 2026-03-02', '---', '# T'];
    return quoted(name, quotationsOf(read(...head, first, ...lines)));
  });
});

describe('Words in the text and in the name of a source', () => {
  fixtureCases('share/escapes', (words, title) => {
    const text = among((one) => quoted(title, raw(one, 'x')), words);
    const source = among((one) => quoted(title, raw('x', one)), words);
    assert.equal(source, text);
    return text;
  });
});

describe('The formatting of an item', () => {
  fixtureCases('share/formatting', (item) =>
    ['markdown', 'html', 'text']
      .map((format) => `${format}:\n${said(format, quotation(item, '1. Gazette'))}`)
      .join('\n\n'),
  );
});

describe('The sources in the text of a quotation', () => {
  fixtureCases('share/sources', (item) => said('text', quotation(item, '1. Gazette')));
});

describe('What joins a label to its text', () => {
  fixtureCases('share/joints', (item) => {
    const all = quotation(item);
    const formats = ['text', 'markdown', 'html', 'asciidoc', 'latex', 'restructuredtext'];
    const whole = renderBriefing(read('# T', '## A', `- ${item}`));
    const shown = /<strong class="label">.*?(?=\s*<\/li>)/s.exec(whole)?.[0] ?? '';
    return [...formats.map((format) => `${format}: ${said(format, all)}`), `whole view: ${shown}`].join('\n');
  });
});

describe('Links that work outside the reader', () => {
  fixtureCases('share/standaloneLinks', standaloneLinks);
});
