import type { Briefing, Position, Range } from '../../briefing/model.ts';
import { isPlainText } from '../../briefing/plain/isPlainText.ts';
import { type SectionParts, structureOf } from '../../briefing/structure/structure.ts';
import { isBlank } from '../../briefing/text/sourceText.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';
import { citeSource, entryFinder, linkTo, plainEntry, type CitableSource } from '../references/citeSource.ts';
import { referenceLists } from '../references/referenceList.ts';
import type { TextEdit } from '../textEdit.ts';
import { rangeIn } from '../linkPlaces.ts';

/** The start of an entry that has no text yet. */
const EMPTY_ENTRY = /^\s*(?:[-*+•]\s+)?(?:\d{1,9}[.)]\s+|\[\d{1,3}\]\s+|\[\^[^\]\s]{1,40}\]:\s+)?$/;

/**
 * The edit that turns an address pasted among the references into an entry with its title, in the form of the others.
 * Undefined elsewhere, or if the briefing already lists the source.
 */
export function pasteReference(
  briefing: Briefing,
  { start, end }: Range,
  source: Required<CitableSource>,
): TextEdit | undefined {
  const structure = structureOf(briefing);
  const { lines, json, body } = structure.document;
  if (json !== undefined || start.line !== end.line || !safeUrl(source.url)) return undefined;
  if (!isAmongReferences(structure.sections, start, lines)) return undefined;
  const line = lines[start.line] ?? '';
  const before = line.slice(0, start.character);
  if (!EMPTY_ENTRY.test(before) || line.slice(end.character).trim() !== '') return undefined;
  if (entryFinder(referenceLists(structure))(source)) return undefined;
  const words = isPlainText(body) ? plainEntry(source) : linkTo(source);
  if (before.trim() !== '') return { range: { start, end }, text: words };
  // On an empty line, it gets the next number.
  const added = citeSource(briefing, source)?.edits[0]?.text.trimStart() ?? words;
  return {
    range: rangeIn(start.line, 0, end.character),
    text: /^#|^References\b/.test(added) ? `- ${words}` : added,
  };
}

/** Whether a position is in a section of sources, or on the blank lines right below it. */
function isAmongReferences(
  sections: readonly SectionParts[],
  { line }: Position,
  lines: readonly string[],
): boolean {
  return sections.some(({ node: { kind, heading, from, to }, sections }) => {
    if (isAmongReferences(sections, { line, character: 0 }, lines)) return true;
    if (kind !== 'references') return false;
    let end = to;
    while (end < lines.length && isBlank(lines[end])) end++;
    return (heading ? heading.to <= line : from <= line) && line < Math.max(end, to);
  });
}
