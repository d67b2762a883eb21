import { citeTakeaway } from '../briefing/cite.ts';
import { namedSource, type Quotation } from './quotation.ts';

/** Takeaways as plain text, a blank line apart: their words, and each source on a line of its own. */
export function quoteText(quotations: readonly Quotation[]): string {
  return quotations
    .map(({ takeaway, briefing }) => {
      const cited = citeTakeaway(takeaway);
      return takeaway.references.length > 0 ? cited : `${cited}\n— ${namedSource(briefing)}`;
    })
    .join('\n\n');
}
