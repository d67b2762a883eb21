import { checkStructure } from './checks.ts';
import { dateOfFileName, findDate, isDateline } from './date.ts';
import { type Block, blockText, type Document, inlineTokens } from './document.ts';
import { isLiquid } from './liquid.ts';
import type { Briefing, Problem, Section } from './model.ts';
import { readMetadataLines } from './metadataLines.ts';
import { problem } from './problems.ts';
import { isBlank, lineRange } from './sourceText.ts';
import { readStructure, type SectionParts, type Structure } from './structure.ts';
import { fallbackTitle, isFileName } from './title.ts';

/** How many blocks, and lines of each, are looked at for a dateline. */
const DATELINE_BLOCKS = 4;

/**
 * Reads a briefing. Total: any string gives one, and what is wrong in it is among its `problems`.
 *
 * @param text the whole document, decoded: plain text or Markdown
 * @param fileName gives the title and the date where the text has none: `2025-08-19-ukraine-talks.txt`
 */
export function parseBriefing(text: string, fileName: string): Briefing {
  const structure = readStructure(text);
  const { lines, frontMatter } = structure.document;
  const lede = ledeOf(structure);
  const { titleBlock } = structure;
  // Without words where it is a citation alone.
  const headline = titleBlock ? blockText(titleBlock) : '';
  const title = frontMatter.title ?? (headline === '' ? fallbackTitle(fileName, lede || text) : headline);
  const sections = structure.sections.map((parts) => sectionOf(parts, lines, title));
  const date = dateOf(structure, title, fileName);
  return frozen({
    title,
    ...(date !== undefined && { date }),
    ...(frontMatter.language !== undefined && { language: frontMatter.language }),
    lede,
    sections,
    references: structure.references.all,
    problems: [...emptyProblem(lines), ...structure.problems, ...checkStructure(structure)],
    text,
  });
}

/** A section without a heading goes by the briefing's title. */
function sectionOf(parts: SectionParts, lines: readonly string[], briefingTitle: string): Section {
  const { id, title, node, blocks, sections } = parts;
  return {
    id,
    kind: node.kind,
    title: title || briefingTitle,
    level: node.level,
    range: lineRange(lines, node.from, node.to),
    takeaways: blocks.flatMap(({ takeaways }) =>
      takeaways.map(({ id, node: { label, text, emoji, from, to }, references }) => ({
        id,
        ...(label !== undefined && { label }),
        text,
        ...(emoji !== undefined && { emoji }),
        references,
        range: lineRange(lines, from, to),
      })),
    ),
    sections: sections.map((nested) => sectionOf(nested, lines, briefingTitle)),
  };
}

/**
 * The source of the blocks before the first section, as far as they were written to be read. The title's own lines are
 * left out wherever they stand.
 */
function ledeOf({ document, lede, sections }: Structure): string {
  const firstSection = sections[0]?.node.from ?? document.lines.length;
  return lede
    .filter((block) => block.from < firstSection && isWritten(block))
    .map(({ from, to }) => document.body.slice(from, to))
    .filter((lines) => !readMetadataLines(lines))
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n')
    .trim();
}

/** Words, tables or code: no Liquid, rule, picture or file's name alone. */
function isWritten(block: Block): boolean {
  const isRule = block.tokens[0]?.type === 'hr';
  return !isRule && !isPicture(block) && !isLiquid(block.tokens) && !isFileName(blockText(block));
}

function isPicture({ tokens }: Block): boolean {
  const words = inlineTokens(tokens).flatMap(({ children }) => children ?? []);
  return (
    words.some(({ type }) => type === 'image') &&
    words.every(({ type, content }) => type === 'image' || content.trim() === '')
  );
}

/** Front matter, the file's name, a dateline: the title's, or a line near the top that is little more. */
function dateOf(
  { document, lede, sections }: Structure,
  title: string,
  fileName: string,
): string | undefined {
  return (
    findDate(document.frontMatter.date ?? '') ??
    dateOfFileName(fileName) ??
    findDate(title) ??
    findDate(datelineOf(document, lede, sections[0]?.title) ?? '')
  );
}

function datelineOf({ lines }: Document, lede: readonly Block[], firstTitle = ''): string | undefined {
  const top = lede
    .slice(0, DATELINE_BLOCKS)
    .flatMap(({ from, to }) => lines.slice(from, Math.min(to, from + DATELINE_BLOCKS)));
  return [...top, firstTitle].find(isDateline);
}

function emptyProblem(lines: readonly string[]): Problem[] {
  return lines.every(isBlank) ? [problem('empty', lineRange(lines, 0, 1))] : [];
}

function frozen<T extends object>(value: T): T {
  Object.freeze(value);
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === 'object' && inner !== null && !Object.isFrozen(inner)) frozen(inner);
  }
  return value;
}
