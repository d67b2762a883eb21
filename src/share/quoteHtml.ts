import { directionOf } from '../briefing/text/direction.ts';
import { escapeHtml } from '../base/escapeHtml.ts';
import { attributionsOf, namedSource, paragraphsOf, type Quotation, type Source } from './quotation.ts';

const HAND = { words: escapeHtml, strong: (words: string) => `<strong>${words}</strong>` };

/**
 * Items as HTML, a `<blockquote>` each, with nothing in it but paragraphs and links:
 * `<blockquote>` `<p><strong>Clock:</strong> It strikes.</p>` `<footer>— <cite><a href="…">Report</a></cite></footer>`
 */
export function quoteHtml(quotations: readonly Quotation[]): string {
  return quotations.map(blockquote).join('\n');
}

function blockquote(quotation: Quotation): string {
  const { item, briefing } = quotation;
  const { label = '', text } = item;
  const language = briefing.language === undefined ? '' : ` lang="${escapeHtml(briefing.language)}"`;
  const direction = directionOf(`${label} ${text}`) === 'rtl' ? ' dir="rtl"' : '';
  return [
    `<blockquote${language}${direction}>`,
    ...paragraphsOf(quotation, HAND).map((paragraph) => `<p>${paragraph}</p>`),
    ...attributionsOf(quotation).map((source) => `<footer>— <cite>${linked(source)}</cite></footer>`),
    '</blockquote>',
  ].join('\n');
}

function linked(source: Source): string {
  const { title, url } = source;
  return url === undefined
    ? escapeHtml(namedSource(source))
    : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
}

/** What begins an expression in the languages that are HTML and more: `{{ x }}`, `{x}`, `@x`. */
const EXPRESSIONS = /[{}@]/g;

/** The same for templates, to which a brace that is written as a number is not a brace of theirs. */
export function quoteInTemplate(quotations: readonly Quotation[]): string {
  return quoteHtml(quotations).replace(EXPRESSIONS, (mark) => `&#${mark.charCodeAt(0)};`);
}
