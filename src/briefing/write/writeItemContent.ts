import type { Token } from 'markdown-it';
import { topLevelNodes } from '../blocks/document.ts';
import { closeOf } from '../grammar/tokens.ts';
import { partsOf } from './escapeMarks.ts';
import { withBox, writeItem } from './writeMarkdown.ts';

/** How a markup language writes the content of an item, see itemContent.ts. */
export interface MarkupWriter {
  /** Escapes words, so that they mean nothing but themselves. */
  readonly words: (text: string) => string;
  readonly strong: (words: string) => string;
  /** If missing, an emoji is written like words. */
  readonly emoji?: (emoji: string) => string;
  /** If missing, struck-through words have `~~` around them, because they must not be read as valid. */
  readonly struck?: (words: string) => string;
  readonly code?: (words: string) => string;
  /** The characters that end a line within a paragraph. */
  readonly lineEnd: string;
  readonly paragraph: (words: string) => string;
  readonly codeBlock: (text: string) => string;
  /** If missing, lists and tables are written as plain text in a code block. A list with a `start` is numbered. */
  readonly list?: (items: readonly string[], start: number | undefined) => string;
  /** The first row has the names of the columns. */
  readonly table?: (rows: readonly (readonly string[])[]) => string;
}

/** Plain text, without any marks. */
const PLAIN: MarkupWriter = {
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

/** Writes the content of an item in a markup language, or as plain text: a string for each block. */
export function writeSaid(said: readonly Token[], hand = PLAIN): readonly string[] {
  return topLevelNodes(said).map((node) => writeBlock(node, hand));
}

function writeBlock(node: readonly Token[], hand: MarkupWriter): string {
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

/** Writes an item's blocks. If only one of them is a paragraph, it is written as bare words. */
function writeItemIn(inside: readonly Token[], hand: MarkupWriter): string {
  const nodes = topLevelNodes(inside);
  const isOne = nodes.filter(([open]) => open?.type === 'paragraph_open').length === 1;
  const own = isOne ? { ...hand, paragraph: (words: string) => words } : hand;
  return nodes.map((node) => writeBlock(node, node[0]?.type === 'paragraph_open' ? own : hand)).join('\n');
}

function writeWords(tokens: readonly Token[], hand: MarkupWriter): string {
  let written = '';
  /** Text still to be written. Adjacent text is written at once: its meaning may depend on its beginning. */
  let open = '';
  const flush = () => {
    const { before, words, after } = partsOf(open);
    written += before + (words === '' ? '' : hand.words(words)) + after;
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
    // No other character of a joint has a meaning in any of the languages.
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
