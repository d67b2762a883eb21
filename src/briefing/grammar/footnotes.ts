import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';

/**
 * Footnotes in the grammar: `[^1]: …` wherever it stands, and notes in the text, `^[…]`. Each comes at the end of the
 * tokens, as what stands between `footnote_reference_open` and `footnote_reference_close`; the plugin's own way of
 * putting them there copies all tokens for each of them, and drops those that nothing cites.
 */
export function footnotes(markdown: MarkdownIt): void {
  markdown.use(footnote);
  markdown.core.ruler.at('footnote_tail', collectNotes);
}

function collectNotes(state: StateCore): void {
  if (state.env['footnotes'] === undefined) return;
  const text: Token[] = [];
  const notes: Token[][] = [];
  // A definition may stand in another one, which then goes on after it.
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

/** `^[…]` -> a note whose number is in the `meta` of its first token, as in that of the mark that cites it. */
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
  /** Of a note in the text only. */
  readonly tokens?: Token[];
  readonly content?: string;
}

/** The plugin leaves the notes in the environment of the parse, in the order in which they are cited. */
function listedNotes(env: unknown): readonly ListedNote[] {
  return (env as { footnotes?: { list?: ListedNote[] } }).footnotes?.list ?? [];
}
