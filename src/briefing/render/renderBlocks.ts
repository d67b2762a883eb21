import type { MarkdownIt, Token } from 'markdown-it';
import { boxOf } from '../grammar/tasks.ts';
import { directionOf } from '../text/direction.ts';

/** Blocks of words, whose direction the browser tells by the words. */
const WORDS = ['paragraph_open', 'heading_open'];
/** Blocks of blocks; an item is none where its first paragraph is not shown as one. */
const BLOCKS = ['bullet_list_open', 'ordered_list_open', 'blockquote_open', 'list_item_open'];
const CELLS = ['th_open', 'td_open'];

/** How far into a block its first words are looked for, in tokens: as a rule they stand right at its beginning. */
const REACH = 40;

/** Each block has a direction of its own: a Hebrew quotation in an English text is read from the right. */
export function renderBlocks({ renderer }: MarkdownIt): void {
  for (const type of WORDS) {
    renderer.rules[type] = (tokens, at, options) => {
      tokens[at]?.attrSet('dir', 'auto');
      return renderer.renderToken(tokens, at, options) + taskSign(tokens[at - 1]);
    };
  }
  for (const type of BLOCKS) {
    renderer.rules[type] = (tokens, at, options) => {
      const holdsWords = type === 'list_item_open' && tokens[at + 1]?.hidden === true;
      tokens[at]?.attrSet('dir', holdsWords ? 'auto' : directionOf(wordsIn(tokens, at)));
      return renderer.renderToken(tokens, at, options);
    };
  }
  for (const type of CELLS) {
    // Markdown aligns cells by a style, which is inline.
    renderer.rules[type] = (tokens, at) => {
      const align = /left|center|right/.exec(String(tokens[at]?.attrGet('style')))?.[0];
      return `<${tokens[at]?.tag ?? ''}${align === undefined ? '' : ` class="${align}"`} dir="auto">`;
    };
  }
}

/** What stands before the words of an item that is a task: a sign, since nothing can be ticked off here. */
export function taskSign(item: Token | undefined): string {
  const box = boxOf(item);
  return box === undefined ? '' : box === '[x]' ? '☑ ' : '☐ ';
}

/** The first words of a block that have a letter in them. */
function wordsIn(tokens: readonly Token[], open: number): string {
  const end = Math.min(tokens.length, open + REACH);
  let depth = 1;
  for (let at = open + 1; at < end && depth > 0; at++) {
    const { nesting, children } = tokens[at] ?? { nesting: 0, children: null };
    depth += nesting;
    const text = children?.find(({ type, content }) => type === 'text' && /\p{L}/u.test(content));
    if (text) return text.content;
  }
  return '';
}
