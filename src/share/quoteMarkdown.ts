import { quoteItem, citeItem } from '../briefing/write/cite.ts';
import { withoutExecutableCode } from '../briefing/write/executableCode.ts';
import { namedSource, type Quotation, writtenAs } from './quotation.ts';

/**
 * Items as quotations in Markdown, with the briefing and the sources below each. They are not a list, so that each
 * stays complete when it is moved; a blank line separates them.
 */
export function quoteMarkdown(quotations: readonly Quotation[]): string {
  return quotations.map((one) => quoted(one)).join('\n\n');
}

function quoted(one: Quotation, written = writtenAs(one)): string {
  return quoteItem(one.item, namedSource(one.briefing), written);
}

/** Code, link targets and escapes, which are kept; or single characters with a meaning in Pandoc, Quarto or MDX. */
const FURTHER_MARKS = /(`+)[^]*?(?<!`)\1(?!`)|\]\(<[^>]*>\)|\\.|[{}$@^]/gs;

/** The same for dialects where `{x}` is an expression, `$x$` a formula, `@x` a citation and `^x^` superscript. */
export function quoteExtendedMarkdown(quotations: readonly Quotation[]): string {
  return quotations
    .map((one) => {
      const written = writtenAs(one);
      return quoted(one, written && withoutExecutableCode(written));
    })
    .join('\n\n')
    .replace(FURTHER_MARKS, (mark) => (mark.length === 1 ? `\\${mark}` : mark));
}

/** Items as plain text, separated by blank lines: their words, then the briefing and each source on its own line. */
export function quoteText(quotations: readonly Quotation[]): string {
  return quotations.map((one) => citeItem(one.item, namedSource(one.briefing), writtenAs(one))).join('\n\n');
}
