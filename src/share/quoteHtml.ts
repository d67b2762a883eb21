import { escapeHtml } from '../base/escapeHtml.ts';
import type { MarkupWriter } from '../briefing/write/writeItemContent.ts';
import { attributionsOf, namedSource, type Quotation, type CitedSource, writeItem } from './quotation.ts';
import { languageAttributes } from './languageAttributes.ts';

const WRITER: MarkupWriter = {
  words: escapeHtml,
  strong: (words) => `<strong>${words}</strong>`,
  struck: (words) => `<del>${words}</del>`,
  code: (words) => `<code>${escapeHtml(words)}</code>`,
  lineEnd: '<br>\n',
  paragraph: (words) => `<p>${words}</p>`,
  codeBlock: (text) => `<pre><code>${escapeHtml(text)}</code></pre>`,
  list: (items, start) => {
    const name = start === undefined ? 'ul' : 'ol';
    const from = start === undefined || start === 1 ? '' : ` start="${start}"`;
    return `<${name}${from}>\n${items.map((item) => `<li>${item}</li>\n`).join('')}</${name}>`;
  },
  table: (rows) =>
    `<table>\n${rows.map((cells, at) => rowOf(cells, at === 0 ? 'th' : 'td')).join('')}</table>`,
};

function rowOf(cells: readonly string[], name: 'th' | 'td'): string {
  return `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>\n`;
}

/**
 * Items as HTML, a `<blockquote>` each, which contains only words, lists, tables, code and links:
 * `<blockquote>` `<p><strong>Clock:</strong> It strikes.</p>` `<footer>— <cite><a href="…">Report</a></cite></footer>`
 */
export function quoteHtml(quotations: readonly Quotation[]): string {
  return quotations.map(blockquote).join('\n');
}

function blockquote(quotation: Quotation): string {
  const { item, briefing } = quotation;
  const { label = '', text } = item;
  return [
    `<blockquote${languageAttributes(briefing.language, `${label} ${text}`)}>`,
    ...writeItem(quotation, WRITER),
    ...attributionsOf(quotation).map((source) => `<footer>— <cite>${writeSource(source)}</cite></footer>`),
    '</blockquote>',
  ].join('\n');
}

function writeSource(source: CitedSource): string {
  const { title, url } = source;
  return url === undefined
    ? escapeHtml(namedSource(source))
    : `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>`;
}

/** Characters that start an expression in template languages: `{{ x }}`, `{x}`, `@x`. */
const EXPRESSIONS = /[{}@]/g;

/** The same for template languages: a brace written as a character reference does not start an expression. */
export function quoteInTemplate(quotations: readonly Quotation[]): string {
  return quoteHtml(quotations).replace(EXPRESSIONS, (mark) => `&#${mark.charCodeAt(0)};`);
}
