import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** `[ ] a`, `[x] a`, tested on the source, where an escaped box is different. */
const BOX = /^\[([ xX])\]\s+(?=\S)/;

/** Moves the box of a task from its item's words to the item's `meta`: `- [ ] Ask Ann`. */
export function tasks(markdown: MarkdownIt): void {
  markdown.core.ruler.push('tasks', takeBoxes);
}

/** The box of an item that is a task; `[x]` if it is done. */
export function boxOf(item: Token | undefined): '[ ]' | '[x]' | undefined {
  return (item?.meta as { readonly box?: '[ ]' | '[x]' } | null | undefined)?.box;
}

function takeBoxes({ src, tokens }: StateCore): void {
  if (!/\[[ xX]\]\s/.test(src)) return;
  tokens.forEach((inline, at) => {
    const item = tokens[at - 2];
    const isParagraph = tokens[at - 1]?.type === 'paragraph_open';
    if (inline.type !== 'inline' || !isParagraph || item?.type !== 'list_item_open') return;
    const mark = BOX.exec(inline.content)?.[1];
    const [first, ...others] = inline.children ?? [];
    // `[x]` may also be a link that is defined elsewhere.
    if (mark === undefined || first?.type !== 'text' || !/^\[[ xX]\]\s/.test(first.content)) return;
    item.meta = { box: mark === ' ' ? '[ ]' : '[x]' };
    first.content = first.content.slice(3).trimStart();
    inline.children = first.content === '' ? others : [first, ...others];
  });
}
