import { quoteItem, citeItem } from '../briefing/write/cite.ts';
import { withoutExecutableCode } from '../briefing/write/executableCode.ts';
import { namedSource, type Quotation, itemContentOf } from './quotation.ts';

/**
 * Items as quotations in Markdown, with the briefing and the sources below each. They are not a list, so that each
 * stays complete when it is moved; a blank line separates them.
 */
export function quoteMarkdown(quotations: readonly Quotation[]): string {
  return quotations.map((one) => quoteOne(one)).join('\n\n');
}

function quoteOne(one: Quotation, content = itemContentOf(one)): string {
  return quoteItem(one.item, namedSource(one.briefing), content);
}

/** Code, link targets and escapes, which are kept; or single characters that are special in Pandoc, Quarto or MDX. */
const EXTENDED_MARKS = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|\]\(<(?:[^<>\\]|\\.)*>\)|\\.|[{}$@^]/gs;

/** The same for dialects where `{x}` is an expression, `$x$` a formula, `@x` a citation and `^x^` superscript. */
export function quoteExtendedMarkdown(quotations: readonly Quotation[]): string {
  return quotations
    .map((one) => {
      const written = itemContentOf(one);
      return quoteOne(one, written && withoutExecutableCode(written));
    })
    .join('\n\n')
    .replace(EXTENDED_MARKS, (mark) => (mark.length === 1 ? `\\${mark}` : mark));
}

/** Items as plain text, separated by blank lines: their words, then the briefing and each source on its own line. */
export function quoteText(quotations: readonly Quotation[]): string {
  return quotations
    .map((one) => citeItem(one.item, namedSource(one.briefing), itemContentOf(one)))
    .join('\n\n');
}
