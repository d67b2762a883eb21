import type { Token } from 'markdown-it';
import { isParagraph, withoutRules } from './kinds.ts';
import { readBylines } from './bylines.ts';
import { boundedLines, MAX_LENGTH, restOf } from './density.ts';
import {
  type FrontMatter,
  frontMatterOf,
  NO_FRONT_MATTER,
  readForwardedHeader,
  readFrontMatter,
  readFrontMatterBelow,
} from '../grammar/frontMatter.ts';
import { parseMarkdown } from '../grammar/markdown.ts';
import { readFencedText } from '../plain/formats/fencedText.ts';
import { readHtml } from '../plain/formats/htmlBlocks.ts';
import { type JsonBriefing, readJsonBriefing } from '../plain/json/jsonBriefing.ts';
import { normalizeLenientMarkdown } from '../plain/lenientMarkdown.ts';
import type { Problem } from '../model.ts';
import { readListDigest } from '../plain/mail/listDigest.ts';
import { readQuotedMail } from '../plain/mail/quotedMail.ts';
import { readMessages } from '../plain/mail/messages.ts';
import { isPlainText } from '../plain/isPlainText.ts';
import { readPreformatted } from '../plain/formats/preformatted.ts';
import { markPlainText } from '../plain/markPlainText.ts';
import { withoutIndentation } from '../plain/formats/indentedText.ts';
import { withoutAsciidocMarks } from '../plain/formats/asciidoc.ts';
import { withoutAdmonitions } from '../plain/formats/admonitions.ts';
import { withoutLogseqMarks } from '../plain/formats/logseq.ts';
import { withoutOrgMarks } from '../plain/formats/orgMode.ts';
import { withoutLinkMarks } from '../plain/formats/restructuredText.ts';
import { withShortcodeItems } from '../plain/formats/shortcodes.ts';
import { readSpacedRows } from '../plain/formats/spacedRows.ts';
import { isLinkOpen, plainText } from '../grammar/tokens.ts';
import { withoutHidden } from '../plain/formats/hiddenBlocks.ts';
import { withoutMarkdownFences, withoutWholeFence } from '../plain/formats/wholeFence.ts';
import { closesChat, opensChat } from '../text/chat.ts';
import { isByline } from '../text/people.ts';
import { problem } from '../problems.ts';
import { isBlank, lineRange, splitLines } from '../text/sourceText.ts';

/** A top-level block: a heading, a paragraph, a list, … with its tokens. All lines are those of the source. */
export interface Block {
  readonly tokens: readonly Token[];
  readonly from: number;
  /** The first line after it. */
  readonly to: number;
}

/** A text read as Markdown, whatever format it was written in. */
export interface Document {
  readonly lines: readonly string[];
  /** The lines that are read as Markdown: blank in place of front matter and of markup around the text. */
  readonly body: readonly string[];
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly Block[];
  /**
   * The remarks of a language model around the text, such as `Sure! Here is your briefing:`. They are neither a title
   * nor an item.
   */
  readonly remarks: Remarks;
  /** The text after the blocks, if the whole is too dense to be read as Markdown. */
  readonly rest: Block | undefined;
  /** By label: `[^1]: …` -> `1`. */
  readonly footnotes: ReadonlyMap<string, Block>;
  readonly problems: readonly Problem[];
  /** If the text is JSON: the Markdown that was made of it. `lines` are those of the JSON. */
  readonly json?: JsonBriefing;
}

/** The paragraphs of a language model above the text and below it. */
export interface Remarks {
  readonly opening: readonly Block[];
  readonly closing: readonly Block[];
}

/**
 * Reads a text to blocks. What is not Markdown is written as Markdown first: line by line, or with the line of the
 * source that each new line stands for.
 */
export function readDocument(text: string): Document {
  const json = text.length > MAX_LENGTH ? undefined : readJsonBriefing(text);
  if (json !== undefined) return documentOfJson(text, json);
  const { lines, end } = boundedLines(text);
  const rest = restOf(lines, end);
  const messages = readMessages(lines.slice(0, end));
  const copied = messages?.lines ?? lines.slice(0, end);
  const quoted = readQuotedMail(copied);
  const read = quoted?.lines ?? copied;
  const { frontMatter, isMetadata } = readMetadata(read, messages?.day, quoted);
  const body = withoutOtherMarks(
    read.map((line, i) => (isMetadata(i) ? '' : i === 0 ? line.replace(/^\ufeff/, '') : line)),
    read,
  );
  const preformatted = readPreformatted(body);
  const moved = preformatted
    ? undefined
    : (messages?.part(body) ?? readFencedText(body) ?? readHtml(body) ?? readSpacedRows(body));
  const written = moved?.lines ?? body;
  const plain = preformatted ?? (isPlainText(written) ? written : undefined);
  const titled = frontMatter.title !== undefined;
  const marked = plain && markPlainText(plain, titled);
  const tokens = parseMarkdown((marked?.lines ?? normalizeLenientMarkdown(written, titled)).join('\n'), {
    isPlain: marked !== undefined,
  });
  if (marked) moveToSource(tokens, marked.origins);
  if (moved) moveToSource(tokens, moved.origins);
  const problems = [...frontMatter.problems];
  if (text.length > MAX_LENGTH)
    problems.push(problem('too-large', lineRange(lines, lines.length - 1, lines.length)));
  if (rest) problems.push(problem('too-dense', lineRange(lines, rest.from, rest.to)));
  return { lines, body: preformatted ?? body, frontMatter, ...nodesOf(tokens, titled), rest, problems };
}

/** Reads what a text says about itself, and which of its lines do. `day`: when its messages were sent. */
function readMetadata(
  lines: readonly string[],
  day: string | undefined,
  quoted: ReturnType<typeof readQuotedMail>,
): { readonly frontMatter: FrontMatter; readonly isMetadata: (line: number) => boolean } {
  const above = readFrontMatter(lines);
  const digest = readListDigest(lines);
  const frontMatter: FrontMatter = {
    ...(day !== undefined && { dateGenerated: day }),
    ...digest?.metadata,
    ...(above.end > 0 ? above : frontMatterBelow(lines)),
  };
  const { from = 0, end } = frontMatter;
  const isMetadata = (line: number) =>
    (line >= from && line < end) ||
    digest?.hidden.has(line) === true ||
    // A mail that forwards another has the header of that below its own.
    (quoted !== undefined && end > 0 && line >= quoted.from && line < quoted.to);
  return { frontMatter, isMetadata };
}

/** Replaces the marks of other formats, and of programs, by Markdown's. `source`: the lines with the metadata. */
function withoutOtherMarks(lines: readonly string[], source: readonly string[]): readonly string[] {
  const shown = withoutLinkMarks(withoutHidden(withoutIndentation(lines)));
  const unfenced = withoutMarkdownFences(withoutWholeFence(shown));
  const unmarked = withoutAsciidocMarks(withoutLogseqMarks(withoutOrgMarks(unfenced, source), source));
  return withShortcodeItems(withoutAdmonitions(unmarked));
}

function frontMatterBelow(lines: readonly string[]): FrontMatter {
  const below = readFrontMatterBelow(withoutWholeFence(lines));
  return below.end > 0 ? below : readForwardedHeader(lines);
}

/** Reads JSON that is a briefing as the Markdown made of it. Any other JSON is shown as it is written. */
function documentOfJson(text: string, json: JsonBriefing | 'other'): Document {
  const lines = splitLines(text);
  if (json === 'other') {
    const problems = [problem('not-a-briefing', lineRange(lines, 0, lines.length))];
    const rest = restOf(lines, 0);
    return {
      lines,
      body: lines,
      frontMatter: NO_FRONT_MATTER,
      blocks: [],
      remarks: { opening: [], closing: [] },
      rest,
      footnotes: new Map(),
      problems,
    };
  }
  const { end } = boundedLines(json.lines.join('\n'));
  const tokens = parseMarkdown(json.lines.slice(0, end).join('\n'));
  moveToSource(tokens, json.origins, json.originEnds);
  const rest = restOf(lines, end < json.lines.length ? (json.origins[end] ?? 0) : lines.length);
  const problems = rest ? [problem('too-dense', lineRange(lines, rest.from, rest.to))] : [];
  if (json.isCut) {
    const last = lines.findLastIndex((line) => !isBlank(line));
    problems.push(problem('cut-json', lineRange(lines, last, last + 1)));
  }
  const frontMatter = frontMatterOf(json.metadata, lines);
  const titled = frontMatter.title !== undefined;
  return { lines, body: lines, frontMatter, ...nodesOf(tokens, titled), rest, problems, json };
}

function nodesOf(
  tokens: readonly Token[],
  isTitled: boolean,
): Pick<Document, 'blocks' | 'remarks' | 'footnotes'> {
  const blocks: Block[] = [];
  const footnotes = new Map<string, Block>();
  for (const node of topLevelNodes(tokens)) {
    if (node[0]?.type === 'footnote_reference_open') {
      footnotes.set(citationLabel(node[0]), blockOf(node.slice(1, -1)));
    } else if (node[1]?.children?.length !== 0) {
      // Tags without words, `<span class="icon"></span>`, are not a paragraph.
      blocks.push(blockOf(node));
    }
  }
  const { remarks, written } = withoutRemarks(
    readBylines(blocks, isTitled, (block) => isByline(blockText(block))),
  );
  return { blocks: written, remarks, footnotes };
}

/**
 * Takes out remarks: the first paragraph, if it is the first block or right below it, and the last block. Whatever ends
 * in a colon right above the title of all is a remark, in any language: `O resumo está pronto:`.
 */
function withoutRemarks(blocks: readonly Block[]): { remarks: Remarks; written: readonly Block[] } {
  const first = blocks.findIndex(isParagraph);
  const [, below] = withoutRules(blocks);
  const isAboveAll = first === 0 && below?.tokens[0]?.tag === 'h1';
  const opens = (words: string) => opensChat(words) || (isAboveAll && /[:：]$/.test(words));
  const opening = first <= 1 ? remarkIn(blocks[first], opens) : [];
  const last = blocks.length > 1 ? blocks.at(-1) : undefined;
  const closing = last === opening[0] ? [] : remarkIn(last, closesChat);
  const remarks = new Set([...opening, ...closing]);
  return { remarks: { opening, closing }, written: blocks.filter((block) => !remarks.has(block)) };
}

/**
 * Returns a paragraph if it is a remark. One with a link is a person’s, or names a source: `Feel free to write to me on
 * [a site](https://a.example)`, `Here are the top stories of [the Gazette](https://b.example).`
 */
function remarkIn(block: Block | undefined, is: (words: string) => boolean): readonly Block[] {
  if (!block || !isParagraph(block) || block.tokens[1]?.children?.some(isLinkOpen)) return [];
  return is(blockText(block)) ? [block] : [];
}

/** Maps the tokens' lines from the marked text to the source. */
function moveToSource(
  tokens: readonly Token[],
  origins: readonly number[],
  originEnds: readonly number[] = origins,
): void {
  for (const token of tokens) {
    if (!token.map) continue;
    const [from, to] = token.map;
    token.map = [origins[from] ?? 0, (originEnds[to - 1] ?? 0) + 1];
  }
}

/** Splits tokens into their outermost nodes: an opening token up to its closing one, or a single token that is both. */
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

/** Returns the items of a list, the rows of a table, the blocks of a quotation. */
export function nodesIn({ tokens }: Pick<Block, 'tokens'>): Token[][] {
  return topLevelNodes(tokens.slice(1, -1));
}

/** Like {@link nodesIn}, but as blocks, which all have the lines of the whole block. */
export function blocksIn(block: Block): Block[] {
  const { from, to } = block;
  return nodesIn(block).map((node) => ({ ...blockOf(node), from, to }));
}

export function blockOf(tokens: readonly Token[]): Block {
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
 * The label of a citation: that of a footnote, or `*1` for the first inline note (`^[…]`). The footnote plugin keeps it
 * in `meta`, which markdown-it leaves untyped.
 */
export function citationLabel(token: Token | undefined): string {
  const { label, id } = (token?.meta ?? {}) as { readonly label?: unknown; readonly id?: unknown };
  if (typeof label === 'string') return label;
  return typeof id === 'number' ? `*${id + 1}` : '';
}

/** The words of a block as they are displayed, without marks. */
export function blockText(block: Block): string {
  return plainText(inlineTokens(block.tokens));
}

/** The tokens that hold words, at any depth. */
export function inlineTokens(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ type }) => type === 'inline');
}

/** Whether a block has nothing but pictures. */
export function isPicture({ tokens }: Pick<Block, 'tokens'>): boolean {
  let hasImage = false;
  for (const { type, children } of tokens) {
    if (type !== 'inline') continue;
    for (const word of children ?? []) {
      if (word.type === 'image') hasImage = true;
      else if (word.content.trim() !== '') return false;
    }
  }
  return hasImage;
}
