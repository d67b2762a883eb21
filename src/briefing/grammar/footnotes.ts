import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';

/**
 * Footnotes in the grammar: `[^1]: …` anywhere, and inline notes, `^[…]`. Each is moved to the end of the tokens,
 * between `footnote_reference_open` and `footnote_reference_close`. The plugin's own way to do that copies all tokens
 * for each footnote, and drops footnotes that nothing cites.
 */
export function footnotes(markdown: MarkdownIt): void {
  markdown.use(footnote);
  markdown.core.ruler.at('footnote_tail', collectNotes);
}

function collectNotes(state: StateCore): void {
  if (state.env['footnotes'] === undefined) return;
  const text: Token[] = [];
  const notes: Token[][] = [];
  // A definition may be inside another one, which continues after it.
  const open: Token[][] = [];
  for (const token of state.tokens) {
    if (token.type === 'footnote_reference_open') {
      const note: Token[] = [];
      notes.push(note);
      open.push(note);
    }
    (open.at(-1) ?? text).push(token);
    if (token.type === 'footnote_reference_close') open.pop();
  }
  state.tokens = [text, ...notes, ...notesInText(state)].flat();
}

/** Turns `^[…]` into a footnote. The `meta` of its first token has its number, like that of the mark that cites it. */
function notesInText(state: StateCore): Token[][] {
  return listedNotes(state.env).flatMap(({ tokens, content }, id) => {
    if (!tokens) return [];
    const [opening, paragraph, inline, end, closing] = [
      new state.Token('footnote_reference_open', '', 1),
      new state.Token('paragraph_open', 'p', 1),
      new state.Token('inline', '', 0),
      new state.Token('paragraph_close', 'p', -1),
      new state.Token('footnote_reference_close', '', -1),
    ];
    opening.meta = { id };
    inline.children = tokens;
    inline.content = content ?? '';
    return [[opening, paragraph, inline, end, closing]];
  });
}

interface ListedNote {
  /** Only for an inline note. */
  readonly tokens?: Token[];
  readonly content?: string;
}

/** The plugin leaves the notes in the parser's environment, in the order in which they are cited. */
function listedNotes(env: unknown): readonly ListedNote[] {
  return (env as { footnotes?: { list?: ListedNote[] } }).footnotes?.list ?? [];
}
