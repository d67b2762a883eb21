import { checkStructure } from './structure/checks.ts';
import { isBareDate } from './text/dates/date.ts';
import { dateOf } from './structure/dateOf.ts';
import { blockText } from './blocks/document.ts';
import { firstLineOf, ledeOf } from './structure/lede.ts';
import type { Briefing, Problem, Section, Takeaway } from './model.ts';
import { problem } from './problems.ts';
import { isBlank, lineRange } from './text/sourceText.ts';
import {
  carryStructure,
  readStructure,
  type SectionParts,
  type Structure,
  type TakeawayParts,
} from './structure/structure.ts';
import { fallbackTitle, withoutEdition } from './text/title.ts';

/**
 * Parses a briefing. Never throws: any string gives a briefing, and what is wrong in it is among its `problems`.
 *
 * @param text the whole document, decoded: plain text or Markdown
 * @param fileName gives the title and the date if the text has none: `2025-08-19-ukraine-talks.txt`
 */
export function parseBriefing(text: string, fileName: string): Briefing {
  const structure = readStructure(text);
  const { lines, frontMatter } = structure.document;
  const lede = ledeOf(structure);
  const { titleBlock } = structure;
  // Empty if the title is only a citation.
  const headline = titleBlock ? blockText(titleBlock) : '';
  const notJson = jsonProblem(structure, fileName);
  const { title: given } = frontMatter;
  // Of `title: 2026-03-03` and `# Morning brief, 3 March 2026`, the second says more; so of `Issue 12`.
  const isShort =
    given !== undefined && headline !== '' && (isBareDate(given) || withoutEdition(given) === '');
  const written = (isShort ? undefined : given) ?? (headline === '' ? undefined : headline);
  const title = written ?? titleInstead(structure, fileName, notJson.length > 0, lede || text);
  const sections = structure.sections.map((parts) => sectionOf(parts, lines, title));
  const date = dateOf(structure, title, fileName);
  const briefing: Briefing = {
    title,
    ...(date !== undefined && { date }),
    ...(frontMatter.language !== undefined && { language: frontMatter.language }),
    ...(frontMatter.sender !== undefined && { sender: frontMatter.sender }),
    lede,
    sections,
    references: structure.references.all,
    problems: [...emptyProblem(lines), ...notJson, ...structure.problems, ...checkStructure(structure)],
    text,
  };
  carryStructure(briefing, structure);
  return deepFreeze(briefing);
}

/** Returns a title for a text that gives none. */
function titleInstead(
  { document }: Structure,
  fileName: string,
  isBrokenJson: boolean,
  words: string,
): string {
  // The first line of a `.json` file that is not JSON is only a brace.
  const first = isBrokenJson ? { words: '', isWhole: false } : firstLineOf(document);
  const name = document.json ? fileName.replace(/(?:\.briefing)?\.json$/i, '') : fileName;
  return fallbackTitle(name, first, words);
}

/** A section without a heading has the briefing's title. */
function sectionOf(parts: SectionParts, lines: readonly string[], briefingTitle: string): Section {
  const { id, title, node, blocks, sections } = parts;
  return {
    id,
    kind: node.kind,
    title: title || briefingTitle,
    level: node.level,
    range: lineRange(lines, node.from, node.to),
    takeaways: blocks.flatMap(({ takeaways }) => takeaways).map((one) => takeawayOf(one, lines)),
    sections: sections.map((nested) => sectionOf(nested, lines, briefingTitle)),
  };
}

function takeawayOf({ id, node, ground }: TakeawayParts, lines: readonly string[]): Takeaway {
  const { label, text, emoji, from, to } = node;
  return {
    id,
    ...(label !== undefined && { label }),
    text,
    ...(emoji !== undefined && { emoji }),
    references: ground.references,
    range: lineRange(lines, from, to),
  };
}

/** The problem of a file that is named `.json` and is not JSON. */
function jsonProblem({ document: { lines, json, problems } }: Structure, fileName: string): Problem[] {
  const isJson = json !== undefined || problems.some(({ code }) => code === 'not-a-briefing');
  return isJson || lines.every(isBlank) || !/\.json$/i.test(fileName)
    ? []
    : [problem('not-a-briefing', lineRange(lines, 0, lines.length))];
}

function emptyProblem(lines: readonly string[]): Problem[] {
  return lines.every(isBlank) ? [problem('empty', lineRange(lines, 0, 1))] : [];
}

function deepFreeze<T extends object>(value: T): T {
  Object.freeze(value);
  // Freezes in place: listing each object's values would make up most of the allocations here.
  if (Array.isArray(value)) value.forEach(freezeInside);
  else for (const key in value) freezeInside(value[key]);
  return value;
}

function freezeInside(value: unknown): void {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) deepFreeze(value);
}
