import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** What a site generator fills in: `{% include a.md %}`, `{{ page.title }}`. */
const CLOSES: Readonly<Record<string, string>> = { '{%': '%}', '{{': '}}' };

/** A tag is no longer than this: it bounds how far is looked for the end of one. */
const MAX_LENGTH = 4000;

/**
 * Liquid's tags in the grammar. They were never meant to be read, and what they stand for is not in the file: nothing of
 * them is shown. One on lines of its own ends there, so that what follows it is read; a link or an image whose address
 * they make is its words.
 */
export function liquid(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'liquid', blockTag);
  markdown.inline.ruler.before('backticks', 'liquid', inlineTag);
  markdown.inline.ruler.before('link', 'liquid_link', linkToTag);
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
  if (!silent) state.line = line + 1;
  return true;
}

function inlineTag(state: StateInline): boolean {
  const end = tagEnd(state.src, state.pos);
  if (end < 0 || end > state.posMax) return false;
  state.pos = end;
  return true;
}

/** `[words]({{ site.url }}/a)`, `![words]({% link a.png %})`. */
function linkToTag(state: StateInline, silent: boolean): boolean {
  const start = state.src[state.pos] === '!' ? state.pos + 1 : state.pos;
  if (state.src[start] !== '[' || !mayHaveTags(state)) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, start, true);
  if (labelEnd < 0 || state.src[labelEnd + 1] !== '(') return false;
  const end = targetEnd(state.src, labelEnd + 2);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) {
    const { posMax } = state;
    state.push('link_open', 'a', 1).attrs = [['href', '']];
    state.pos = start + 1;
    state.posMax = labelEnd;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push('link_close', 'a', -1);
  }
  state.pos = end;
  return true;
}

/** Whether any tag opens in the words: most have none, and their links are spared a closer look. */
function mayHaveTags({ src, env }: StateInline): boolean {
  const memory = env as { liquid?: { src: string; mayBe: boolean } };
  if (memory.liquid?.src !== src) memory.liquid = { src, mayBe: /\{[{%]/.test(src) };
  return memory.liquid.mayBe;
}

/** Behind the bracket that closes an address with a tag in it: `{{ site.url }}/a "Title")`; -1 for any other. */
function targetEnd(text: string, start: number): number {
  let at = start;
  let tags = 0;
  const limit = Math.min(text.length, start + MAX_LENGTH);
  while (at < limit && text[at] !== ')' && text[at] !== '\n') {
    const end = tagEnd(text, at);
    // No other tag closes behind one that does not.
    if (end < 0 && CLOSES[text.slice(at, at + 2)] !== undefined) return -1;
    if (end >= 0) tags++;
    at = end < 0 ? at + 1 : end;
  }
  return tags > 0 && text[at] === ')' ? at + 1 : -1;
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
