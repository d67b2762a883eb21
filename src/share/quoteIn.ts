import type { Quotation } from './quotation.ts';
import { quoteAsciidoc } from './quoteAsciidoc.ts';
import { quoteInTemplate } from './quoteHtml.ts';
import { quoteLatex } from './quoteLatex.ts';
import { quoteExtendedMarkdown, quoteMarkdown, quoteText } from './quoteMarkdown.ts';
import { quoteRestructuredText } from './quoteRestructuredText.ts';

interface QuoteFormat {
  /** Language identifiers of VS Code. */
  readonly languages: readonly string[];
  readonly quote: (quotations: readonly Quotation[]) => string;
  /** The number of line breaks between a quotation and the text around it; 2 make a blank line. */
  readonly gap: 0 | 1 | 2;
}

const FORMATS: readonly QuoteFormat[] = [
  { languages: ['markdown'], quote: quoteMarkdown, gap: 2 },
  { languages: ['mdx', 'quarto', 'rmd'], quote: quoteExtendedMarkdown, gap: 2 },
  { languages: ['asciidoc'], quote: quoteAsciidoc, gap: 2 },
  { languages: ['restructuredtext'], quote: quoteRestructuredText, gap: 2 },
  { languages: ['latex', 'tex'], quote: quoteLatex, gap: 1 },
  {
    languages: ['html', 'vue', 'svelte', 'astro', 'handlebars', 'razor', 'django-html', 'jinja-html', 'twig'],
    quote: quoteInTemplate,
    gap: 1,
  },
  { languages: ['plaintext'], quote: quoteText, gap: 2 },
];
/** For languages that we do not know: plain text, inserted at the cursor. */
const DEFAULT_FORMAT: QuoteFormat = { languages: [], quote: quoteText, gap: 0 };

/**
 * Items with their sources, quoted in the language of an editor, or as plain text if we do not know it. `before` and
 * `after`: the text around the insertion, from the start of the line before to the end of the line after. The result
 * starts and ends with the line breaks that are missing there.
 */
export function quoteIn(
  languageId: string,
  quotations: readonly Quotation[],
  before = '',
  after = '',
): string {
  const { quote, gap } = FORMATS.find(({ languages }) => languages.includes(languageId)) ?? DEFAULT_FORMAT;
  const spaceBefore = before.slice(before.trimEnd().length);
  const spaceAfter = after.slice(0, after.length - after.trimStart().length);
  const missing = (text: string, space: string) => (text === space ? '' : missingLineBreaks(gap, space));
  return missing(before, spaceBefore) + quote(quotations) + missing(after, spaceAfter);
}

/** The line breaks missing in the space between a quotation and the text next to it. */
function missingLineBreaks(gap: number, space: string): string {
  const present = space.match(/\r\n|\r|\n/g)?.length ?? 0;
  return '\n'.repeat(Math.max(0, gap - present));
}
