import { markupWriter } from './markupWriter.ts';
import { attributionsOf, namedSource, type Quotation, type Source, writtenIn } from './quotation.ts';

/** Characters with a meaning anywhere in a line. */
const MARKS = /[\\*`|_:<>@[\]]/g;
/** A list's number at the start of a line: `1.`, `a)`. */
const ENUMERATOR = /^(\w+)(?=[.)](?:\s|$))/;
/** The start of a line with any other character, which may begin a list, option, directive, rule or attribution. */
const MARK_AT_START = /^(?![\\\p{L}\p{N}\p{ExtPict}\p{RI}])/u;

/** A line of backslashes only would be a rule. */
const ONLY_BACKSLASHES = /^\\+$/;

const WRITER = markupWriter({
  words: escaped,
  strong: (words) => `**${words}**`,
  lineEnd: '\n    | ',
  lineStart: '| ',
});

/**
 * Items as block quotations in reStructuredText. The briefing and all sources share one attribution, since that ends
 * the quotation.
 * `    **Clock\:** It strikes.` `` `    -- Harbour report, 2026-03-02; `Report <https://a.example/>`__` ``
 */
export function quoteRestructuredText(quotations: readonly Quotation[]): string {
  return quotations.map(block).join('\n\n');
}

function block(quotation: Quotation): string {
  const sources = attributionsOf(quotation).map(linked).join('; ');
  return [...writtenIn(quotation, WRITER), `-- ${sources}`]
    .map((paragraph) => `    ${paragraph}`)
    .join('\n\n');
}

function linked(source: Source): string {
  const { title, url } = source;
  // An address ending in `_` would refer to another link by name.
  return url === undefined
    ? escaped(namedSource(source))
    : `\`${escaped(title)} <${url.replace(/_$/, '\\_')}>\`__`;
}

function escaped(words: string): string {
  if (words === '') return '';
  return words
    .replace(MARKS, '\\$&')
    .replace(ENUMERATOR, '$1\\')
    .replace(MARK_AT_START, '\\')
    .replace(ONLY_BACKSLASHES, '\\ $&');
}
