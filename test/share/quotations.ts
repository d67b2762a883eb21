import fc from 'fast-check';
import { tidy } from '../../src/base/tidy.ts';
import type { Briefing } from '../../src/briefing/model.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { bibtex } from '../../src/share/bibtex.ts';
import { cslJson } from '../../src/share/cslJson.ts';
import type { Quotation } from '../../src/share/quotation.ts';
import { quoteAsciidoc } from '../../src/share/quoteAsciidoc.ts';
import { quoteHtml, quoteInTemplate } from '../../src/share/quoteHtml.ts';
import { quoteLatex } from '../../src/share/quoteLatex.ts';
import { quoteExtendedMarkdown, quoteMarkdown, quoteText } from '../../src/share/quoteMarkdown.ts';
import { quoteRestructuredText } from '../../src/share/quoteRestructuredText.ts';
import { read } from '../briefing/support/fixture.ts';

/** The day on which sources are read. */
export const READ = '2026-03-05';

/** All formats of quotations, by the names that they have in the fixtures. */
export const FORMATS: Readonly<Record<string, (all: readonly Quotation[]) => string>> = {
  text: quoteText,
  markdown: quoteMarkdown,
  quarto: quoteExtendedMarkdown,
  html: quoteHtml,
  template: quoteInTemplate,
  asciidoc: quoteAsciidoc,
  restructuredtext: quoteRestructuredText,
  latex: quoteLatex,
  bibtex: (all) => bibtex(all, READ),
  csl: (all) => cslJson(all, READ),
};

/** The items of a briefing as quotations. */
export function quotationsOf(briefing: Briefing): readonly Quotation[] {
  return itemsIn(briefing).map((item) => ({ item, briefing }));
}

/** One takeaway with this text, in a briefing `T` with these sources. */
export function quotation(item: string, ...sources: string[]): readonly Quotation[] {
  return quotationsOf(
    read('---', 'date: 2026-03-02', '---', '# T', '## A', `- ${item}`, '', '## Sources', ...sources),
  );
}

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A takeaway with exactly this text, which was not parsed. */
export function raw(text: string, title = text, url?: string, label?: string): readonly Quotation[] {
  const reference = { title, ...(url !== undefined && { url }), range: RANGE };
  const named = label === undefined ? {} : { label };
  return [
    { item: { id: 't', text, ...named, references: [reference], range: RANGE }, briefing: { title: 'T' } },
  ];
}

/** Strings with a special meaning in one of the formats, apart by spaces. */
const SPECIAL = String.raw`\input{/etc/passwd} \ { } $x$ % # & _ ~ ^ ^^5c < | " ${'`'} <script>x</script> </blockquote>
  &lt; &#60; {x} @x *x* ](x) ${'```'} include::x[] word שלום 字 🤝 \end{quote} ${'\u202e'} ${'\0'}`;

/** Strings and addresses with a special meaning in one of the formats, alone and combined. */
export const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...SPECIAL.split(/\s+/), '{{ x }}', '.. raw:: html', 'a\nb'), fc.string()),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

/** Quotations with hostile strings everywhere. */
export const hostileQuotations = fc
  .tuple(hostile, hostile, fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })), hostile)
  .map(([text, title, url, label]) => raw(text, `x${title}`, url ?? undefined, label));

export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Only the letters of a quotation, and the code points of hidden characters. */
export function lettersIn(quotations: readonly Quotation[]): string {
  const tidyLines = (text: string) => text.split('\n').map(tidy).join('\n');
  return quotations
    .flatMap(({ item: { label = '', text, references }, briefing }) =>
      [label, text, briefing.title, ...references.map(({ title }) => title)].map(tidyLines),
    )
    .map(lettersOf)
    .join('');
}

/** The text of HTML, without its tags. */
export function shownIn(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
