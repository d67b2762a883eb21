import createMarkdownIt, { type Token } from 'markdown-it';
import { MAX_LENGTH } from '../blocks/density.ts';
import { isPlainText } from '../plain/plainText.ts';
import { plainText, closeOf } from '../grammar/tokens.ts';
import { safeUrl, urlOfBareDomain } from '../text/safeUrl.ts';
import { writeInline } from './writeMarkdown.ts';

/** Whether a text is nothing but where others are: an address, or a line for each of several. */
export function isAddressAlone(text: string): boolean {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim().replace(/^<(.*)>$/, '$1'));
  const named = lines.filter((line) => line !== '');
  return named.length > 0 && named.every(isAddress);
}

function isAddress(line: string): boolean {
  if (urlOfBareDomain(line) !== undefined || safeUrl(line) !== undefined) return true;
  return /^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(line);
}

/** Beginnings of a page, or of a piece of one; a text in Markdown may begin with the latter too. */
const PAGE =
  /^\ufeff?\s*(?:<\?xml[^<>]*>\s*|<!--[^]{0,4000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta)\b/i;
const PIECE =
  /^\s*<(?:article|blockquote|div|h[1-6]|main|ol|p|section|span|table|ul)(?:\s[^<>]*)?>[^]*<\/\w+\s?>\s*$/i;
const MARKDOWN = /^ {0,3}(?:#{1,6} |[-*+] |\d{1,3}[.)] |>|```)/m;

/** What of a page is never read: none of it is a word of its text. */
const UNREAD = /^(?:iframe|noscript|object|script|style|svg|template|title)$/;
const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|d[dlt]|details|div|fig(?:caption|ure)|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/;
const MARKS: Readonly<Record<string, string>> = {
  a: 'link',
  b: 'strong',
  em: 'em',
  i: 'em',
  strong: 'strong',
};

/** A comment, a tag, words. What a tag may hold is bounded, so that none is looked for for long. */
const PIECES =
  /<!--[^]*?(?:-->|$)|<(\/?)([a-z][a-z\d]{0,20})((?:\s(?:[^<>"']|"[^"<]*"|'[^'<]*'){0,4000})?)\s?\/?>|<[!?][^<>]{0,4000}>|[^<]+|</gi;
/** Of a list in lists; what nests deeper stands there. */
const DEEPEST = 10;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

const { Token: MarkdownToken } = createMarkdownIt;
const { unescapeAll } = createMarkdownIt().utils;

/**
 * HTML that was copied as text -> its words, with a mark for each heading, item, link and bold word; undefined for any
 * other text. `<h1>Morning</h1><p>It <b>rained</b>.` -> `# Morning`, `It **rained**.`
 */
export function textOfPage(page: string): string | undefined {
  const text = page.slice(0, MAX_LENGTH);
  if (!PAGE.test(text) && (!PIECE.test(text) || MARKDOWN.test(text))) return undefined;
  const lines = linesOfPage(text);
  const markdown = joined(lines.map(({ mark, tokens }) => ({ mark, words: writeInline(tokens) })));
  // Of a plain text, the marks that are escaped would be shown with their escapes.
  return isPlainText(markdown.split('\n'))
    ? joined(lines.map(({ mark, tokens }) => ({ mark, words: plainText(tokens) })))
    : markdown;
}

interface Line {
  /** `## `, `- `, or the space that stands for it below. */
  readonly mark: string;
  readonly tokens: readonly Token[];
}

function joined(lines: readonly { readonly mark: string; readonly words: string }[]): string {
  let text = '';
  for (const { mark, words } of lines) {
    if (words === '') continue;
    text += `${text === '' ? '' : mark.endsWith('- ') ? '\n' : '\n\n'}${mark}${words}`;
  }
  // A list's first item has a blank line above it as well.
  return text === '' ? '' : `${text.replace(/^(?! *- )(.+)\n(?=- )/gm, '$1\n\n')}\n`;
}

/** A line for each block that has words. */
function linesOfPage(html: string): Line[] {
  const lines: Line[] = [];
  const open: string[] = [];
  let tokens: Token[] = [];
  let mark = '';
  let depth = 0;
  const close = (type: string) => {
    if (!open.includes(type)) return;
    for (let last; last !== type;) {
      last = open.pop() ?? type;
      tokens.push(new MarkdownToken(`${last}_close`, '', -1));
    }
  };
  const endLine = () => {
    for (const type of open.toReversed()) close(type);
    if (plainText(tokens) === '') return;
    markStress(tokens);
    lines.push({ mark, tokens });
    tokens = [];
    mark = mark.replace(/[^ ]/g, ' ').replace(/^ +$/, (space) => (depth > 0 ? space : ''));
  };
  PIECES.lastIndex = 0;
  for (let piece = PIECES.exec(html); piece; piece = PIECES.exec(html)) {
    const [whole, slash = '', tag, attributes = ''] = piece;
    const name = tag?.toLowerCase() ?? '';
    const type = MARKS[name];
    if (tag === undefined) {
      if (!/^<[!?]/.test(whole)) tokens.push(textToken(whole));
    } else if (UNREAD.test(name) && slash === '') {
      PIECES.lastIndex = endOf(name, html, PIECES.lastIndex);
    } else if (BLOCK.test(name)) {
      endLine();
      const step = slash === '' ? 1 : -1;
      if (/^[ou]l$/.test(name)) depth = Math.max(0, depth + step);
      if (/^h[1-6]$/.test(name)) mark = slash === '' ? `${'#'.repeat(Number(name.slice(1)))} ` : '';
      else if (name === 'li' && slash === '')
        mark = `${'  '.repeat(Math.min(Math.max(0, depth - 1), DEEPEST))}- `;
      else if (depth === 0) mark = '';
    } else if (type !== undefined && slash === '') {
      const token = opening(type, attributes);
      if (token && !open.includes(type)) {
        open.push(type);
        tokens.push(token);
      }
    } else if (type !== undefined) {
      close(type);
    } else if (/^t[dh]$/.test(name)) {
      tokens.push(textToken(' '));
    }
  }
  endLine();
  return lines;
}

/** Between spaces, Markdown's own mark is read as one whatever the words are: `**Crane:** repaired`. */
function markStress(tokens: readonly Token[]): void {
  tokens.forEach((token, at) => {
    if (!/^(?:strong|em)_open$/.test(token.type)) return;
    const [before, behind] = [tokens[at - 1], tokens[closeOf(tokens, at) + 1]];
    if ((!before || /\s$/.test(before.content)) && (!behind || /^\s/.test(behind.content)))
      token.markup = '*';
  });
}

function opening(type: string, attributes: string): Token | undefined {
  const token = new MarkdownToken(`${type}_open`, '', 1);
  if (type !== 'link') return token;
  const [, ...values] = HREF.exec(attributes) ?? [];
  const url = safeUrl(decoded(values.find(Boolean) ?? '').trim());
  if (!url) return undefined;
  token.attrSet('href', url.href);
  return token;
}

function textToken(html: string): Token {
  const token = new MarkdownToken('text', '', 0);
  token.content = decoded(html).replace(/\s+/g, ' ');
  return token;
}

/** Without its entities: `Q&amp;A` -> `Q&A`. A backslash is a word of it. */
function decoded(html: string): string {
  return html.split('\\').map(unescapeAll).join('\\');
}

/** Behind the words of an element that is not read. */
function endOf(name: string, html: string, from: number): number {
  const end = new RegExp(`</${name}\\b`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
