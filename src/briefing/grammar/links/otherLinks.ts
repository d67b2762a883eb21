import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { copyOf, tokenOf } from '../tokens.ts';

/** AsciiDoc's words after an address: `https://a.example[Ferry stops]`. A number alone is a citation. */
const WORDS = /^\[((?=[^[\]]*\p{L})(?:[^[\]]|\[[^[\]]{0,100}\]){1,300})\](?![([])/u;
/**
 * AsciiDoc's words right after an address with a path, which are parsed as part of it: `https://a.example/b[Ferry]`.
 */
const WORDS_INSIDE = /^([^?#[\]]+)\[((?=[^[\]]*(?:\p{L}|\d\.\d))[^[\]]{1,300})\]$/u;
/** The attributes after the words of an AsciiDoc link: `[Ferry^]`, `[Ferry,window=_blank]`. */
const ATTRIBUTES = /(?:\^|,\s*\w+=[^,]{1,40})+$/;
const MACRO = /(?<![\p{L}\p{N}])link:$/u;
/** The text before the address of a Markdown link with an extra space: `[Ferry stops] (https://a.example)`. */
const SPACED = /\[((?=[^[\]]*\p{L})[^[\]]{2,300})\] \($/u;
const HAS_SPACED = /\] \(<?https?:/i;
/** A link in reStructuredText, which Markdown takes for code: `` `Ferry stops <https://a.example>`_ ``. */
const QUOTED = /^([^<>]*[^<>\s])\s*<(https?:\/\/[^<>\s]{1,2000})>$/i;
const ELSEWHERE = /^([^<>]*[^<>\s])\s*<[^<>\s]{1,2000}>$/;

/** A link in reStructuredText by a name that the text defines elsewhere: `` `the last ferry`_ `` or `Ferry_`. */
const NAME = /(?<![\p{L}\p{N}_.-])([\p{L}\p{N}]+(?:[.+-][\p{L}\p{N}]+){0,20})__?(?![\p{L}\p{N}_])/gu;
const NAME_ENDS = /[^\s_]_(?![\p{L}\p{N}])/u;

/** Turns links of AsciiDoc and reStructuredText, and those with an extra space, into Markdown's own. */
export function otherLinks(markdown: MarkdownIt): void {
  const { State } = markdown.inline;
  // Of `` `Ferry <https://a.example>`_, `Tug <https://b.example>`_. ``, neither mark begins italics.
  markdown.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<typeof State.prototype.scanDelims> {
      const found = super.scanDelims(start, canSplitWord);
      return this.src.startsWith('`_', start - 1) ? { ...found, can_open: false } : found;
    }
  };
  markdown.core.ruler.push('other_links', rewrite);
}

function rewrite({ src, tokens, env, md }: StateCore): void {
  const hasWords = src.includes('://') && (/[^\s[(]\[/.test(src) || HAS_SPACED.test(src));
  const { references } = env as { readonly references?: Readonly<Record<string, { readonly href: string }>> };
  const hasNamed = src.includes('>`_') || (references !== undefined && NAME_ENDS.test(src));
  if (!hasWords && !hasNamed) return;
  const target = (name: string) => references?.[md.utils.normalizeReference(name)]?.href;
  for (const token of tokens) {
    if (token.children === null) continue;
    if (hasWords)
      token.children.forEach((child, at, words) => {
        if (child.info === 'auto' && child.type === 'link_open')
          takeWords(child, words.slice(at + 1, at + 4), words[at - 1]);
      });
    if (hasNamed && token.content.includes('_')) token.children = named(token.children, target);
  }
}

/** Replaces the words of an address by those around it: in brackets before it, after it, or at its end. */
function takeWords(open: Token, [address, close, after]: readonly Token[], above: Token | undefined): void {
  if (close?.type !== 'link_close' || !address) return;
  const spaced = above?.type === 'text' && after?.content.startsWith(')') ? SPACED.exec(above.content) : null;
  if (above && after && spaced) {
    address.content = spaced[1] ?? '';
    above.content = above.content.slice(0, spaced.index);
    after.content = after.content.slice(1);
    becomeWords(open, close);
    return;
  }
  const href = String(open.attrGet('href') ?? '');
  const [, target, inside] = href.endsWith(']') ? (WORDS_INSIDE.exec(href) ?? []) : [];
  const [written = '', words = inside] = after?.type === 'text' ? (WORDS.exec(after.content) ?? []) : [];
  if (words === undefined) return;
  if (target !== undefined) open.attrSet('href', target);
  address.content = words.replace(ATTRIBUTES, '').trim();
  if (after) after.content = after.content.slice(written.length);
  if (above?.type === 'text') above.content = above.content.replace(MACRO, '');
  becomeWords(open, close);
}

/** Marks a link as one with words, and not a bare address. */
function becomeWords(...marks: readonly Token[]): void {
  for (const mark of marks) {
    mark.markup = '';
    mark.info = '';
  }
}

function named(children: readonly Token[], target: (name: string) => string | undefined): Token[] {
  const found: Token[] = [];
  for (const [at, child] of children.entries()) {
    if (child.type === 'text') {
      for (const part of withNames(child, target)) found.push(part);
      continue;
    }
    const next = children[at + 1];
    const code = child.type === 'code_inline' ? child.content : '';
    const [, words = code, href = code && target(code)] = QUOTED.exec(code) ?? [];
    const end = next?.type === 'text' ? /^__?(?![\p{L}\p{N}])/u.exec(next.content)?.[0] : undefined;
    const shown = href ? linkOf(words, href) : wordTokens(code);
    if (!next || end === undefined || shown.length === 0) {
      found.push(child);
      continue;
    }
    next.content = next.content.slice(end.length);
    for (const part of shown) found.push(part);
  }
  return found;
}

/** Returns the words of a link that leads to no address: `` `Ferry stops <ferry.rst>`_ ``. */
function wordTokens(code: string): Token[] {
  const [, words] = ELSEWHERE.exec(code) ?? [];
  return words === undefined ? [] : [tokenOf('text', '', 0, { block: false, content: words })];
}

/** Splits a text at a named link: `see Ferry_ and` into three. */
function withNames(text: Token, target: (name: string) => string | undefined): Token[] {
  const found: Token[] = [];
  let end = 0;
  for (const { 0: written, 1: name = '', index } of text.content.matchAll(NAME)) {
    const href = target(name);
    if (href === undefined) continue;
    found.push(copyOf(text, { content: text.content.slice(end, index) }));
    for (const part of linkOf(name, href)) found.push(part);
    end = index + written.length;
  }
  return end === 0 ? [text] : [...found, copyOf(text, { content: text.content.slice(end) })];
}

function linkOf(words: string, href: string): Token[] {
  return [
    tokenOf('link_open', 'a', 1, { block: false, attrs: [['href', href]] }),
    tokenOf('text', '', 0, { block: false, content: words }),
    tokenOf('link_close', 'a', -1, { block: false }),
  ];
}
