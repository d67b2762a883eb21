import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';

/** What a site generator fills in: `{% include a.md %}`, `{{ page.title }}`. */
const CLOSES: Readonly<Record<string, string>> = { '{%': '%}', '{{': '}}' };

const LIQUID = 'liquid';

/** A tag is no longer than this: it bounds how far is looked for the end of one. */
const MAX_LENGTH = 4000;

/**
 * Liquid's tags in the grammar. They were never meant to be read, yet are all that a file holds in their place: each
 * stays as code, its addresses no links; and one on lines of its own ends there, so that what follows it is read.
 */
export function liquid(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'liquid', blockTag);
  markdown.inline.ruler.before('backticks', 'liquid', inlineTag);
}

/** Whether a paragraph's tokens are Liquid and nothing else. */
export function isLiquid([open]: readonly Token[]): boolean {
  return open?.type === 'paragraph_open' && open.info === LIQUID;
}

/** Tags that have their lines to themselves. */
function blockTag(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  let end = tagEnd(state.src, start);
  if (end < 0) return false;
  let line = startLine;
  for (;;) {
    while (line < endLine && (state.eMarks[line] ?? 0) < end) line++;
    const lineEnd = state.eMarks[line] ?? 0;
    const rest = state.src.slice(end, lineEnd);
    if (line >= endLine) return false;
    if (rest.trim() === '') break;
    const next = tagEnd(state.src, end + rest.length - rest.trimStart().length);
    if (next < 0) return false;
    end = next;
  }
  if (silent) return true;
  state.line = line + 1;
  const map: [number, number] = [startLine, state.line];
  const open = state.push('paragraph_open', 'p', 1);
  open.info = LIQUID;
  open.map = map;
  const inline = state.push('inline', '', 0);
  inline.content = state.src.slice(start, end);
  inline.map = map;
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

function inlineTag(state: StateInline, silent: boolean): boolean {
  const end = tagEnd(state.src, state.pos);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) {
    const code = state.push('code_inline', 'code', 0);
    code.content = state.src.slice(state.pos, end).replace(/\s+/g, ' ');
  }
  state.pos = end;
  return true;
}

/** Behind the tag that begins at a place; -1 if none does. */
function tagEnd(text: string, start: number): number {
  if (text[start] !== '{') return -1;
  const close = CLOSES[text.slice(start, start + 2)];
  if (close === undefined) return -1;
  const inside = text.slice(start + 2, start + MAX_LENGTH);
  const at = inside.indexOf(close);
  return at < 0 ? -1 : start + 2 + at + close.length;
}
