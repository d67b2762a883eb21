import { inlineTokens } from '../../briefing/blocks/document.ts';
import { markCitations } from '../../briefing/structure/references/citations.ts';
import type { Structure } from '../../briefing/structure/structure.ts';
import type { Finding } from '../rules.ts';

/** Nothing is cited: each number stays the word that it is. */
const NONE = { cited: () => undefined, numbered: true };

/** In a briefing without numbered sources `[7]` is words to the reader; to who writes one, it is a source to be added. */
export function checkBareCitations({ references, document }: Structure): Finding[] {
  if (references.numbered || document.json !== undefined) return [];
  const inlines = document.blocks.flatMap(({ tokens }) => inlineTokens(tokens));
  return inlines
    .flatMap((inline) => markCitations(inline, NONE, document.lines))
    .filter(({ range: { start }, details: [written = ''] }) => {
      const before = document.lines[start.line]?.[start.character - 1] ?? '';
      // `a[1]` is a place in a program’s list; what Markdown has no note for is words.
      return /^\[\d/.test(written) && !/[\p{L}\p{N}_\]]/u.test(before);
    });
}
