import type { MarkdownIt, StateBlock } from 'markdown-it';

/** `**Results:**`, `**Results**:`, with an emoji before it or not, and nothing else. */
const LABEL = /^[^\p{L}\p{N}\s*#>|`-]{0,4} ?\*\*[^*]{1,80}\*\*[:：]?\s*$/u;
const ITEM = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s/;

/**
 * Ends a list at a bold label that is not indented and has items below it. Markdown would have it go on with the words
 * of the item above: `- It stops.` / `**Results:**` / `- It is late.`
 */
export function labelBelowItem({ block }: MarkdownIt): void {
  block.ruler.before(
    'paragraph',
    'label_below_item',
    (state, line, _, silent) => silent && isLabelBelowItem(state, line),
    { alt: ['paragraph'] },
  );
}

/** Whether a line is such a label, and stands left of the item that is being read. */
export function isLabelBelowItem(state: StateBlock, line: number): boolean {
  return (
    (state.sCount[line] ?? 0) < state.blkIndent &&
    LABEL.test(lineAt(state, line)) &&
    ITEM.test(lineAt(state, line + 1))
  );
}

function lineAt({ src, bMarks, eMarks }: StateBlock, line: number): string {
  return src.slice(bMarks[line] ?? 0, eMarks[line] ?? 0);
}
