import { keyedSources } from './keyedSources.ts';
import type { Quotation } from './quotation.ts';
import { escapeLatex, withoutFormulas } from './quoteLatex.ts';

/**
 * The sources of some items for BibLaTeX, without duplicates: `@online`, or `@misc` if there is no address. References
 * have no known date, so it is left out; if a briefing is the source, its date is given.
 * `@online{cgtn2025why,` `  title = {{Q\&A: Why …}},` `  organization = {cgtn.com},` `  url = {https://cgtn.com/},` …
 */
export function bibtex(quotations: readonly Quotation[], accessed: string): string {
  return keyedSources(quotations, accessed)
    .map(({ key, title, site, url, date }) => {
      const fields = {
        // The additional braces keep styles from changing the title's capitals.
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
