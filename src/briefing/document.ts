import type { Token } from 'markdown-it';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { parseMarkdown } from './markdown.ts';
import { tightenMarkdown } from './looseMarkdown.ts';
import type { Problem } from './model.ts';
import { isPlainText, markPlainText } from './plainText.ts';
import { plainText } from './plainTokens.ts';
import { readPreformatted } from './preformatted.ts';
import { problem } from './problems.ts';
import { lineRange, splitLines } from './sourceText.ts';

/** A top-level piece of the document: a heading, a paragraph, a list, … with its tokens (their lines are the source's). */
export interface Block {
  readonly tokens: readonly Token[];
  readonly from: number;
  /** The first line that no longer belongs to it. */
  readonly to: number;
}

/** A text read as Markdown, whichever way it was written. */
export interface Document {
  readonly lines: readonly string[];
  /** The same lines as far as they are read: without front matter, and without what a page has put around its text. */
  readonly body: readonly string[];
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  /** By its label: `[^1]: …` -> `1`. */
  readonly footnotes: ReadonlyMap<string, Block>;
  readonly problems: readonly Problem[];
}

/** In UTF-16 units; what stands behind is not read. No briefing is a hundredth of this. */
const MAX_LENGTH = 32 * 1024 * 1024;

export function readDocument(text: string): Document {
  const lines = splitLines(text.slice(0, MAX_LENGTH));
  const frontMatter = readFrontMatter(lines);
  const body = lines.map((line, i) =>
    i < frontMatter.end ? '' : i === 0 ? line.replace(/^\ufeff/, '') : line,
  );
  const preformatted = readPreformatted(body);
  const plain = preformatted ?? (isPlainText(body) ? body : undefined);
  const titled = frontMatter.title !== undefined;
  const marked = plain && markPlainText(plain, titled);
  const tokens = parseMarkdown((marked?.lines ?? tightenMarkdown(body, titled)).join('\n'));
  if (marked) moveToSource(tokens, marked.sourceLines);

  const blocks: Block[] = [];
  const footnotes = new Map<string, Block>();
  for (const node of topLevelNodes(tokens)) {
    if (node[0]?.type === 'footnote_reference_open') {
      footnotes.set(labelOf(node[0]), blockOf(node.slice(1, -1)));
    } else {
      blocks.push(blockOf(node));
    }
  }
  const problems = [...frontMatter.problems];
  if (text.length > MAX_LENGTH)
    problems.push(problem('too-large', lineRange(lines, lines.length - 1, lines.length)));
  return { lines, body: preformatted ?? body, frontMatter, blocks, footnotes, problems };
}

/** Makes the lines of the marked text those of the source. */
function moveToSource(tokens: readonly Token[], sourceLines: readonly number[]): void {
  for (const token of tokens) {
    if (!token.map) continue;
    const [from, to] = token.map;
    token.map = [sourceLines[from] ?? 0, (sourceLines[to - 1] ?? 0) + 1];
  }
}

/** Splits tokens into their outermost nodes: an opening token to its closing one, or a token that is both. */
export function topLevelNodes(tokens: readonly Token[]): Token[][] {
  const nodes: Token[][] = [];
  let open = 0;
  let node: Token[] = [];
  for (const token of tokens) {
    node.push(token);
    open += token.nesting;
    if (open === 0) {
      nodes.push(node);
      node = [];
    }
  }
  return nodes;
}

function blockOf(tokens: readonly Token[]): Block {
  let from = Infinity;
  let to = 0;
  for (const { map } of tokens) {
    if (!map) continue;
    from = Math.min(from, map[0]);
    to = Math.max(to, map[1]);
  }
  return { tokens, from: Math.min(from, to), to };
}

/**
 * What a citation is called by: a footnote's label, or `*1` for the first note that stands in the text (`^[…]`).
 * The footnote plugin keeps it in `meta`, which markdown-it leaves untyped.
 */
export function labelOf(token: Token | undefined): string {
  const { label, id } = (token?.meta ?? {}) as { readonly label?: unknown; readonly id?: unknown };
  if (typeof label === 'string') return label;
  return typeof id === 'number' ? `*${id + 1}` : '';
}

/** The words of a block, as a person reads them. */
export function blockText(block: Block): string {
  return plainText(inlineTokens(block.tokens));
}

/** The tokens that hold words, at any depth. */
export function inlineTokens(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => type === 'inline');
}
