import assert from 'node:assert/strict';
import createMarkdownIt, { type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import type { Briefing } from '../../../src/briefing/model.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { quoteHtml, quoteInTemplate } from '../../../src/share/quoteHtml.ts';
import { quoteExtendedMarkdown, quoteMarkdown } from '../../../src/share/quoteMarkdown.ts';
import type { Quotation } from '../../../src/share/quotation.ts';

/** Two of those that others read Markdown with, where HTML is HTML: CommonMark with tables, and that with footnotes. */
const READERS = [
  createMarkdownIt({ html: true }),
  createMarkdownIt({ html: true, linkify: true }).use(footnote),
];

/** What the writer itself writes, for a bold word, a slanted and a raised one that Markdown has no mark for. */
const OWN = /^<\/?(?:b|i|sup)>$/;

/** What a quotation in HTML is made of. */
const QUOTED =
  /<\/?(?:p|strong|footer|cite|blockquote|del|code|pre|[uo]l|li|table|t[rhd])>|<br>|<ol start="\d+">|<blockquote(?: lang="[^"<>]*")?(?: dir="rtl")?>|<a href="[^"<>]*">|<\/a>/g;

/** The HTML that a text in Markdown has for those who have it on. */
export function liveHtml(markdown: string): string[] {
  return READERS.flatMap((reader) => htmlAmong(reader.parse(markdown, {})));
}

function htmlAmong(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => [
    ...(token.type.startsWith('html_') && !OWN.test(token.content) ? [token.content] : []),
    ...htmlAmong(token.children ?? []),
  ]);
}

/** Holds what is exported and quoted of a briefing to have no HTML of its author’s. */
export function checkExports(briefing: Briefing): void {
  const markdown = writeBriefing(briefing);
  assert.deepEqual(liveHtml(markdown), [], markdown);
  checkQuotations(itemsIn(briefing).map((item) => ({ item, briefing })));
}

export function checkQuotations(quotations: readonly Quotation[]): void {
  for (const quote of [quoteMarkdown, quoteExtendedMarkdown]) {
    const quoted = quote(quotations);
    assert.deepEqual(liveHtml(quoted), [], quoted);
  }
  for (const quote of [quoteHtml, quoteInTemplate]) {
    const html = quote(quotations);
    assert.doesNotMatch(html.replace(QUOTED, ''), /[<>]/, html);
  }
}
