import { dayOfMetadata } from '../text/dates/dayOfMetadata.ts';
import type { Problem, Range } from '../model.ts';
import { problem } from '../problems.ts';
import { Finder, lineRange } from '../text/sourceText.ts';
import { flatten, type SectionParts, type Structure } from './structure.ts';

/** Finds the problems that reading a briefing does not report; {@link PROBLEMS} explains each. */
export function checkStructure(structure: Structure): Problem[] {
  return [
    ...checkDate(structure),
    ...flatten(structure.sections).flatMap((section) => checkSection(section, structure.document.lines)),
    ...structure.references.duplicates.map((range) => problem('duplicate-reference', range)),
    ...checkCitations(structure),
  ];
}

function checkDate(structure: Structure): Problem[] {
  const { date } = structure.document.frontMatter;
  if (date === undefined || dayOfMetadata(date) !== undefined) return [];
  return [problem('bad-date', dateRange(structure), date)];
}

/** Returns the range of the date in the front matter: the value alone. */
export function dateRange({ document: { frontMatter, lines } }: Pick<Structure, 'document'>): Range {
  const { date = '', end } = frontMatter;
  const key = lines.slice(0, end).findIndex((line) => /^\W*date\W/i.test(line));
  return new Finder(lines, key < 0 ? [0, end] : [key, key + 1]).find(date);
}

function checkSection(section: SectionParts, lines: readonly string[]): Problem[] {
  const { node, blocks, sections } = section;
  const rangeOf = ({ from, to }: { readonly from: number; readonly to: number }) =>
    lineRange(lines, from, to);
  if (blocks.length + sections.length === 0) return [problem('empty-section', rangeOf(node))];
  if (node.kind !== 'takeaways') return [];
  const takeaways = blocks.flatMap((block) => block.takeaways);
  const labelled = takeaways.filter(({ node: { label } }) => label !== undefined).length;
  return [
    ...takeaways
      .filter(({ ground: { references } }) => references.length === 0)
      .map((takeaway) => problem('no-reference', rangeOf(takeaway.node))),
    ...takeaways
      .filter(({ node: { label } }) => label === undefined && labelled * 2 >= takeaways.length)
      .map((takeaway) => problem('unlabelled-takeaway', rangeOf(takeaway.node))),
  ];
}

/** Reports the sources with a label that the text never uses, if it uses any of them. */
function checkCitations({ references: { labelled }, used }: Structure): Problem[] {
  const unused = labelled.filter((reference) => !used.has(reference));
  return unused.length < labelled.length
    ? unused.map(({ range }) => problem('uncited-reference', range))
    : [];
}
