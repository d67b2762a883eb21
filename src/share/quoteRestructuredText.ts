import { markupWriter } from './markupWriter.ts';
import { attributionsOf, namedSource, type Quotation, type CitedSource, writeItem } from './quotation.ts';

/** Characters with a special meaning anywhere in a line. */
const MARKS = /[\\*`|_:<>@[\]]/g;
/** A list's number at the start of a line: `1.`, `a)`. */
const ENUMERATOR = /^(\w+)(?=[.)](?:\s|$))/;
/** The start of a line whose first character may begin a list, option, directive, rule or attribution. */
const MARK_AT_START = /^(?![\\\p{L}\p{N}\p{ExtPict}\p{RI}])/u;

/** A line that has only backslashes is a rule. */
const ONLY_BACKSLASHES = /^\\+$/;

const WRITER = markupWriter({
  words: escapeWords,
  strong: (words) => `**${words}**`,
  lineEnd: '\n    | ',
  lineStart: '| ',
});

/**
 * Items as block quotations in reStructuredText. The briefing and all sources share one attribution, because it ends the
 * quotation.
 * `    **Clock\:** It strikes.` `` `    -- Harbour report, 2026-03-02; `Report <https://a.example/>`__` ``
 */
export function quoteRestructuredText(quotations: readonly Quotation[]): string {
  return quotations.map(block).join('\n\n');
}

function block(quotation: Quotation): string {
  const sources = attributionsOf(quotation).map(writeSource).join('; ');
  return [...writeItem(quotation, WRITER), `-- ${sources}`]
    .map((paragraph) => `    ${paragraph}`)
    .join('\n\n');
}

function writeSource(source: CitedSource): string {
  const { title, url } = source;
  // An address ending in `_` would refer to another link by name.
  return url === undefined
    ? escapeWords(namedSource(source))
    : `\`${escapeWords(title)} <${url.replace(/_$/, '\\_')}>\`__`;
}

function escapeWords(words: string): string {
  if (words === '') return '';
  return words
    .replace(MARKS, '\\$&')
    .replace(ENUMERATOR, '$1\\')
    .replace(MARK_AT_START, '\\')
    .replace(ONLY_BACKSLASHES, '\\ $&');
}
