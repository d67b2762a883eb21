import type { Token } from 'markdown-it';
import { topLevelNodes } from '../blocks/document.ts';
import { closeOf } from '../grammar/tokens.ts';
import { splitSpaces } from './escapeMarks.ts';
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
export function writeItemContent(content: readonly Token[], writer = PLAIN): readonly string[] {
  return topLevelNodes(content).map((node) => writeBlock(node, writer));
}

function writeBlock(node: readonly Token[], writer: MarkupWriter): string {
  const [open, inline] = node;
  const inside = node.slice(1, -1);
  switch (open?.type) {
    case undefined:
      return '';
    case 'fence':
      return writer.codeBlock(open.content);
    case 'bullet_list_open':
    case 'ordered_list_open': {
      if (!writer.list) return writer.codeBlock(writeBlock(node, PLAIN));
      const start = open.type === 'bullet_list_open' ? undefined : Number(open.attrGet('start') ?? 1);
      const items = topLevelNodes(inside).map((item) =>
        withBox(item, writeItemIn(item.slice(1, -1), writer)),
      );
      return writer.list(items, start);
    }
    case 'table_open': {
      if (!writer.table) return writer.codeBlock(writeBlock(node, PLAIN));
      const rows = topLevelNodes(inside).flatMap((part) => topLevelNodes(part.slice(1, -1)));
      return writer.table(
        rows.map((row) =>
          row.flatMap(({ type, children }) => (type === 'inline' ? writeWords(children ?? [], writer) : [])),
        ),
      );
    }
    default:
      return writer.paragraph(writeWords(inline?.children ?? [], writer).trim());
  }
}

/** Writes an item's blocks. If only one of them is a paragraph, it is written as bare words. */
function writeItemIn(inside: readonly Token[], writer: MarkupWriter): string {
  const nodes = topLevelNodes(inside);
  const isOne = nodes.filter(([open]) => open?.type === 'paragraph_open').length === 1;
  const own = isOne ? { ...writer, paragraph: (words: string) => words } : writer;
  return nodes.map((node) => writeBlock(node, node[0]?.type === 'paragraph_open' ? own : writer)).join('\n');
}

function writeWords(tokens: readonly Token[], writer: MarkupWriter): string {
  let written = '';
  /** Text still to be written. Adjacent text is written at once: its meaning may depend on its beginning. */
  let open = '';
  const flush = () => {
    const { before, words, after } = splitSpaces(open);
    written += before + (words === '' ? '' : writer.words(words)) + after;
    open = '';
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const { type, content } = token;
    if (type === 'text' || (type === 'code_inline' && !writer.code)) {
      open += content;
      continue;
    }
    if (type.startsWith('s_') && !writer.struck) {
      open += '~~';
      continue;
    }
    flush();
    if (type === 'hardbreak') written += writer.lineEnd;
    // No other character of a joint has a meaning in any of the languages.
    else if (type === 'joint') written += content.replace(/[:|]/, writer.words);
    else if (type === 'emoji') written += (writer.emoji ?? writer.words)(content);
    else if (type === 'code_inline') written += writer.code?.(content) ?? '';
    else {
      const close = closeOf(tokens, at);
      const inside = writeWords(tokens.slice(at + 1, close), writer);
      written += (type === 'strong_open' ? writer.strong : writer.struck)?.(inside) ?? '';
      at = close;
    }
  }
  flush();
  return written;
}
