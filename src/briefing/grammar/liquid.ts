import type { MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it';

/** The tags that a site generator fills in, by their beginnings: `{% include a.md %}`, `{{ page.title }}`. */
const CLOSES: Readonly<Record<string, string>> = { '{%': '%}', '{{': '}}' };

/** Maximum length of a tag, which bounds the search for its end. In UTF-16 units. */
const MAX_LENGTH = 4000;

/**
 * Removes Liquid's tags: they were never meant to be read, and their content is not in the file. A tag on lines of
 * its own ends there, so that the text after it is read. A link or an image whose address has a tag becomes its
 * words, also if the address is defined elsewhere.
 */
export function liquid(markdown: MarkdownIt): void {
  markdown.core.ruler.after('normalize', 'find_liquid', findTags);
  markdown.block.ruler.before('reference', 'liquid', blockTag);
  markdown.block.ruler.before('reference', 'liquid_definition', definitionWithTag);
  markdown.inline.ruler.before('backticks', 'liquid', inlineTag);
  markdown.inline.ruler.before('link', 'liquid_link', linkToTag);
}

/** What is known of a document's tags while it is parsed. */
interface Memory {
  /** Whether the document may have any. Most have none, and no part of them needs a closer look. */
  mayHaveTags?: boolean;
  liquid?: Map<string, Tags>;
  lastLiquid?: { src: string; readonly tags: Tags };
}

function findTags({ src, env }: StateCore): void {
  (env as Memory).mayHaveTags = MAY_HAVE_TAGS.test(src);
}

/** Tags that have their lines to themselves. */
function blockTag(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!mayHaveTags(state)) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const tags = tagsOf(state);
  let end = tags.endOf(start);
  if (end < 0) return false;
  let line = startLine;
  for (;;) {
    while (line < endLine && (state.eMarks[line] ?? 0) < end) line++;
    const lineEnd = state.eMarks[line] ?? 0;
    const rest = state.src.slice(end, lineEnd);
    if (line >= endLine) return false;
    if (rest.trim() === '') break;
    const next = tags.endOf(end + rest.length - rest.trimStart().length);
    if (next < 0) return false;
    end = next;
  }
  if (!silent) state.line = line + 1;
  return true;
}

/** `[map]: {{ site.url }}/map`: otherwise, it would be text, and so would all definitions right below it. */
function definitionWithTag(state: StateBlock, startLine: number, _end: number, silent: boolean): boolean {
  if (!mayHaveTags(state)) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src[start] !== '[') return false;
  const end = state.eMarks[startLine] ?? 0;
  if (end - start > MAX_LENGTH) return false;
  const line = state.src.slice(start, end);
  const [before, label = ''] = DEFINITION.exec(line) ?? [];
  if (before === undefined || !isAddressWithTag(line.slice(before.length))) return false;
  if (silent) return true;
  const env = state.env as { references?: Record<string, { title: string; href: string }> };
  env.references ??= {};
  env.references[state.md.utils.normalizeReference(label)] ??= { title: '', href: '' };
  state.line = startLine + 1;
  return true;
}

const DEFINITION = /^\[(?!\^)([^[\]]{1,200})\]:[ \t]{0,20}/;

/** Whether words are one address with a tag in it, and perhaps a title. */
function isAddressWithTag(words: string): boolean {
  const tags = new Tags(words);
  let address = '';
  for (let at = 0; at < words.length;) {
    const end = tags.endOf(at);
    address += end < 0 ? (words[at] ?? '') : TAG;
    at = end < 0 ? at + 1 : end;
  }
  return address.includes(TAG) && ADDRESS.test(address);
}

/** Stands for a tag in an address. */
const TAG = '\0';
const ADDRESS = /^\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

/** Removes a tag, with the angle brackets if it is an address: `<{{ page.url }}>`. */
function inlineTag(state: StateInline): boolean {
  if (!mayHaveTags(state)) return false;
  const isAddress = state.src[state.pos] === '<';
  if (isAddress && state.src[state.pos + 1] !== '{') return false;
  const tag = tagsOf(state).endOf(isAddress ? state.pos + 1 : state.pos);
  const end = isAddress && tag >= 0 ? tag + 1 : tag;
  if (end < 0 || end > state.posMax || (isAddress && state.src[tag] !== '>')) return false;
  state.pos = end;
  return true;
}

/** Reads a link whose address has a tag as its words: `[words]({{ site.url }}/a)`, `![words]({% link a.png %})`. */
function linkToTag(state: StateInline, silent: boolean): boolean {
  const start = state.src[state.pos] === '!' ? state.pos + 1 : state.pos;
  if (state.src[start] !== '[' || !mayHaveTags(state) || !tagsOf(state).mayBe) return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, start, true);
  if (labelEnd < 0 || state.src[labelEnd + 1] !== '(') return false;
  const end = targetEnd(tagsOf(state), labelEnd + 2);
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

function mayHaveTags({ env }: Read): boolean {
  return (env as Memory).mayHaveTags !== false;
}

const MAY_HAVE_TAGS = /\{[{%]/;

/** Maximum number of tags in an address, which bounds the search. */
const MAX_TAGS = 8;

/** The offset after the `)` of an address with a tag in it: `{{ site.url }}/a "Title")`; -1 for any other. */
function targetEnd(tags: Tags, start: number): number {
  const { text } = tags;
  let at = start;
  let count = 0;
  const limit = Math.min(text.length, start + MAX_LENGTH);
  while (at < limit && text[at] !== ')' && text[at] !== '[' && text[at] !== '\n' && count <= MAX_TAGS) {
    const end = tags.endOf(at);
    // If this tag is not closed, no later tag is.
    if (end < 0 && CLOSES[text.slice(at, at + 2)] !== undefined) return -1;
    if (end >= 0) count++;
    at = end < 0 ? at + 1 : end;
  }
  return count > 0 && text[at] === ')' ? at + 1 : -1;
}

/** The tags of a text. The search for their ends is cached. */
class Tags {
  readonly text: string;
  /** Whether there may be a tag: if not, links need no closer look. */
  readonly mayBe: boolean;
  /** For each kind of end, where the last search began, and where it found one. */
  readonly #found = new Map<string, { readonly from: number; readonly at: number }>();

  constructor(text: string) {
    this.text = text;
    this.mayBe = MAY_HAVE_TAGS.test(text);
  }

  /** The offset after the tag that begins at `start`; -1 if none does. */
  endOf(start: number): number {
    if (this.text[start] !== '{') return -1;
    const close = CLOSES[this.text.slice(start, start + 2)];
    if (close === undefined) return -1;
    const at = this.#next(close, start + 2);
    return at < start + MAX_LENGTH - close.length + 1 ? at + close.length : -1;
  }

  #next(close: string, from: number): number {
    const known = this.#found.get(close);
    if (known && from >= known.from && from <= known.at) return known.at;
    const found = this.text.indexOf(close, from);
    const at = found < 0 ? Infinity : found;
    this.#found.set(close, { from, at });
    return at;
  }
}

type Read = Pick<StateInline | StateBlock, 'src' | 'env'>;

/** Cached for each text of a document. The words of an image are a text of their own, inside another. */
function tagsOf({ src, env }: Read): Tags {
  const memory = env as Memory;
  memory.liquid ??= new Map();
  const last = memory.lastLiquid;
  // Usually the same string again. Keeping the last one avoids comparing equal strings letter by letter each time.
  if (last?.src !== src) {
    const tags = memory.liquid.get(src) ?? new Tags(src);
    memory.liquid.set(src, tags);
    memory.lastLiquid = { src, tags };
    return tags;
  }
  last.src = src;
  return last.tags;
}
