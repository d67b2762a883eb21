import { quoteItem, citeItem } from '../briefing/write/cite.ts';
import { namedSource, type Quotation, withoutSourceLinks, writtenJoint } from './quotation.ts';

/**
 * Items as quotations in Markdown, with the briefing and their sources below them. Quotations, and no list of them: each stays whole
 * when it is moved on its own, and a blank line between them keeps them apart.
 */
export function quoteMarkdown(quotations: readonly Quotation[]): string {
  return quotations
    .map((one) => quoteItem(withoutSourceLinks(one), namedSource(one.briefing), writtenJoint(one)))
    .join('\n\n');
}

/** Marks of what Pandoc, Quarto and MDX add to Markdown: expressions, formulas, citations; or a pair that means none. */
const FURTHER_MARKS = /\]\(<[^>]*>\)|\\.|[{}$@^]/gs;

/** The same, where `{x}` is an expression, `$x$` a formula, `@x` a citation and `^x^` stands above the line. */
export function quoteExtendedMarkdown(quotations: readonly Quotation[]): string {
  return quoteMarkdown(quotations).replace(FURTHER_MARKS, (mark) => (mark.length === 1 ? `\\${mark}` : mark));
}

/** Items as plain text, a blank line apart: their words, and the briefing and each source on a line of its own. */
export function quoteText(quotations: readonly Quotation[]): string {
  return quotations
    .map((one) => citeItem(withoutSourceLinks(one), namedSource(one.briefing), writtenJoint(one)))
    .join('\n\n');
}
