import type { Token } from 'markdown-it';
import { topLevelNodes } from '../blocks/document.ts';
import { linksOf } from '../blocks/links.ts';
import { linesOf, plainText } from '../grammar/tokens.ts';
import { saysNothing } from '../items/sourceLines.ts';
import type { Reference } from '../model.ts';
import type { Piece } from '../structure/passages.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

/** A word for what follows it: `Source:`, and not `Disputed by:`, which says more than a list of sources does. */
const LABEL = /^(\p{L}[\p{L} ]{0,30})[:：]/u;

/**
 * Blocks without those at their end that say no more than a list of these references does: paragraphs and lists of
 * links, each of which leads to one of them and is called as that is, or says nothing: `Source: https://a.example`.
 */
export function withoutSourcesAtEnd(
  blocks: readonly Token[],
  references: readonly Reference[],
): readonly Token[] {
  return beforeSources(topLevelNodes(blocks), (node) => node, references).flat();
}

/** The same of a passage, of which something is left. */
export function passageWithoutSources(
  pieces: readonly Piece[],
  references: readonly Reference[],
): readonly Piece[] {
  const before = beforeSources(pieces, ({ tokens }) => tokens, references);
  return before.length === 0 ? pieces : before;
}

function beforeSources<T>(
  nodes: readonly T[],
  tokensOf: (node: T) => readonly Token[],
  references: readonly Reference[],
): readonly T[] {
  const titles = new Map(references.map(({ url, title }) => [url, title]));
  return nodes.slice(0, nodes.findLastIndex((node) => !areSources(tokensOf(node), titles)) + 1);
}

/** `titles`: by their URLs, those of the references. */
function areSources(node: readonly Token[], titles: ReadonlyMap<string | undefined, string>): boolean {
  return node.every((token) =>
    token.type === 'inline'
      ? linesOf(token).every((line) => isSource(line, titles))
      : /^(?:paragraph|bullet_list|list_item)_/.test(token.type),
  );
}

function isSource(line: readonly Token[], titles: ReadonlyMap<string | undefined, string>): boolean {
  const links = linksOf(line);
  const inside = new Set(links.flatMap((link) => link.inside));
  const areListed = links.every(({ url, inside }) => {
    const title = titles.get(url);
    const words = plainText(inside);
    return title !== undefined && (title === words || saysNothing(words));
  });
  return links.length > 0 && areListed && !saysMore(plainText(line.filter((token) => !inside.has(token))));
}

/** Whether words beside links say more than what these are: `Source: …`, `🔗 …`, `– … | …` */
function saysMore(words: string): boolean {
  const from = words.search(/[\p{L}\p{N}]/u);
  return from >= 0 && /[\p{L}\p{N}]/u.test(words.slice(from).replace(LABEL, withoutName));
}

function withoutName(label: string, name: string): string {
  return saysNothing(name) || kindOfTitle(name) === 'references' ? '' : label;
}
