import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const OPEN = '<!--';
const CLOSE = '-->';

/**
 * Removes HTML comments, which the grammar does not know because HTML is off. They are the author's own notes, and
 * not words of the briefing. A comment that is never closed is text, so that a typing error cannot remove the rest of
 * a briefing.
 */
export function comments(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'comment', blockComment, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  markdown.inline.ruler.before('autolink', 'comment', inlineComment);
}

/** A comment on lines of its own. */
function blockComment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !state.src.startsWith(OPEN, start))
    return false;
  const close = closeOf(state, start);
  if (close < 0 || restOfLine(state.src, close).trim() !== '') return false;
  let line = startLine;
  while (line < endLine && (state.eMarks[line] ?? 0) < close) line++;
  if (line >= endLine) return false;
  if (!silent) state.line = line + 1;
  return true;
}

function restOfLine(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? undefined : end);
}

/** A comment among words. */
function inlineComment(state: StateInline): boolean {
  if (!state.src.startsWith(OPEN, state.pos)) return false;
  const close = closeOf(state, state.pos);
  if (close < 0 || close > state.posMax) return false;
  // `**Label<!-- a -->****:** b`: the stars after the comment close and open the same bold, so they are skipped.
  const meeting = /\*{4}(?!\*)/y;
  meeting.lastIndex = close;
  state.pos = close + (meeting.exec(state.src)?.[0].length ?? 0);
  return true;
}

/** The offset after the comment that begins at `start`; -1 if it is not closed. */
function closeOf({ src, env }: StateBlock | StateInline, start: number): number {
  // Cached: the end found from one offset is also the end for later offsets. Otherwise each comment would be searched
  // to the end of the text.
  const memory = env as { comment?: { src: string; from: number; close: number } };
  const inside = start + OPEN.length;
  const known = memory.comment;
  if (known?.src === src && inside >= known.from && (known.close < 0 || inside + CLOSE.length <= known.close))
    return known.close;
  const at = src.indexOf(CLOSE, inside);
  const close = at < 0 ? -1 : at + CLOSE.length;
  memory.comment = { src, from: inside, close };
  return close;
}
