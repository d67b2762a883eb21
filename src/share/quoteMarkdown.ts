import { quoteItem, citeItem } from '../briefing/write/cite.ts';
import { withoutPrograms } from '../briefing/write/programs.ts';
import { namedSource, type Quotation, writtenAs } from './quotation.ts';

/**
 * Items as quotations in Markdown, with the briefing and their sources below them. Quotations, and no list of them: each stays whole
 * when it is moved on its own, and a blank line between them keeps them apart.
 */
export function quoteMarkdown(quotations: readonly Quotation[]): string {
  return quotations.map((one) => quoted(one)).join('\n\n');
}

function quoted(one: Quotation, written = writtenAs(one)): string {
  return quoteItem(one.item, namedSource(one.briefing), written);
}

/** Code, a link, or a pair that means none; or marks of what Pandoc, Quarto and MDX add to Markdown. */
const FURTHER_MARKS = /(`+)[^]*?(?<!`)\1(?!`)|\]\(<[^>]*>\)|\\.|[{}$@^]/gs;

/** The same, where `{x}` is an expression, `$x$` a formula, `@x` a citation and `^x^` stands above the line. */
export function quoteExtendedMarkdown(quotations: readonly Quotation[]): string {
  return quotations
    .map((one) => {
      const written = writtenAs(one);
      return quoted(one, written && withoutPrograms(written));
    })
    .join('\n\n')
    .replace(FURTHER_MARKS, (mark) => (mark.length === 1 ? `\\${mark}` : mark));
}

/** Items as plain text, a blank line apart: their words, and the briefing and each source on a line of its own. */
export function quoteText(quotations: readonly Quotation[]): string {
  return quotations.map((one) => citeItem(one.item, namedSource(one.briefing), writtenAs(one))).join('\n\n');
}
