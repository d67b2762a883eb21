import { findDate, isDateline } from './date.ts';
import type { Briefing, Problem, Section } from './model.ts';
import { isBlank, lineRange } from './sourceText.ts';
import { readStructure, type SectionParts, type Structure } from './structure.ts';
import { fallbackTitle } from './title.ts';

/** How far from the top a dateline may stand. */
const DATELINE_LINES = 8;

/**
 * Reads a briefing. Total: any string gives one, and what is wrong in it is among its `problems`.
 *
 * @param text the whole document, decoded: plain text or Markdown
 * @param fileName gives the title and the date where the text has none: `2025-08-19-ukraine-talks.txt`
 */
export function parseBriefing(text: string, fileName: string): Briefing {
  const structure = readStructure(text);
  const { lines, frontMatter } = structure.document;
  const sections = structure.sections.map((parts) => sectionOf(parts, lines));
  const lede = ledeOf(structure, sections[0]?.range.start.line);
  const title = frontMatter.title ?? (structure.title || fallbackTitle(fileName, lede || text));
  const date = dateOf(structure, title, fileName);
  return deepFreeze({
    title,
    ...(date !== undefined && { date }),
    ...(frontMatter.language !== undefined && { language: frontMatter.language }),
    lede,
    sections,
    references: structure.references.all,
    problems: [...emptyProblem(lines), ...structure.problems],
    text,
  });
}

function sectionOf({ id, title, node, blocks, sections }: SectionParts, lines: readonly string[]): Section {
  return {
    id,
    kind: node.kind,
    title,
    level: node.level,
    range: lineRange(lines, node.from, node.to),
    takeaways: blocks.flatMap(({ takeaways }) =>
      takeaways.map(({ id, node: { label, emoji, from, to }, text, references }) => ({
        id,
        ...(label !== undefined && { label }),
        text,
        ...(emoji !== undefined && { emoji }),
        references,
        range: lineRange(lines, from, to),
      })),
    ),
    sections: sections.map((nested) => sectionOf(nested, lines)),
  };
}

/** The source of the blocks before the first section: the title's own lines are left out wherever they stand. */
function ledeOf({ document, lede }: Structure, firstSection = document.lines.length): string {
  return lede
    .filter(({ from }) => from < firstSection)
    .map(({ from, to }) => document.lines.slice(from, to).join('\n').trimEnd())
    .join('\n\n')
    .trim();
}

/** Front matter, the file's name, a dateline: the title's, or a line near the top that is little more. */
function dateOf({ document }: Structure, title: string, fileName: string): string | undefined {
  const { lines, frontMatter } = document;
  const dateline = lines.slice(frontMatter.end, frontMatter.end + DATELINE_LINES).find(isDateline);
  const places = [frontMatter.date, fileName.replace(/^.*[/\\]/, ''), title, dateline];
  return places.map((place) => findDate(place ?? '')).find((date) => date !== undefined);
}

function emptyProblem(lines: readonly string[]): Problem[] {
  return lines.every(isBlank) ? [{ kind: 'empty', range: lineRange(lines, 0, 1) }] : [];
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && !Object.isFrozen(inner)) deepFreeze(inner as object);
  }
  return Object.freeze(value);
}
