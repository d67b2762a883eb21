import assert from 'node:assert/strict';
// As it is published, unlike the one that is shipped, which knows no HTML.
import createMarkdownIt, { type Token } from 'markdown-it/browser';
import footnote from 'markdown-it-footnote';
import type { Briefing } from '../../../src/briefing/model.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { quoteHtml, quoteInTemplate } from '../../../src/share/quoteHtml.ts';
import { quoteExtendedMarkdown, quoteMarkdown } from '../../../src/share/quoteMarkdown.ts';
import type { Quotation } from '../../../src/share/quotation.ts';

/** Two parsers of other programs, with HTML turned on: CommonMark with tables, and the same with footnotes. */
const READERS = [
  createMarkdownIt({ html: true }),
  createMarkdownIt({ html: true, linkify: true }).use(footnote),
];

/** The tags that the writer itself uses, for bold, italic and raised words that Markdown has no mark for. */
const OWN = /^<\/?(?:b|i|sup)>$/;

/** The tags of a quotation in HTML. */
const QUOTED =
  /<\/?(?:p|strong|footer|cite|blockquote|del|code|pre|[uo]l|li|table|t[rhd])>|<br>|<ol start="\d+">|<blockquote(?: lang="[^"<>]*")?(?: dir="rtl")?>|<a href="[^"<>]*">|<\/a>/g;

/** The HTML in a Markdown text for parsers that have HTML turned on. */
export function liveHtml(markdown: string): string[] {
  return READERS.flatMap((reader) => htmlAmong(reader.parse(markdown, {})));
}

function htmlAmong(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => [
    ...(token.type.startsWith('html_') && !OWN.test(token.content) ? [token.content] : []),
    ...htmlAmong(token.children ?? []),
  ]);
}

/** Checks that exports and quotations of a briefing contain no HTML of its author. */
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
