import { keyedSources } from './keyedSources.ts';
import type { Quotation } from './quotation.ts';

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
