import { joinFilled } from '../../base/joinFilled.ts';
import { escapeHeadingEnd } from '../text/sourceText.ts';
import type { Token } from 'markdown-it';
import type { BareSource } from '../grammar/links/bareLinks.ts';
import { REST } from '../blocks/density.ts';
import { citationLabel, topLevelNodes } from '../blocks/document.ts';
import { isUnmarkedBreak } from '../grammar/fields.ts';
import { boxOf } from '../grammar/tasks.ts';
import { closeOf, isLineBreak } from '../grammar/tokens.ts';
import {
  escapeMarks,
  escapeText,
  MARKS,
  splitSpaces,
  escapeLineStart,
  startParagraph,
} from './escapeMarks.ts';

/** Writes tokens as Markdown that is parsed to the same tokens, with blank lines between blocks and none at the end. */
export function writeBlocks(tokens: readonly Token[]): string {
  return joinFilled(topLevelNodes(tokens).map(writeBlock), '\n\n');
}

/** Escapes words as Markdown, so that no mark in them has a meaning, even at the start of a line. */
export function escapeWords(words: string): string {
  return startParagraph(escapeWithin(words));
}

/** Escapes words that do not begin a line, such as those of a heading or a link: `1. Ferries` needs no backslash there. */
export function escapeWithin(words: string): string {
  return words.replace(MARKS, '\\$&').replace(/\[/g, '\\$&');
}

/** Writes a link: as an address alone, or with the given words, which are Markdown already. */
export function writeLink(url: string, words?: string, hint = ''): string {
  // Nothing can be escaped in an address alone, and after a bar a chat has its words.
  if (words === undefined && !/[<>|\s]/.test(url)) return `<${url}>`;
  return `[${words ?? escapeWithin(url)}]${writeTarget(url, hint)}`;
}

function writeTarget(url: string, hint = ''): string {
  return hint === '' ? `(<${escapeTarget(url)}>)` : `(<${escapeTarget(url)}> "${escapeTarget(hint)}")`;
}

/** Escapes characters that would end an address or a title, or be read as another character there. */
function escapeTarget(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/["<>\\`]|&(?=#?\w+;)/g, '\\$&');
}

/** Writes inline tokens as Markdown, on as many lines as they have. `isStart`: whether they begin a line. */
export function writeInline(tokens: readonly Token[], isStart = true): string {
  return writeTokens(tokens)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '\\')
    .map((line, at) => (at > 0 ? escapeLineStart(line) : isStart ? startParagraph(line) : line))
    .join('\n')
    .replace(/\\$/, (end, at: number, all: string) => (all.at(at - 1) === '\\' ? end : ''));
}

function writeBlock(node: readonly Token[]): string {
  const [open] = node;
  if (!open) return '';
  const inside = node.slice(1, -1);
  switch (open.type) {
    case 'paragraph_open':
      return writeInline(inside.flatMap(({ children }) => children ?? []));
    case 'heading_open':
      return `${'#'.repeat(Number(open.tag.slice(1)))} ${writeHeading(inside)}`;
    case 'blockquote_open':
      return writeQuotation(writeBlocks(inside));
    case 'bullet_list_open':
      return writeList(inside, () => '- ');
    case 'ordered_list_open':
      return writeList(inside, (i) => `${Number(open.attrGet('start') ?? 1) + i}. `);
    case 'table_open':
      return writeTable(inside);
    case 'fence':
    case 'code_block':
    case REST:
      return writeCode(open);
    case 'hr':
      return '***';
    default:
      return '';
  }
}

export function writeHeading(inside: readonly Token[]): string {
  return escapeHeadingEnd(writeLine(inside));
}

/** Writes inline tokens that must be on one line: those of a heading, or of a table cell. */
function writeLine(inside: readonly Token[]): string {
  const tokens = inside.flatMap(({ children }) => children ?? []);
  return writeInline(tokens, false).replace(/\\?\n/g, ' ');
}

function writeList(inside: readonly Token[], mark: (item: number) => string): string {
  return topLevelNodes(inside)
    .map((item, i) => writeItem(mark(i), withBox(item, writeBlocks(item.slice(1, -1)))))
    .join('\n');
}

/** An item's Markdown, after its box if it is a task. */
export function withBox([item]: readonly Token[], markdown: string): string {
  return joinFilled([boxOf(item), markdown], ' ');
}

/** Writes an item after its mark, such as `- `. Further lines are indented to its first word. */
export function writeItem(mark: string, markdown: string): string {
  const indent = ' '.repeat(mark.length);
  return mark + markdown.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

/** Puts `>` before each line. */
export function writeQuotation(markdown: string): string {
  return markdown.replace(/^(?=(.?))/gm, (_, next: string) => (next === '' ? '>' : '> '));
}

export function writeCode({ content, info }: Pick<Token, 'content' | 'info'>): string {
  // After backticks, the info string cannot contain any.
  const fence = fenceAround(content, info.includes('`') ? '~~~' : '```');
  // Without support for footnotes, a fence that begins one is read as words, so its info string must not be HTML.
  const named = info.trim().replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `${fence}${named}\n${content.replace(/\n$/, '')}\n${fence}`;
}

function writeTable(inside: readonly Token[]): string {
  const rows = topLevelNodes(inside)
    .flatMap((part) => topLevelNodes(part.slice(1, -1)))
    .map((row) => topLevelNodes(row.slice(1, -1)));
  const lines = rows.map((row) => writeRow(row.map((cell) => writeLine(cell))));
  const rule = (rows[0] ?? []).map(([cell]) => {
    const align = /left|center|right/.exec(String(cell?.attrGet('style')))?.[0];
    return { left: ':--', center: ':-:', right: '--:' }[align ?? ''] ?? '---';
  });
  return [lines[0], `| ${rule.join(' | ')} |`, ...lines.slice(1)].join('\n');
}

/** Writes a table row of cells that are Markdown already. */
export function writeRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

function writeTokens(tokens: readonly Token[], inLink = false): string {
  let written = '';
  /** The last character that was written; '' at the start. */
  let end = '';
  /**
   * The code span that was written last, and the text before it. A code span right after it is joined to it, because
   * their marks would be read as one.
   */
  let code: { readonly before: string; readonly content: string } | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.type === 'code_inline') {
      code = { before: code?.before ?? written, content: (code?.content ?? '') + token.content };
      written = code.before + writeCodeSpan(code.content);
      end = '`';
      continue;
    }
    let piece: string;
    if (token.nesting === 1) {
      const close = closeOf(tokens, i);
      piece = writeSpan(token, tokens.slice(i + 1, close), inLink);
      i = close;
    } else {
      // An open bracket in a link's words would have to be closed there.
      const isText = token.type === 'text';
      if (inLink && isText)
        piece = (withBareLinks(token) ?? escapeMarks(token.content)).replace(/\[/g, '\\[');
      else if (isText) piece = writeWords(token, end === '' || end === '\n', isLineEnd(tokens[i + 1]));
      else piece = writeToken(token);
    }
    if (end === '~' && token.type === 'text') piece = piece.replace(/^~/, '\\~');
    if (piece !== '') code = undefined;
    end = piece.at(-1) ?? end;
    // Before a link or citation: `![words](…)` would be an image, and `^[1]` a footnote.
    written += /^(?:link_open|citation)$/.test(tokens[i + 1]?.type ?? '')
      ? piece.replace(/[!^]$/, '\\$&')
      : piece;
  }
  return written;
}

/** Writes marked words or a link, with white space outside: Markdown's marks cannot have it at their inner edges. */
function writeSpan(open: Token, inside: readonly Token[], inLink: boolean): string {
  const { before, words, after } = splitSpaces(
    writeTokens(inside, inLink || open.type.endsWith('link_open')),
  );
  if (words === '' && open.type !== 'link_open') return before;
  // Markdown's marks need words at their inner edges, `<b>` in the source did not.
  const asHtml = open.markup === '' && !/^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(words);
  switch (open.type) {
    case 'strong_open':
      return `${before}${asHtml ? `<b>${words}</b>` : `**${words}**`}${after}`;
    case 'em_open':
      return `${before}${asHtml ? `<i>${words}</i>` : `*${words}*`}${after}`;
    case 'sup_open':
      return `${before}<sup>${words}</sup>${after}`;
    case 's_open':
      return `${before}~~${words.replace(/^~/, '\\~')}~~${after}`;
    case 'link_open':
      return `${before}${writeLinkToken(open, inside, words)}${after}`;
    case 'dead_link_open':
      return `${before}[${words}]${writeLocalTarget(open)}${after}`;
    default:
      return `${before}${words}${after}`;
  }
}

/** The target of a link that is not live, as far as it is harmless; otherwise `()`. */
function writeLocalTarget({ meta }: Token): string {
  const { href } = (meta ?? {}) as { readonly href?: string };
  return href === undefined ? '()' : /[()<>\s]/.test(href) ? writeTarget(href) : `(${escapeTarget(href)})`;
}

function writeLinkToken(open: Token, inside: readonly Token[], words: string): string {
  const url = String(open.attrGet('href'));
  const title = open.attrGet('title');
  const isAddress = title === null && inside.length === 1 && inside[0]?.content === url;
  return writeLink(url, isAddress ? undefined : words, String(title ?? ''));
}

function isLineEnd(next: Token | undefined): boolean {
  return next === undefined || isLineBreak(next);
}

/** Writes a text. `isFirst` and `isLast`: whether it begins and ends its line. */
function writeWords(token: Token, isFirst: boolean, isLast: boolean): string {
  return withBareLinks(token) ?? escapeText(token.content, isFirst, isLast);
}

function writeToken(token: Token): string {
  const { type, content } = token;
  switch (type) {
    case 'softbreak':
      return '\n';
    case 'hardbreak':
      return isUnmarkedBreak(token) ? '\n' : '\\\n';
    case 'image':
      return `![${escapeWithin(content.replace(/\s+/g, ' '))}]${writeTarget(String(token.attrGet('src') ?? ''))}`;
    case 'escaped_bracket':
      return '\\[';
    case 'citation':
      return token.markup.startsWith('[^')
        ? `[^${noteLabel(citationLabel(token).replace(/^\^/, ''))}]`
        : token.markup;
    case 'footnote_ref':
      return `[^${noteLabel(citationLabel(token))}]`;
    default:
      return '';
  }
}

/** The words of links without a definition, with their marks; undefined if there are none. */
function withBareLinks({ content, meta }: Token): string | undefined {
  const { source, words = '' } = (meta ?? {}) as { readonly source?: BareSource; readonly words?: string };
  // Different words mean a part of the original token. At the edge of an item, only white space is missing.
  if (!source || words.trim() !== content.trim()) return undefined;
  // Other programs may read a mark as HTML: `[1][<img alt=""]`.
  if (source.some((piece) => typeof piece !== 'string' && piece.mark.includes('<'))) return undefined;
  const written = source
    .map((piece) => (typeof piece === 'string' ? escapeMarks(piece) : piece.mark))
    .join('');
  const start = /^\s/.test(content) ? written : written.trimStart();
  return /\s$/.test(content) ? start : start.trimEnd();
}

/**
 * Gives an inline note, `*1`, a name like that of other notes. Marks in a name cannot be escaped, so they are
 * percent-encoded: `a<b` as `a%3cb`.
 */
export function noteLabel(label: string): string {
  return label
    .replace(/^\*/, 'note-')
    .replace(/[^\p{L}\p{M}\p{N}%+,./:;=@_-]/gu, (mark) => `%${(mark.codePointAt(0) ?? 0).toString(16)}`);
}

function writeCodeSpan(content: string): string {
  const mark = fenceAround(content, '`');
  const space = /^`|`$|^ .* $/.test(content) ? ' ' : '';
  return mark + space + content + space + mark;
}

/** A row of marks that is longer than any in the content, and not shorter than `shortest`. */
function fenceAround(content: string, shortest: '`' | '```' | '~~~'): string {
  const rows = content.match(shortest === '~~~' ? /~+/g : /`+/g) ?? [];
  return shortest
    .charAt(0)
    .repeat(rows.reduce((length, row) => Math.max(length, row.length + 1), shortest.length));
}
