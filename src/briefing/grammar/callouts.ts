import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { tokenOf, lineEnd } from './tokens.ts';

/** `[!NOTE]`, `[!tip]- Ferry stops`: the kind of quotation, and perhaps its title. */
const MARK = /^\[!([\p{L}\p{N}_-]{1,20})\][-+]?[ \t]*/u;

/**
 * The mark at the start of a quotation, `> [!NOTE]`, is shown as its word on a line of its own, as GitHub does:
 * `Note`. If a title follows it, only the title is shown, in bold: `> [!important] Ferry stops`.
 */
export function callouts(markdown: MarkdownIt): void {
  markdown.core.ruler.push('callouts', readMarks);
}

function readMarks({ src, tokens }: StateCore): void {
  if (!src.includes('[!')) return;
  tokens.forEach((inline, at) => {
    const isFirst = tokens[at - 1]?.type === 'paragraph_open' && tokens[at - 2]?.type === 'blockquote_open';
    if (!isFirst || inline.type !== 'inline' || !inline.content.startsWith('[!')) return;
    const [start] = inline.children ?? [];
    const mark = start?.type === 'text' ? MARK.exec(start.content) : null;
    if (inline.children && start && mark) showMark(inline.children, start, mark[0], mark[1] ?? '');
  });
}

function showMark(children: Token[], start: Token, mark: string, kind: string): void {
  start.content = start.content.slice(mark.length);
  const end = lineEnd(children);
  const lineBreak = children[end];
  if (lineBreak) lineBreak.type = 'hardbreak';
  if (start.content === '' && end === 1) {
    start.content = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
    return;
  }
  children.splice(end, 0, tokenOf('strong_close', 'strong', -1, { block: false }));
  children.unshift(tokenOf('strong_open', 'strong', 1, { block: false }));
}
