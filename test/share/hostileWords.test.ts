import fc from 'fast-check';
import type { Token } from 'markdown-it';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseMarkdown } from '../../src/briefing/grammar/markdown.ts';
import { plainText } from '../../src/briefing/grammar/tokens.ts';
import { plainTextOf } from '../../src/briefing/structure/plainText.ts';
import { bibtex } from '../../src/share/bibtex.ts';
import { itemContentOf, type Quotation } from '../../src/share/quotation.ts';
import { quoteAsciidoc } from '../../src/share/quoteAsciidoc.ts';
import { quoteHtml } from '../../src/share/quoteHtml.ts';
import { escapeLatex, quoteLatex } from '../../src/share/quoteLatex.ts';
import { quoteExtendedMarkdown, quoteMarkdown, quoteText } from '../../src/share/quoteMarkdown.ts';
import { read } from '../briefing/support/fixture.ts';
import { worked } from '../support/clock.ts';
import { REPO } from '../support/paths.ts';
import {
  hostile,
  hostileQuotations,
  lettersIn,
  lettersOf,
  quotation,
  quotationsOf,
  raw,
  READ,
  shownIn,
} from './quotations.ts';

function whateverIsSaid(check: (quotations: readonly Quotation[]) => void): void {
  fc.assert(fc.property(hostileQuotations, check));
}

describe('Whatever is said, quotations', () => {
  it('in HTML keep every word, and have no markup but our own', () => {
    whateverIsSaid((quotations) => {
      const html = quoteHtml(quotations);
      const tags = html.replace(/ href="https?:[^"<>]*"| dir="rtl"/g, '').match(/<[^>]*>/g) ?? [];
      for (const tag of tags) assert.match(tag, /^<\/?(?:blockquote|p|strong|footer|cite|a)>$/);
      assert.equal(lettersOf(shownIn(html)), lettersIn(quotations));
    });
  });

  it('in MDX, Quarto and R Markdown keep every word, and leave no empty marks', () => {
    whateverIsSaid((quotations) => {
      const written = quoteExtendedMarkdown(quotations);
      assert.equal(lettersOf(plainTextOf(written)), lettersIn(quotations));
      assert.doesNotMatch(written.replace(/\]\(<[^>]*>\)|\\./gs, ''), /[{}$@^]/);
    });
  });

  it('in LaTeX have every special character escaped, and balanced braces', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const left = escapeLatex(words).replace(/\\text[a-z]+\{\}|\\[$&#_%]/g, '');
        assert.doesNotMatch(left, /[\\{}$&#_%~^<>|]/);
      }),
    );
    whateverIsSaid((quotations) => {
      const left = quoteLatex(quotations)
        .replace(/\\text(?!bf)[a-z]+\{\}|"\{\}|\\[$&#_%]/g, '')
        .replace(/^\\begin\{quote\}|\\end\{quote\}$|\\textbf(?=\{)|\\href(?=\{)/g, '');
      assert.doesNotMatch(left.replace(/^--- \{[^{}]*\}/m, ''), /[\\$#%~^<>|]/);
      assert.equal(left.split('{').length, left.split('}').length);
    });
  });

  it('in BibLaTeX have balanced braces, and nothing after a field but the next', () => {
    whateverIsSaid((quotations) => {
      const entry = bibtex(quotations, READ);
      assert.equal(entry.split('{').length, entry.split('}').length);
      assert.match(entry, /^@(?:online|misc)\{[a-z0-9]+,\n(?: {2}[a-z]+ = \{.*\},\n)+\}$/);
    });
  });

  it('take bounded time for any run of characters', () => {
    const start = worked();
    for (const mark of [':', ';', '\\', '::x', ']']) quoteAsciidoc(raw(`${mark.repeat(100_000)}a`, 'x'));
    assert.ok(worked() - start < 2000);
    // The timeout only catches what would take hours.
    for (const piece of ['`', '` ', '](<', '{', '\\\\', '[a](b) '])
      assert.match(
        quoteExtendedMarkdown(quotation(`a ${piece.repeat(10_000)} b`)),
        /— T, 2026-03-02$/,
        piece,
      );
  });

  it('show what is hidden in code', () => {
    const all = quotation('a\n\n  ```\n  x\u202ey\u0007\n  ```');
    for (const quote of [quoteText, quoteMarkdown, quoteHtml])
      assert.match(quote(all), /x\[U\+202E\]y$|x\[U\+202E\]y</m);
  });
});

function letters(text: string): string {
  return text.replace(/\P{L}/gu, '');
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => plainText([token])).join('\n');
}

/** The number of tokens of a type. Indented code is written as fenced code, or is dropped if it is empty. */
function count(tokens: readonly Token[], type: string): number {
  return tokens.reduce((sum, { type: name, content, children }) => {
    const isOne = name.replace('code_block', 'fence') === type && (type !== 'fence' || content.trim() !== '');
    return sum + (isOne ? 1 : 0) + count(children ?? [], type);
  }, 0);
}

/** Blocks with all formatting that is kept, apart by lines of `---`. */
const BLOCKS = fs
  .readFileSync(path.join(REPO, 'test', 'fixtures', 'share', 'blocks.txt'), 'utf8')
  .trimEnd()
  .split('\n---\n');

describe('The formatting of any item', () => {
  it('loses no word, and is read back from Markdown as it was', () => {
    const blocks = fc.array(fc.constantFrom(...BLOCKS), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(blocks, fc.boolean(), (some, isItem) => {
        const text = some.join('\n\n');
        const body = isItem ? `- **Label:** ${text.replaceAll('\n', '\n  ')}` : text;
        const briefing = read('# T', '## A', body, '', '## Sources', '1. Gazette');
        for (const { item } of quotationsOf(briefing)) {
          const one = { item: { ...item, references: [] }, briefing };
          const quoted = parseMarkdown(quoteMarkdown([one]));
          const extended = parseMarkdown(quoteExtendedMarkdown([one]));
          for (const kept of [quoteText([one]), shownIn(quoteHtml([one])), textOf(quoted), textOf(extended)])
            assert.equal(letters(kept), letters(`${item.label ?? ''}${item.text}T`));
          const written = itemContentOf(one)?.blocks ?? [];
          for (const type of ['fence', 'code_inline', 's_open', 'td_open'])
            assert.equal(count(quoted, type), count(written, type), `${type}: ${body}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the numbers of a list that is divided between passages', () => {
    const items = Array.from({ length: 30 }, (_, at) => `${at + 5}. ${`word${at} `.repeat(60)}`);
    const all = quotationsOf(read('# T', '## In this issue', ...items));
    const numbers = items.map((_, at) => `${at + 5}. word${at}`);
    assert.deepEqual(quoteText(all).match(/^\d+\. word\d+/gm), numbers);
    assert.ok(all.length > 3);
  });
});
