import type { Quotation } from './quotation.ts';
import { quoteAsciidoc } from './quoteAsciidoc.ts';
import { quoteInTemplate } from './quoteHtml.ts';
import { quoteLatex } from './quoteLatex.ts';
import { quoteExtendedMarkdown, quoteMarkdown, quoteText } from './quoteMarkdown.ts';
import { quoteRestructuredText } from './quoteRestructuredText.ts';

interface Quoting {
  /** VS Code's names of the languages. */
  readonly languages: readonly string[];
  readonly quote: (quotations: readonly Quotation[]) => string;
  /** How many line ends part a quotation from the words around it: 2 make a blank line. */
  readonly gap: 0 | 1 | 2;
}

const QUOTINGS: readonly Quoting[] = [
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
/** Where nothing is known of the language the words stand where the cursor is. */
const OTHERWISE: Quoting = { languages: [], quote: quoteText, gap: 0 };

/**
 * Items with their sources, as an editor's language writes quotations; plain text where it has no way to.
 * `before` and `after`: the text around the place where they are to stand, from the line before it to the end of the
 * next; what is given begins and ends with the line ends that are wanting there.
 */
export function quoteIn(
  languageId: string,
  quotations: readonly Quotation[],
  before = '',
  after = '',
): string {
  const { quote, gap } = QUOTINGS.find(({ languages }) => languages.includes(languageId)) ?? OTHERWISE;
  return wanting(gap, before, /\s*$/) + quote(quotations) + wanting(gap, after, /^\s*/);
}

/** The line ends that are wanting between a quotation and some text; none where there is no text. */
function wanting(gap: number, text: string, space: RegExp): string {
  if (text.trim() === '') return '';
  const there = space.exec(text)?.[0].match(/\r\n|\r|\n/g)?.length ?? 0;
  return '\n'.repeat(Math.max(0, gap - there));
}
