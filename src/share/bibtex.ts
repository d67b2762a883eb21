import { keyedSources } from './keyedSources.ts';
import type { Quotation } from './quotation.ts';
import { escapeLatex, withoutFormulas } from './quoteLatex.ts';

/**
 * The sources of some takeaways for BibLaTeX, each once: `@online`, or `@misc` for what has no address. A reference's
 * own date is not known, and is left out; a briefing's is given where the briefing is the source.
 * `@online{cgtn2025why,` `  title = {{Q\&A: Why …}},` `  organization = {cgtn.com},` `  url = {https://cgtn.com/},` …
 */
export function bibtex(quotations: readonly Quotation[], accessed: string): string {
  return keyedSources(quotations, accessed)
    .map(({ key, title, site, url, date }) => {
      const fields = {
        // Braces of its own, so that no style changes its capitals.
        title: `{${escapeLatex(title)}}`,
        organization: site && escapeLatex(site),
        url: url && withoutFormulas(url),
        date,
        urldate: url && accessed,
      };
      const lines = Object.entries(fields).flatMap(([name, value]) =>
        value === undefined ? [] : [`  ${name} = {${value}},\n`],
      );
      return `@${url === undefined ? 'misc' : 'online'}{${key},\n${lines.join('')}}`;
    })
    .join('\n\n');
}
