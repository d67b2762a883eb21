import { inlineTokens } from '../../briefing/blocks/document.ts';
import { markCitations } from '../../briefing/structure/references/citations.ts';
import type { Structure } from '../../briefing/structure/structure.ts';
import type { Finding } from '../rules.ts';

/** Treats no label as cited, so that each number is reported as a citation without a source. */
const NO_REFERENCES = {
  cited: () => undefined,
  labelOfMark: (label: string) => label,
  numbered: true,
  style: 'usual' as const,
};

/**
 * Citations by number in a briefing without numbered sources: readers see `[7]` as plain text, but its author may have
 * meant a source that is yet to be added.
 */
export function checkBareCitations({ references, document }: Structure): Finding[] {
  if (references.numbered || document.json !== undefined) return [];
  const inlines = document.blocks.flatMap(({ tokens }) => inlineTokens(tokens));
  return inlines
    .flatMap((inline) => markCitations(inline, NO_REFERENCES, document.lines))
    .filter(({ range: { start }, details: [written = ''] }) => {
      const before = document.lines[start.line]?.[start.character - 1] ?? '';
      // `a[1]` is an index into a list in code. A footnote that Markdown does not know is plain text.
      return /^\[\d/.test(written) && !/[\p{L}\p{N}_\]]/u.test(before);
    });
}
