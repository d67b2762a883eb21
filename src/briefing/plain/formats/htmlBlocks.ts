import { fencedLines } from '../../text/fences.ts';
import { type MovedLines, readHtmlLists } from './htmlLists.ts';

const BLOCK = '(?:h[1-6]|p|div|section|article|blockquote|table|[uo]l)';
/** Between two blocks: `</p><h2>`. */
const BETWEEN = String.raw`(?<=</${BLOCK}>)\s*(?=<${BLOCK}[\s>])`;
const HAS_SEVERAL = new RegExp(BETWEEN, 'i');
/** Between two blocks, and before and after a heading. */
const ENDS = new RegExp(
  String.raw`${BETWEEN}|(?<=\S)\s*(?=<h[1-6](?:\s[^<>]{0,400})?>)|(?<=</h[1-6]>)\s*(?=\S)`,
  'gi',
);
/** The tag that such a line begins with. {@link readHtmlLists} finds the paragraphs inside a list. */
const OPENS = new RegExp(String.raw`^ {0,3}<(?![uo]l)${BLOCK}[\s>]`, 'i');

/** Writes HTML's blocks on lines of their own, and its lists as Markdown's. Undefined if there is nothing to change. */
export function readHtml(source: readonly string[]): MovedLines | undefined {
  const apart = blocksApart(source);
  const lists = readHtmlLists(apart?.lines ?? source);
  if (!apart || !lists) return apart ?? lists;
  return { lines: lists.lines, origins: lists.origins.map((line) => apart.origins[line] ?? 0) };
}

/** Puts a blank line between the blocks of a line: `<h2>Ferries</h2><p>It stops.</p>` are a heading and a paragraph. */
function blocksApart(source: readonly string[]): MovedLines | undefined {
  if (!source.some(hasBlocks)) return undefined;
  const lines: string[] = [];
  const origins: number[] = [];
  const isCode = fencedLines(source);
  for (const [at, line] of source.entries()) {
    const blocks =
      isCode[at] === true || !hasBlocks(line) ? [line] : line.split(ENDS).flatMap((block) => [block, '']);
    for (const block of blocks) {
      lines.push(block);
      origins.push(at);
    }
  }
  return { lines, origins };
}

/** Whether a line is HTML with several blocks, and no code. */
function hasBlocks(line: string): boolean {
  return line.includes('</') && !line.includes('`') && OPENS.test(line) && HAS_SEVERAL.test(line);
}
