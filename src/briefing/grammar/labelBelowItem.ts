import type { MarkdownIt, StateBlock } from 'markdown-it';

/** A label and its text: `**Results:**`, `**Results**: it …`, also after an emoji. */
const LABEL = /^[^\p{L}\p{N}\s*#>|`-]{0,4} ?\*\*([^*]{1,80})(?:\*\*\s*$|[:：]\*\*|\*\*[:：])(.*)$/u;
const ITEM = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s/;

/**
 * Ends a list at a bold label that is not indented, if it is alone with items below it, or if it has text and no item
 * follows. Markdown would join it to the words of the item above: `- It stops.` / `**Results:**` / `- It is late.`
 */
export function labelBelowItem({ block }: MarkdownIt): void {
  block.ruler.before(
    'paragraph',
    'label_below_item',
    (state, line, _, silent) => silent && isLabelBelowItem(state, line),
    { alt: ['paragraph'] },
  );
}

/** Whether a line is such a label, and is indented less than the item that is being parsed. */
export function isLabelBelowItem(state: StateBlock, line: number): boolean {
  const column = state.sCount[line] ?? 0;
  // A negative indentation is how markdown-it marks a line that continues a quotation's paragraph.
  if (column < 0 || column >= state.blkIndent) return false;
  const [, label, words] = LABEL.exec(lineAt(state, line)) ?? [];
  const said = words?.trim() ?? '';
  if (label === undefined || (said !== '' && isLabelOfItems(state, line, label))) return false;
  return said === '' ? ITEM.test(lineAt(state, line + 1)) : endsItems(state, line);
}

/** Maximum number of lines that are searched in each direction: no story has as many. */
const LINES = 12;

/**
 * Whether no item follows: in `- Ferry stops` / `**Source:** Ann` / `- Crane comes`, each label belongs to its item.
 */
function endsItems(state: StateBlock, label: number): boolean {
  let line = label + 1;
  while (line < state.lineMax && line < label + LINES && !state.isEmpty(line)) {
    if (ITEM.test(lineAt(state, line))) return false;
    line++;
  }
  while (line < state.lineMax && line < label + LINES && state.isEmpty(line)) line++;
  return !ITEM.test(lineAt(state, line));
}

/** Whether an item above has the same label. Then this one belongs to the last item. */
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
