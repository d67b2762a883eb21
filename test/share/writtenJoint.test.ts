import assert from 'node:assert/strict';
import { renderBriefing } from '../../src/briefing/renderBriefing.ts';
import { quoteAsciidoc } from '../../src/share/quoteAsciidoc.ts';
import { quoteHtml } from '../../src/share/quoteHtml.ts';
import { quoteLatex } from '../../src/share/quoteLatex.ts';
import { quoteMarkdown, quoteText } from '../../src/share/quoteMarkdown.ts';
import { quoteRestructuredText } from '../../src/share/quoteRestructuredText.ts';
import type { Quotation } from '../../src/share/quotation.ts';
import { read } from '../briefing/support/fixture.ts';
import { quotation, quotationsOf, raw } from './quotations.ts';

/** The quoted text of the items, without what follows. */
function said(quote: (all: readonly Quotation[]) => string, all: readonly Quotation[], end: RegExp): string {
  const text = quote(all);
  return text.slice(0, text.search(end));
}

describe('What joins a label to its text', () => {
  const cases: readonly (readonly [item: string, text: string, markdown?: string])[] = [
    ['**Clock:** It strikes.', 'Clock: It strikes.', '**Clock:** It strikes.'],
    ['**Dec 1** — Commerce rule', 'Dec 1 — Commerce rule', '**Dec 1** — Commerce rule'],
    ['Dec 9–10 – FOMC', 'Dec 9–10 – FOMC', '**Dec 9–10** – FOMC'],
    ['**Cable cut again.** It lost', 'Cable cut again. It lost', '**Cable cut again.** It lost'],
    ['**Fed: two dissents.** It', 'Fed: two dissents. It', '**Fed: two dissents.** It'],
    ['**Does it?:** It does.', 'Does it?: It does.', '**Does it?:** It does.'],
    ['**Does it?** It does.', 'Does it? It does.', '**Does it?** It does.'],
    ['**U.S.** — It agrees.', 'U.S. — It agrees.', '**U.S.** — It agrees.'],
    ['**0.25个百分点。**文字', '0.25个百分点。文字', '**0.25个百分点**。文字'],
    ['**商务部：**文字', '商务部：文字', '**商务部**：文字'],
    ['商务部：文字', '商务部：文字', '**商务部**：文字'],
    ['**1. Ferry stops** It', 'Ferry stops It', '**Ferry stops** It'],
    ['**Clock:** 🌉 It strikes.', 'Clock: It strikes.', '🌉 **Clock:** It strikes.'],
    ['**Ferry stops**\n  It is late.', 'Ferry stops\nIt is late.', '**Ferry stops**\n>\n> It is late.'],
    ['**Ferry stops**\n\n  It is late.', 'Ferry stops\nIt is late.'],
  ];

  it('is what the briefing has there', () => {
    for (const [item, text, markdown] of cases) {
      const all = quotation(item);
      assert.equal(said(quoteText, all, /( 🌉)?\n— T/), text);
      if (markdown !== undefined) assert.equal(said(quoteMarkdown, all, /\n>\n> — T/), `> ${markdown}`);
    }
  });

  it('is the same in every format', () => {
    const dash = quotation('**Dec 1** — Rule');
    assert.match(quoteHtml(dash), /<p><strong>Dec 1<\/strong> — Rule<\/p>/);
    assert.match(quoteAsciidoc(dash), /^\*\*Dec 1\*\* — Rule$/m);
    assert.match(quoteLatex(dash), /^\\textbf\{Dec 1\} — Rule$/m);
    assert.match(quoteRestructuredText(dash), /^ {4}\*\*Dec 1\*\* — Rule$/m);
    const full = quotation('**商务部：**文字');
    assert.match(quoteHtml(full), /<p><strong>商务部<\/strong>：文字<\/p>/);
    assert.match(quoteRestructuredText(full), /^ {4}\*\*商务部\*\*：文字$/m);
    assert.match(quoteRestructuredText(quotation('**L** | t')), /^ {4}\*\*L\*\* \\\| t$/m);
  });

  it('is nothing after a heading, which is on a line of its own', () => {
    const all = quotationsOf(read('# T', '## Weights', 'Of herring.'));
    assert.equal(quoteText(all), 'Weights\nOf herring.\n— T');
    assert.equal(quoteMarkdown(all), '> **Weights**\n>\n> Of herring.\n>\n> — T');
  });

  it('is a colon if it is unknown: in a table row, and without the briefing', () => {
    const row = read(
      ...['# T', '## A', '| Story | What |', '| - | - |', '| Ferry | It stops at nine each day |'],
      '| Crane | It came today at last, they say |',
    );
    assert.match(quoteText(quotationsOf(row)), /^Ferry: It stops/);
    assert.match(quoteText(raw('It strikes.', 'x', undefined, 'Clock')), /^Clock: It strikes\./);
  });

  it('is the same in the whole view', () => {
    const shown = (item: string) =>
      /<strong class="label">.*?(?=<\/li>)/s.exec(renderBriefing(read('# T', '## A', `- ${item}`)))?.[0];
    assert.equal(shown('**Dec 1** — Rule'), '<strong class="label">Dec 1</strong> — Rule');
    assert.equal(shown('**Clock:** It'), '<strong class="label">Clock:</strong> It');
    assert.equal(shown('Clock: It'), '<strong class="label">Clock:</strong> It');
    assert.equal(shown('**商务部：**文字'), '<strong class="label">商务部：</strong>文字');
    assert.equal(shown('商务部：文字'), '<strong class="label">商务部</strong>：文字');
    assert.equal(shown('**0.25点。**文字'), '<strong class="label">0.25点。</strong>文字');
    assert.equal(shown('**Does it?** It'), '<strong class="label">Does it?</strong> It');
    assert.match(
      shown('**Ferry stops**\n  It is late.') ?? '',
      /^<strong class="label">Ferry stops<\/strong><br>\s*It is late\.$/,
    );
  });
});
