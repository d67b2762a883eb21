import type { MarkdownIt, StateBlock } from 'markdown-it';

/** `**Results:**`, `**Results**: it …`, with an emoji before it or not: a label, and what it says. */
const LABEL = /^[^\p{L}\p{N}\s*#>|`-]{0,4} ?\*\*([^*]{1,80})(?:\*\*\s*$|[:：]\*\*|\*\*[:：])(.*)$/u;
const ITEM = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s/;

/**
 * Ends a list at a bold label that is not indented: one alone with items below it, or one that says something, where no
 * item comes after it. Markdown would have it go on with the words of the item above: `- It stops.` / `**Results:**` /
 * `- It is late.`
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
  const column = state.sCount[line] ?? 0;
  // Below a quotation, Markdown has its own way to say the same.
  if (column < 0 || column >= state.blkIndent) return false;
  const [, label, words] = LABEL.exec(lineAt(state, line)) ?? [];
  const said = words?.trim() ?? '';
  if (label === undefined || (said !== '' && isLabelOfItems(state, line, label))) return false;
  return said === '' ? ITEM.test(lineAt(state, line + 1)) : endsItems(state, line);
}

/** Labelled lines of a story are no more. */
const LINES = 12;

/** `- Ferry stops` / `**Source:** Ann` / `- Crane comes`: each item has what stands below it. */
function endsItems(state: StateBlock, label: number): boolean {
  let line = label + 1;
  while (line < state.lineMax && line < label + LINES && !state.isEmpty(line)) {
    if (ITEM.test(lineAt(state, line))) return false;
    line++;
  }
  while (line < state.lineMax && line < label + LINES && state.isEmpty(line)) line++;
  return !ITEM.test(lineAt(state, line));
}

/** Where an item above has the same one, the last item has its own, too. */
function isLabelOfItems(state: StateBlock, line: number, label: string): boolean {
  for (let above = line - 1; above >= 0 && above > line - LINES; above--) {
    const text = lineAt(state, above);
    if (text.startsWith('#')) return false;
    if (LABEL.exec(text)?.[1] === label) return true;
  }
  return false;
}

function lineAt({ src, bMarks, eMarks }: StateBlock, line: number): string {
  return src.slice(bMarks[line] ?? 0, eMarks[line] ?? 0);
}
