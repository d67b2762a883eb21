import { hasWord } from '../../base/hasWord.ts';
import type { Token } from 'markdown-it';
import { topLevelNodes } from '../blocks/document.ts';
import { linksOf, nameOf } from '../blocks/links.ts';
import { copyOf, firstWords, isLinkOpen, linesOf, plainText, rawWords } from '../grammar/tokens.ts';
import { isUninformative } from '../items/sourceLines.ts';
import type { Reference } from '../model.ts';
import type { Piece } from '../structure/passages.ts';
import { endsSentence } from '../text/sentences.ts';
import { kindOfTitle } from '../text/vocabulary.ts';

/** A label: `Source:`, `Disputed by:`. */
const LABEL = /^(\p{L}[\p{L} ]{0,30})[:：]/u;

/**
 * Returns blocks without the sources at their end that a list of these references repeats: paragraphs, lists and
 * lines of links, each of which leads to a reference and has its title, or words that say nothing, as words: `Source:
 * https://a.example`. A rule at the end, which separates them from the next item, is removed, too. For quotations and
 * exports, see write/trailingSources.ts.
 */
export function withoutSourcesAtEnd(
  blocks: readonly Token[],
  references: readonly Reference[],
): readonly Token[] {
  const titles = titlesOf(references);
  const nodes = topLevelNodes(blocks);
  return withoutLastLines(nodes.slice(0, endOf(nodes, titles)).flat(), titles);
}

/** Like {@link withoutSourcesAtEnd}, for a passage, which never becomes empty. */
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

/** Like {@link withoutSourcesAtEnd}, for the lines of a paragraph: `It stops.`, and below it `🔗 https://a.example`. */
export function linesWithoutSources(
  words: readonly Token[],
  references: readonly Reference[],
): readonly Token[] {
  return firstWords(words, lengthWithout(words, titlesOf(references)));
}

/** The titles of the references, by URL. */
type Titles = ReadonlyMap<string | undefined, string>;

function titlesOf(references: readonly Reference[]): Titles {
  return new Map(references.map(({ url, title }) => [url, title]));
}

/** The number of nodes without the sources at the end; 0 if only rules would be left. */
function endOf(nodes: readonly (readonly Token[])[], titles: Titles): number {
  const end = nodes.findLastIndex((node) => !areSources(node, titles)) + 1;
  return nodes.slice(0, end).every(([open]) => open?.type === 'hr') ? 0 : end;
}

function withoutLastLines(blocks: readonly Token[], titles: Titles): readonly Token[] {
  const [inline, close] = blocks.slice(-2);
  if (!inline?.children || close?.type !== 'paragraph_close') return blocks;
  const { children } = inline;
  const length = lengthWithout(children, titles);
  if (length === rawWords(children).length) return blocks;
  return [...blocks.slice(0, -2), copyOf(inline, { children: firstWords(children, length) }), close];
}

/** The length of a paragraph’s words without the sources at their end. */
function lengthWithout(words: readonly Token[], titles: Titles): number {
  const breaks = words.flatMap(({ type }, at) => (type === 'hardbreak' ? [at] : []));
  let end = words.length;
  for (const [i, at] of [...breaks.entries()].reverse()) {
    const line = words.slice(at + 1, end);
    if (!isSource(line, titles))
      return rawWords(words.slice(0, at + 1)).length + lengthOfSentences(line, titles);
    // A line that is only a link may be a sentence, or the last words of one.
    const isAlone = line[0] !== undefined && isLinkOpen(line[0]);
    const above = words.slice((breaks[i - 1] ?? -1) + 1, at);
    if (isAlone && (endsSentence(plainText(line)) || !endsSentence(plainText(above))))
      return rawWords(words.slice(0, end)).length;
    end = at;
  }
  return lengthOfSentences(words.slice(0, end), titles);
}

/** How many links after the last sentence of a line may be sources. */
const MOST_LINKS = 8;
/** The longest lead-in of sources. In UTF-16 units. */
const LEAD_LENGTH = 60;
/** What leads from the last sentence of a line to its sources: ` (Source: `. */
const LEAD = /\s*[(（["“„«]?\s*(?:(\p{L}[\p{L} ]{0,30})[:：])?\s*$/u;

/** The length of a line without the sources after its last sentence: `It stops. (Source: https://a.example)`. */
function lengthOfSentences(line: readonly Token[], titles: Titles): number {
  const links = line.flatMap((token, at) => (isLinkOpen(token) ? [at] : [])).slice(-MOST_LINKS);
  for (const at of links) {
    if (!isSource(line.slice(at), titles)) continue;
    const before = rawWords(line.slice(0, at));
    const [lead = '', name] = LEAD.exec(before.slice(-LEAD_LENGTH)) ?? [];
    const words = before.slice(0, before.length - lead.length);
    if ((name === undefined || isForSources(name)) && endsSentence(words.replaceAll('\0', '').trimEnd()))
      return words.length;
  }
  return rawWords(line).length;
}

function areSources(node: readonly Token[], titles: Titles): boolean {
  return node.every((token) =>
    token.type === 'inline'
      ? linesOf(token).every((line) => isSource(line, titles))
      : /^(?:(?:paragraph|bullet_list|list_item)_|hr$)/.test(token.type),
  );
}

function isSource(line: readonly Token[], titles: Titles): boolean {
  // A list of references has no pictures.
  if (line.some(({ type }) => type === 'image')) return false;
  const links = linksOf(line);
  const inside = new Set(links.flatMap((link) => link.inside));
  const areListed = links.every((link) => {
    const title = titles.get(link.url);
    const words = plainText(link.inside);
    return title !== undefined && (title === words || title === nameOf(link) || isUninformative(words));
  });
  return (
    links.length > 0 &&
    areListed &&
    !saysMoreThanSources(plainText(line.filter((token) => !inside.has(token))))
  );
}

/** Whether the words beside links say more than that they are sources: `Source: …`, `🔗 …`, `– … | …`. */
function saysMoreThanSources(words: string): boolean {
  const from = words.search(/[\p{L}\p{N}]/u);
  return from >= 0 && hasWord(words.slice(from).replace(LABEL, withoutName));
}

function withoutName(label: string, name: string): string {
  return isForSources(name) ? '' : label;
}

/** Whether a label adds nothing to a list of sources. */
function isForSources(name: string): boolean {
  return isUninformative(name) || kindOfTitle(name) === 'references';
}
