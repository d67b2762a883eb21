import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const OPEN = '<!--';
const CLOSE = '-->';

/**
 * HTML comments in the grammar, where HTML is off: they are notes of the author to himself, and are no words of the
 * briefing. One that is never closed is text, so that no slip of the pen can take away the rest of a briefing.
 */
export function comments(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'comment', blockComment, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.inline.ruler.before('autolink', 'comment', inlineComment);
}

/** A comment that has its lines to itself. */
function blockComment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !state.src.startsWith(OPEN, start))
    return false;
  const close = closeOf(state, start);
  if (close < 0) return false;
  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < close) line++;
  if (line >= endLine || state.src.slice(close, state.eMarks[line]).trim() !== '') return false;
  if (!silent) state.line = line + 1;
  return true;
}

/** A comment among words. */
function inlineComment(state: StateInline): boolean {
  if (!state.src.startsWith(OPEN, state.pos)) return false;
  const close = closeOf(state, state.pos);
  if (close < 0 || close > state.posMax) return false;
  state.pos = close;
  return true;
}

/** Behind the end of the comment that begins at a place; -1 if it has none. */
function closeOf({ src, env }: StateBlock | StateInline, start: number): number {
  // Where one comment has no end, those behind it have none: each would look through the rest of the text again.
  const memory = env as { unclosed?: { src: string; from: number } };
  if (memory.unclosed?.src === src && start >= memory.unclosed.from) return -1;
  const at = src.indexOf(CLOSE, start + OPEN.length);
  if (at < 0) memory.unclosed = { src, from: start };
  return at < 0 ? -1 : at + CLOSE.length;
}
