import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

/** A link without a definition: its text as written, and the label that is not defined. */
export interface BareLink {
  readonly written: string;
  readonly label: string;
}

/** The source of a text token, in pieces: words, and the marks of such links between them. */
export type BareSource = readonly (string | { readonly mark: string })[];

/** `[[target]]`, `[[target|words]]`, `![[picture.png]]`: links of note-taking programs. `[[1]]` may be a citation. */
const WIKI_LINK = /!?\[\[(?!\^|\d{1,3}\]\])([^[\]|\n]{1,200})(?:\|([^[\]|\n]{0,200}))?\]\](?![([])/y;

/** `[text][label]`, `[text][]`: a link whose definition the author meant to give. */
const LINK = /\[([^[\]]{1,200})\]\[([^[\]]{0,200})\]/g;
const NUMBER = /^\^?\d{1,3}$/;
/** `[Ports][Ferries] It stops`: tags at the start of a line, or of the words after a link, and not a link. */
const TAGS = /^(?:\s*[:–—-]+\s+)?(?:\[[\p{Lu}\p{Lo}][^[\]#.]{0,40}\]){2,9}\s+[\p{L}\p{N}]/u;
/** The start and the end of such a link, for one with other tokens among its words. */
const LINK_START = /\[([^[\]]{0,200})$/;
const LINK_END = /^([^[\]]{0,200})\]\[([^[\]]{0,200})\]/;

/** How a source is read. In plain text, the author may mean both brackets: `Gods of Mars [Mars #2][gmars.xxx] 64`. */
export interface Reading {
  readonly isPlain?: boolean;
}

/** Shows a link without a definition as its words, without the brackets. */
export function bareLinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'wiki_link', wikiLink);
  markdown.core.ruler.push('bare_links', unlink);
}

/** The links in a text token that {@link bareLinks} has turned into words. */
export function bareLinksOf({ type, meta }: Token): readonly BareLink[] {
  return type === 'text' ? ((meta as { readonly bare?: readonly BareLink[] } | null)?.bare ?? []) : [];
}

function wikiLink(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos) && !state.src.startsWith('![[', state.pos)) return false;
  WIKI_LINK.lastIndex = state.pos;
  const [written, target = '', words = ''] = WIKI_LINK.exec(state.src) ?? [];
  if (written === undefined || state.pos + written.length > state.posMax) return false;
  if (isDefined(state, target)) return false;
  if (!silent) state.pending += (words.trim() || target).replace(/\\$/, '');
  state.pos += written.length;
  return true;
}

/** If `a` is defined, `[[a]]` is a link in brackets. */
function isDefined({ env, md }: StateInline, label: string): boolean {
  const { references = {} } = env as { readonly references?: Readonly<Record<string, unknown>> };
  return Object.hasOwn(references, md.utils.normalizeReference(label));
}

function unlink({ src, tokens, env }: StateCore): void {
  if (!src.includes('][')) return;
  const { isPlain = false } = env as Reading;
  for (const { children } of tokens) {
    children?.forEach((token, at) => {
      if (token.type !== 'text' || !token.content.includes('][')) return;
      // A link has no links in it: `[[Ports][Ferries] It stops](https://a.example)` begins with tags.
      if (children[at - 1]?.type === 'link_open') return;
      const found: BareLink[] = [];
      const source: BareSource[number][] = [];
      let from = 0;
      const tags =
        beginsLine(children, at) || children[at - 1]?.type === 'link_close'
          ? (TAGS.exec(token.content)?.[0].length ?? 0)
          : 0;
      const content = token.content.replace(LINK, (written, text: string, label: string, place: number) => {
        // `[1][2]` is two citations.
        if (NUMBER.test(text) && NUMBER.test(label)) return written;
        if (place < tags) return written;
        found.push({ written, label: label || text });
        source.push(token.content.slice(from, place), { mark: '[' }, text, { mark: `][${label}]` });
        from = place + written.length;
        return isPlain ? written : text;
      });
      source.push(token.content.slice(from));
      token.content = content;
      if (found.length > 0) token.meta = { bare: found, ...(!isPlain && { source, words: content }) };
      const end = isPlain ? undefined : closeAround(children, at);
      if (end) token.meta = { ...(token.meta as object | null), bare: [end, ...found] };
    });
  }
}

/** Whether a token begins its line, with nothing but empty tokens before it. */
function beginsLine(children: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (children[before]?.content === '' && children[before]?.type.endsWith('break') === false) before--;
  return before < 0 || children[before]?.type.endsWith('break') === true;
}

/** ``[`code` and **bold**][]``: removes the brackets from the text before and after the other tokens. */
function closeAround(children: readonly Token[], at: number): BareLink | undefined {
  const last = children[at];
  const end = LINK_END.exec(last?.content ?? '');
  if (!last || !end) return undefined;
  let from = at - 1;
  while (from >= 0 && !/[[\]]/.test(children[from]?.content ?? '') && !isBreak(children[from])) from--;
  const first = children[from];
  const start = first?.type === 'text' ? LINK_START.exec(first.content) : null;
  if (!first || !start || children[from + 1]?.type.endsWith('_close') === true) return undefined;
  const [written, after = '', label = ''] = end;
  first.content = first.content.slice(0, start.index) + (start[1] ?? '');
  last.content = after + last.content.slice(written.length);
  const words = children.slice(from + 1, at).map(({ content }) => content);
  return { written: `][${label}]`, label: label || [start[1], ...words, after].join('') };
}

function isBreak(token: Token | undefined): boolean {
  return token?.type === 'link_open' || token?.type === 'link_close';
}
