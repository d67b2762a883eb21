import type { Token } from 'markdown-it';
import { topLevelNodes } from '../blocks/document.ts';
import { closeOf } from '../grammar/tokens.ts';
import { partsOf } from './marks.ts';
import { withBox, writeItem } from './writeMarkdown.ts';

/** How a language writes what is said: see said.ts. */
export interface Hand {
  /** Words that mean nothing but themselves. */
  readonly words: (text: string) => string;
  readonly strong: (words: string) => string;
  /** Where an emoji is not simply its own. */
  readonly emoji?: (emoji: string) => string;
  /** Where there is none, what is struck through has `~~` around it: it must not be read as if it stood. */
  readonly struck?: (words: string) => string;
  readonly code?: (words: string) => string;
  /** What ends a line within a paragraph. */
  readonly lineEnd: string;
  readonly paragraph: (words: string) => string;
  readonly codeBlock: (text: string) => string;
  /** Where there is none, lists and tables are in plain text, line by line as code is. With a `start` it is numbered. */
  readonly list?: (items: readonly string[], start: number | undefined) => string;
  /** The first row names the columns. */
  readonly table?: (rows: readonly (readonly string[])[]) => string;
}

/** As words look without any marks. */
const PLAIN: Hand = {
  words: (text) => text,
  strong: (words) => words,
  lineEnd: '\n',
  paragraph: (words) => words,
  codeBlock: (text) => text,
  list: (items, start) =>
    items.map((item, at) => writeItem(start === undefined ? '- ' : `${start + at}. `, item)).join('\n'),
  table: (rows) =>
    rows.map((cells) => cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')).join('\n'),
};

/** What is said in a language, or as plain text: a text for each block. */
export function writeSaid(said: readonly Token[], hand = PLAIN): readonly string[] {
  return topLevelNodes(said).map((node) => writeBlock(node, hand));
}

function writeBlock(node: readonly Token[], hand: Hand): string {
  const [open, inline] = node;
  const inside = node.slice(1, -1);
  switch (open?.type) {
    case undefined:
      return '';
    case 'fence':
      return hand.codeBlock(open.content);
    case 'bullet_list_open':
    case 'ordered_list_open': {
      if (!hand.list) return hand.codeBlock(writeBlock(node, PLAIN));
      const start = open.type === 'bullet_list_open' ? undefined : Number(open.attrGet('start') ?? 1);
      const items = topLevelNodes(inside).map((item) => withBox(item, writeItemIn(item.slice(1, -1), hand)));
      return hand.list(items, start);
    }
    case 'table_open': {
      if (!hand.table) return hand.codeBlock(writeBlock(node, PLAIN));
      const rows = topLevelNodes(inside).flatMap((part) => topLevelNodes(part.slice(1, -1)));
      return hand.table(
        rows.map((row) =>
          row.flatMap(({ type, children }) => (type === 'inline' ? writeWords(children ?? [], hand) : [])),
        ),
      );
    }
    default:
      return hand.paragraph(writeWords(inline?.children ?? [], hand).trim());
  }
}

/** The words of an item are no paragraph where there is no other beside them. */
function writeItemIn(inside: readonly Token[], hand: Hand): string {
  const nodes = topLevelNodes(inside);
  const isOne = nodes.filter(([open]) => open?.type === 'paragraph_open').length === 1;
  const own = isOne ? { ...hand, paragraph: (words: string) => words } : hand;
  return nodes.map((node) => writeBlock(node, node[0]?.type === 'paragraph_open' ? own : hand)).join('\n');
}

function writeWords(tokens: readonly Token[], hand: Hand): string {
  let written = '';
  /** Words of one look are written at once: what they mean may depend on where they begin. */
  let open = '';
  const flush = () => {
    const { before, words, behind } = partsOf(open);
    written += before + (words === '' ? '' : hand.words(words)) + behind;
    open = '';
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const { type, content } = token;
    if (type === 'text' || (type === 'code_inline' && !hand.code)) {
      open += content;
      continue;
    }
    if (type.startsWith('s_') && !hand.struck) {
      open += '~~';
      continue;
    }
    flush();
    if (type === 'hardbreak') written += hand.lineEnd;
    // No other mark of a joint means anything in any language.
    else if (type === 'joint') written += content.replace(/[:|]/, hand.words);
    else if (type === 'emoji') written += (hand.emoji ?? hand.words)(content);
    else if (type === 'code_inline') written += hand.code?.(content) ?? '';
    else {
      const close = closeOf(tokens, at);
      const inside = writeWords(tokens.slice(at + 1, close), hand);
      written += (type === 'strong_open' ? hand.strong : hand.struck)?.(inside) ?? '';
      at = close;
    }
  }
  flush();
  return written;
}
