import type { Token } from 'markdown-it';
import type { Reference } from '../model.ts';
import { sourceKey } from '../text/links/sourceKey.ts';

/** Blocks without a last paragraph that is nothing but links to these references: below a quotation they stand as such. */
export function withoutSources(blocks: readonly Token[], references: readonly Reference[]): readonly Token[] {
  const [inline, close] = blocks.slice(-2);
  if (close?.type !== 'paragraph_close' || !inline?.children) return blocks;
  const given = new Set(references.map(({ url }) => url && keyOf(url)));
  let [depth, links] = [0, 0];
  for (const token of inline.children) {
    if (token.type === 'link_open') {
      if (!given.has(keyOf(String(token.attrGet('href'))))) return blocks;
      links++;
    }
    if (token.type.startsWith('link_')) depth += token.nesting;
    else if (depth === 0 && /[\p{L}\p{N}]/u.test(token.content)) return blocks;
  }
  return links === 0 ? blocks : blocks.slice(0, -3);
}

function keyOf(url: string): number | string {
  return sourceKey(url) ?? url;
}
