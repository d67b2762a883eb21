import type { MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it';

/** `.note`, `#ferries`, `width="40"` */
const ATTRIBUTE = String.raw`(?:[.#][\w\p{L}\p{M}:-]{1,100}|[\w-]{1,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[\w.%-]{1,40}))`;
/** `{: .note}`, `{:.note #ferries}`, `{:toc}`, `{::options a="b" /}`; not Elixir's `{:ok, a}`. */
const LIST = new RegExp(
  String.raw`\{:(?:\s{0,9}(?:toc|${ATTRIBUTE}(?:\s{1,9}${ATTRIBUTE}){0,20})|:[a-z]{2,20}(?:\s{1,9}${ATTRIBUTE}){0,20}\s{0,9}/?|/[a-z]{0,20})\s{0,9}\}`,
  'uy',
);
/** `{width=500}`, `{.wide}`, right after a picture or a link. */
const AFTER_LINK = new RegExp(String.raw`\{(?:: ?)?${ATTRIBUTE}(?: ${ATTRIBUTE})*\s?\}`, 'uy');
/** `{#ferries}`, `{.unnumbered}`, `{: #ferries}`, or a remark in MDX, `{/* #ferries *\/}`, after a heading's words. */
const AT_END = new RegExp(
  String.raw`(?<!\\)\{(?::?\s{0,9}(?:[.#][\w\p{L}\p{M}:-]{1,100})(?:\s{1,9}${ATTRIBUTE}){0,20}\s{0,9}|/\*\s{0,9}#[\w\p{L}\p{M}:-]{1,100}\s{0,9}\*/)\}\s*$`,
  'u',
);
const ID = /[{\s]#([\w\p{L}\p{M}:-]{1,100})/u;

/** The name that an attribute list gives a heading, in the `meta` of its token. */
export interface NamedHeading {
  readonly anchor: string;
}

/**
 * Attribute lists of site generators: `## Ferries {#ferries}`, `{: .note}`. They set style and anchors, and are not
 * words of the text, so they are removed.
 */
export function kramdownAttributes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'attribute_list', ownLine, { alt: ['paragraph'] });
  markdown.inline.ruler.before('backticks', 'attribute_list', inWords);
  markdown.core.ruler.after('block', 'heading_attributes', ofHeadings);
}

/** A list alone on its line, below the block that it applies to. */
function ownLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const end = listEnd(state.src, start);
  if (end < 0 || state.src.slice(end, state.eMarks[startLine]).trim() !== '') return false;
  if (!silent) state.line = startLine + 1;
  return true;
}

function inWords(state: StateInline): boolean {
  const isAfterLink = state.pending === '' && /image|link_close/.test(state.tokens.at(-1)?.type ?? '');
  const end = listEnd(state.src, state.pos, isAfterLink ? AFTER_LINK : LIST);
  if (end < 0 || end > state.posMax) return false;
  state.pos = end;
  return true;
}

function ofHeadings({ tokens, src }: StateCore): void {
  if (!src.includes('{')) return;
  tokens.forEach((token, i) => {
    const inline = tokens[i + 1];
    if (token.type !== 'heading_open' || inline?.content.endsWith('}') !== true) return;
    const at = inline.content.search(AT_END);
    if (at < 1) return;
    const [, anchor] = ID.exec(inline.content.slice(at)) ?? [];
    if (anchor !== undefined) token.meta = { anchor } satisfies NamedHeading;
    inline.content = inline.content.slice(0, at).trimEnd();
  });
}

/** Returns the offset after the list that begins at `start`; -1 if none does. */
function listEnd(text: string, start: number, list = LIST): number {
  if (text[start] !== '{' || (list === LIST && text[start + 1] !== ':')) return -1;
  list.lastIndex = start;
  return list.test(text) ? list.lastIndex : -1;
}
