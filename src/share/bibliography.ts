import { addCount } from '../base/collections/counts.ts';
import { sourceKey } from '../briefing/text/links/sourceKey.ts';
import { type Quotation, type CitedSource, sourcesOf } from './quotation.ts';
import { escapeLatex, withoutFormulas } from './quoteLatex.ts';

/** A source with a key that is unique in its list. */
export interface KeyedSource extends CitedSource {
  readonly key: string;
}

/** Maximum length of a site's name in a key, in characters. */
const SITE_LENGTH = 20;

/**
 * The sources of some items, without duplicates. A key consists of the site, the year of the first briefing that cites
 * the source (or else of `accessed`) and the title's first word: `cgtn2025why`, or `cgtn2025why-2` if that is taken.
 */
export function keyedSources(quotations: readonly Quotation[], accessed: string): readonly KeyedSource[] {
  const sources = new Map<string, KeyedSource>();
  const uses = new Map<string, number>();
  for (const quotation of quotations) {
    const year = (quotation.briefing.date ?? accessed).slice(0, 4);
    for (const source of sourcesOf(quotation)) {
      const id = identityOf(source);
      if (sources.has(id)) continue;
      const stem = siteStem(source.site) + year + wordStem(source.title);
      const use = addCount(uses, stem);
      // Stems contain no hyphens, so numbered keys are unique.
      sources.set(id, { ...source, key: use === 1 ? stem : `${stem}-${use}` });
    }
  }
  return [...sources.values()];
}

function identityOf({ title, url, date }: CitedSource): string {
  return url === undefined ? `${title}\n${date ?? ''}` : String(sourceKey(url) ?? url);
}

/** `en.wikipedia.org` -> `wikipedia`, `Port of Example` -> `portofexample`, nothing -> `source`. */
function siteStem(site = ''): string {
  const labels = /^\S+\.\S+$/.test(site) ? site.split('.').slice(0, -1) : [site];
  const [longest = ''] = labels.map(toAscii).sort((one, other) => other.length - one.length);
  return longest.replace(/^\d+/, '').slice(0, SITE_LENGTH) || 'source';
}

/** `Q&A: Why Ukraine talks fell short` -> `why`: the first word of more than two letters. */
function wordStem(title: string): string {
  const words = title.split(/[^\p{L}\p{M}\p{N}]+/u).map(toAscii);
  return words.find((word) => word.length > 2) ?? words.find(Boolean) ?? '';
}

/** Letters and digits of ASCII only, without accents. */
function toAscii(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

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

/**
 * The sources of some items as CSL-JSON, for Zotero, Pandoc and others, without duplicates: a `webpage`, or a
 * `document` if there is no address. References have no known date, so it is left out.
 * `[{ "id": "cgtn2025why", "type": "webpage", "title": "Q&A: Why …", "URL": "https://cgtn.com/", "accessed": … }]`
 */
export function cslJson(quotations: readonly Quotation[], accessed: string): string {
  const items = keyedSources(quotations, accessed).map(({ key, title, site, url, date, language }) => ({
    id: key,
    type: url === undefined ? 'document' : 'webpage',
    title,
    ...(site !== undefined && { 'container-title': site }),
    ...(url !== undefined && { URL: url, accessed: dateParts(accessed) }),
    ...(date !== undefined && { issued: dateParts(date) }),
    ...(language !== undefined && { language }),
  }));
  return JSON.stringify(items, undefined, 2);
}

/** `2025-08-19` -> `[[2025, 8, 19]]` */
function dateParts(date: string): { readonly 'date-parts': readonly (readonly number[])[] } {
  return { 'date-parts': [date.split('-').map(Number)] };
}
