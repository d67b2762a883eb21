import type { Token } from 'markdown-it';
import { topLevelNodes } from '../blocks/document.ts';
import { linksOf } from '../blocks/links.ts';
import { copyOf, isLinkOpen, linesOf, plainText } from '../grammar/tokens.ts';
import { saysNothing } from '../items/sourceLines.ts';
import type { Reference } from '../model.ts';
import type { Piece } from '../structure/passages.ts';
import { endsSentence } from '../text/sentences.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

/** A word for what follows it: `Source:`, and not `Disputed by:`, which says more than a list of sources does. */
const LABEL = /^(\p{L}[\p{L} ]{0,30})[:：]/u;

/**
 * Blocks without what at their end says no more than a list of these references does: paragraphs, lists and lines of
 * links, each of which leads to one of them and is called as that is, or says nothing: `Source: https://a.example`; and
 * without a rule there, which parts it from the next.
 */
export function withoutSourcesAtEnd(
  blocks: readonly Token[],
  references: readonly Reference[],
): readonly Token[] {
  const titles = titlesOf(references);
  const nodes = topLevelNodes(blocks);
  return withoutLastLines(nodes.slice(0, endOf(nodes, titles)).flat(), titles);
}

/** The same of a passage, of which something is left. */
export function passageWithoutSources(
  pieces: readonly Piece[],
  references: readonly Reference[],
): readonly Piece[] {
  const titles = titlesOf(references);
  const nodes = pieces.map(({ tokens }) => tokens);
  const end = endOf(nodes, titles) || pieces.length;
  return pieces
    .slice(0, end)
    .map((piece, at) =>
      at === end - 1 ? { ...piece, tokens: withoutLastLines(piece.tokens, titles) } : piece,
    );
}

/** The same of what stands in a paragraph: `It stops.`, and below it `🔗 https://a.example`. */
export function linesWithoutSources(
  words: readonly Token[],
  references: readonly Reference[],
): readonly Token[] {
  return words.slice(0, endOfLines(words, titlesOf(references)));
}

/** By their URLs, those of the references. */
type Titles = ReadonlyMap<string | undefined, string>;

function titlesOf(references: readonly Reference[]): Titles {
  return new Map(references.map(({ url, title }) => [url, title]));
}

/** How many nodes there are without those at the end that are sources; rules alone are none. */
function endOf(nodes: readonly (readonly Token[])[], titles: Titles): number {
  const end = nodes.findLastIndex((node) => !areSources(node, titles)) + 1;
  return nodes.slice(0, end).every(([open]) => open?.type === 'hr') ? 0 : end;
}

function withoutLastLines(blocks: readonly Token[], titles: Titles): readonly Token[] {
  const [inline, close] = blocks.slice(-2);
  if (!inline?.children || close?.type !== 'paragraph_close') return blocks;
  const { children } = inline;
  const end = endOfLines(children, titles);
  if (end === children.length) return blocks;
  return [...blocks.slice(0, -2), copyOf(inline, { children: children.slice(0, end) }), close];
}

function endOfLines(words: readonly Token[], titles: Titles): number {
  const breaks = words.flatMap(({ type }, at) => (type === 'hardbreak' ? [at] : []));
  let end = words.length;
  for (const [i, at] of [...breaks.entries()].reverse()) {
    const line = words.slice(at + 1, end);
    if (!isSource(line, titles)) return end;
    // A link alone may be a sentence, or the last words of one.
    const isAlone = line[0] !== undefined && isLinkOpen(line[0]);
    const above = words.slice((breaks[i - 1] ?? -1) + 1, at);
    if (isAlone && (endsSentence(plainText(line)) || !endsSentence(plainText(above)))) return end;
    end = at;
  }
  return end;
}

function areSources(node: readonly Token[], titles: Titles): boolean {
  return node.every((token) =>
    token.type === 'inline'
      ? linesOf(token).every((line) => isSource(line, titles))
      : /^(?:(?:paragraph|bullet_list|list_item)_|hr$)/.test(token.type),
  );
}

function isSource(line: readonly Token[], titles: Titles): boolean {
  // The list has no pictures.
  if (line.some(({ type }) => type === 'image')) return false;
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
