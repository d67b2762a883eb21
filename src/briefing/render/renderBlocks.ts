import type { MarkdownIt, Token } from 'markdown-it';
import { boxOf } from '../grammar/tasks.ts';
import { plainText } from '../grammar/tokens.ts';
import { directionOf, directionOfOwn, mayBeRightToLeft } from '../../base/direction.ts';

/** Blocks that hold words, by which the browser detects their direction. */
const WORDS = ['paragraph_open', 'heading_open'];
/** Blocks that hold blocks. An item holds words if its first paragraph is not shown as one (in a tight list). */
const BLOCKS = ['bullet_list_open', 'ordered_list_open', 'blockquote_open', 'list_item_open'];
const CELLS = ['th_open', 'td_open'];

/** Number of tokens of a block that are searched for its first words, which are usually right at its start. */
const REACH = 40;

/** Gives each block a direction of its own: a Hebrew quotation in an English text is read from right to left. */
export function renderBlocks({ renderer }: MarkdownIt): void {
  for (const type of WORDS) {
    renderer.rules[type] = (tokens, at, options) => {
      tokens[at]?.attrSet('dir', directionOfOwn(shownWords(tokens[at + 1])));
      return renderer.renderToken(tokens, at, options) + taskSign(tokens[at - 1]);
    };
  }
  for (const type of BLOCKS) {
    renderer.rules[type] = (tokens, at, options) => {
      const holdsWords = type === 'list_item_open' && tokens[at + 1]?.hidden === true;
      tokens[at]?.attrSet(
        'dir',
        holdsWords ? directionOfOwn(shownWords(tokens[at + 2])) : directionOf(firstWords(tokens, at)),
      );
      return renderer.renderToken(tokens, at, options);
    };
  }
  for (const type of CELLS) {
    // markdown-it aligns cells with an inline style; a class does it here.
    renderer.rules[type] = (tokens, at) => {
      const align = /left|center|right/.exec(String(tokens[at]?.attrGet('style')))?.[0];
      return `<${tokens[at]?.tag ?? ''}${align === undefined ? '' : ` class="${align}"`} dir="${directionOfOwn(shownWords(tokens[at + 1]))}">`;
    };
  }
}

/** The sign before the words of an item that is a task. It is only text, since nothing can be ticked off here. */
export function taskSign(item: Token | undefined): string {
  const box = boxOf(item);
  return box === undefined ? '' : box === '[x]' ? '☑ ' : '☐ ';
}

/** The words of an inline token that decide its direction. */
function shownWords(inline: Token | undefined): string {
  return inline?.children && mayBeRightToLeft(inline.content) ? plainText([inline]) : '';
}

/** The first text in a block that has a letter; '' if there is none near its start. */
function firstWords(tokens: readonly Token[], open: number): string {
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
