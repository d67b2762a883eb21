import { hasWord } from '../../base/hasWord.ts';
import type { Token } from 'markdown-it';
import { copyOf, firstWords, plainText, rawWords } from '../grammar/tokens.ts';
import type { Reference } from '../model.ts';
import { isReadMore } from '../text/links/genericWords.ts';
import { showsSite, siteOf } from '../text/links/safeUrl.ts';
import { sourceKey } from '../text/links/sourceKey.ts';
import { endsSentence } from '../text/sentences.ts';

/**
 * Returns a text without the bare addresses at its end that are listed below it as sources:
 * `It stops. 🔗 https://a.example/b`. An address that is part of the last sentence stays:
 * `It stops, see https://a.example/b`.
 */
export function withoutAddresses(text: string, references: readonly Reference[]): string {
  const given = new Set(references.flatMap(({ url }) => url ?? []));
  let left = text.trimEnd();
  let isCut = false;
  let isMarked = false;
  for (;;) {
    const start = Math.max(left.lastIndexOf(' '), left.lastIndexOf('\n')) + 1;
    const word = left.slice(start);
    const isMark = isCut && !hasWord(word);
    // An empty word means that nothing is left. It would count as a mark, and the loop would never end.
    if (word === '' || (!isMark && !given.has(word))) break;
    isCut = true;
    isMarked ||= isMark;
    left = left.slice(0, start).trimEnd();
  }
  const isApart = isMarked || endsSentence(left);
  return isCut && left !== '' && isApart ? left : text;
}

/** Whether a title says no more than where its link leads, so that the reference has no title of its own. */
export function repeatsAddress(title: string, url: string): boolean {
  return title === url || title === siteOf(url) || showsSite(title, url);
}

/**
 * Returns blocks without the links at their end that only name these references, which are listed below a quotation
 * anyway: paragraphs of links, and links after the last sentence. If no words would be left, the blocks are returned
 * as they are. For the reader, see render/trailingSources.ts.
 */
export function withoutTrailingSources(
  blocks: readonly Token[],
  references: readonly Reference[],
): readonly Token[] {
  const given = new Set(references.map(({ url }) => url && keyOf(url)));
  let end = blocks.length;
  while (blocks[end - 1]?.type === 'paragraph_close' && areSources(blocks[end - 2]?.children ?? [], given))
    end -= 3;
  const left = withoutNames(blocks.slice(0, end), references);
  return left.some((token) => plainText([token]) !== '') ? left : blocks;
}

/** Returns blocks without the names of sources after the words of the last paragraph: `It stops. ([Gazette](…))` */
function withoutNames(blocks: readonly Token[], references: readonly Reference[]): readonly Token[] {
  const at = blocks.length - (blocks.at(-1)?.type === 'paragraph_close' ? 2 : 1);
  const inline = blocks[at];
  const children = inline?.type === 'inline' ? (inline.children ?? []) : [];
  const from = startOfNames(children, references);
  const before = children[from - 1];
  if (!inline || before?.type !== 'text') return blocks;
  const after = children.slice(children.findLastIndex(({ type }) => type === 'link_close') + 1);
  const words = sentenceOf(before.content) ?? unbracketed(before.content, plainText(after).trim());
  if (words === undefined) return blocks;
  const above = children.slice(0, from - 1);
  const left = [...above, copyOf(before, { content: words }), ...children.slice(from)];
  return blocks.with(
    at,
    copyOf(inline, { children: firstWords(left, rawWords(above).length + words.length) }),
  );
}

/** `It stops. (` -> `It stops.`; undefined if the last sentence does not end. */
function sentenceOf(words: string): string | undefined {
  let end = words.length;
  while (end > 0 && !hasWord(words.charAt(end - 1))) end--;
  const [marks] = /^[^.!?…。！？]*[.!?…。！？]+["'”’»)]*/u.exec(words.slice(end)) ?? [];
  return end === 0 || marks === undefined ? undefined : words.slice(0, end) + marks;
}

/** The words around a bracket, without it: `It stops (` and `).` -> `It stops.` */
function unbracketed(before: string, after: string): string | undefined {
  const left = before.trimEnd();
  return /[([（]$/.test(left) && /^[)\]）]\s*[.!?。！？]?$/.test(after)
    ? left.slice(0, -1).trimEnd() + after.slice(1).trimStart()
    : undefined;
}

/** The index of the first of the links at the end of some words that only name references; their number if none does. */
function startOfNames(words: readonly Token[], references: readonly Reference[]): number {
  const titles = new Map(references.map(({ url = '', title }) => [keyOf(url), title]));
  let start = words.length;
  for (let at = words.length - 1; at >= 0; at--) {
    const close = words[at];
    if (close?.type !== 'link_close') {
      if (!/^(?:text|softbreak|hardbreak)$/.test(close?.type ?? '') || hasWord(close?.content ?? ''))
        return start;
      continue;
    }
    let open = at;
    while (open > 0 && words[open]?.type !== 'link_open') open--;
    const url = String(words[open]?.attrGet('href'));
    const [title, name] = [titles.get(keyOf(url)), plainText(words.slice(open + 1, at))];
    if (title === undefined || (title !== name && !isReadMore(name) && !repeatsAddress(name, url)))
      return start;
    start = at = open;
  }
  return start;
}

function areSources(words: readonly Token[], given: ReadonlySet<unknown>): boolean {
  let [depth, links] = [0, 0];
  for (const token of words) {
    if (token.type === 'link_open') {
      if (!given.has(keyOf(String(token.attrGet('href'))))) return false;
      links++;
    }
    if (token.type.startsWith('link_')) depth += token.nesting;
    else if (depth === 0 && hasWord(token.content)) return false;
  }
  return links > 0;
}

function keyOf(url: string): number | string {
  return sourceKey(url) ?? url;
}
