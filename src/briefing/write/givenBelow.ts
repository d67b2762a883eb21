import type { Token } from 'markdown-it';
import { plainText } from '../grammar/tokens.ts';
import type { Reference } from '../model.ts';
import { showsSite, siteOf } from '../text/links/safeUrl.ts';
import { sourceKey } from '../text/links/sourceKey.ts';

/**
 * Returns a text without the bare addresses at its end that are listed below it as sources:
 * `It stops. 🔗 https://a.example/b`. An address that is part of the last sentence stays:
 * `It stops, see https://a.example/b`.
 */
export function withoutAddresses(text: string, references: readonly Reference[]): string {
  const given = new Set(
    references.flatMap(({ title, url }) => (url !== undefined && isAddress(title, url) ? url : [])),
  );
  let left = text.trimEnd();
  let isCut = false;
  let isMarked = false;
  for (;;) {
    const start = Math.max(left.lastIndexOf(' '), left.lastIndexOf('\n')) + 1;
    const word = left.slice(start);
    const isMark = isCut && !/[\p{L}\p{N}]/u.test(word);
    // An empty word means that nothing is left. It would count as a mark, and the loop would never end.
    if (word === '' || (!isMark && !given.has(word))) break;
    isCut = true;
    isMarked ||= isMark;
    left = left.slice(0, start).trimEnd();
  }
  const isApart = isMarked || /[.!?…。！？]["'”’»)]?$/u.test(left);
  return isCut && left !== '' && isApart ? left : text;
}

/** Whether a title says no more than where its link leads, so that the reference has no title of its own. */
export function isAddress(title: string, url: string): boolean {
  return title === url || title === siteOf(url) || showsSite(title, url);
}

/**
 * Returns blocks without the last paragraphs that are only links to these references, which are listed below a
 * quotation anyway. If no words would be left, the blocks are returned as they are.
 */
export function withoutSources(blocks: readonly Token[], references: readonly Reference[]): readonly Token[] {
  const given = new Set(references.map(({ url }) => url && keyOf(url)));
  let end = blocks.length;
  while (blocks[end - 1]?.type === 'paragraph_close' && areSources(blocks[end - 2]?.children ?? [], given))
    end -= 3;
  const left = blocks.slice(0, end);
  return left.some((token) => plainText([token]) !== '') ? left : blocks;
}

function areSources(words: readonly Token[], given: ReadonlySet<unknown>): boolean {
  let [depth, links] = [0, 0];
  for (const token of words) {
    if (token.type === 'link_open') {
      if (!given.has(keyOf(String(token.attrGet('href'))))) return false;
      links++;
    }
    if (token.type.startsWith('link_')) depth += token.nesting;
    else if (depth === 0 && /[\p{L}\p{N}]/u.test(token.content)) return false;
  }
  return links > 0;
}

function keyOf(url: string): number | string {
  return sourceKey(url) ?? url;
}
