import type { Briefing, Range } from '../../briefing/model.ts';
import { isPlainText } from '../../briefing/plain/isPlainText.ts';
import { type SectionParts, structureOf } from '../../briefing/structure/structure.ts';
import { isBlank } from '../../briefing/text/sourceText.ts';
import { safeUrl } from '../../briefing/text/links/safeUrl.ts';
import {
  type CitableSource,
  type Citation,
  endsInCode,
  entryFinder,
  linkTo,
  nextEntry,
  plainEntry,
} from '../references/citeSource.ts';
import { type Lines, type ReferenceList, referenceLists } from '../references/referenceList.ts';
import { lineRemoval, type TextEdit } from '../textEdit.ts';

/** The start of an entry, before its words. */
const START = /^\s*(?:[-*+•]\s+)?(?:\d{1,9}[.)]\s+|\[\d{1,3}\]\s+|\[\^[^\]\s]{1,40}\]:\s+)?/;

/**
 * Turns an address pasted among the references into an entry with its title, in the form of the others: the text to
 * insert instead of it, and the edits elsewhere. An entry with a number comes last, because the numbers of a list count
 * by position: each citation still cites the same source. Undefined elsewhere, or if the briefing already lists it.
 */
export function pasteReference(
  briefing: Briefing,
  { start, end }: Range,
  source: Required<CitableSource>,
): Citation | undefined {
  const structure = structureOf(briefing);
  const { lines, json, body } = structure.document;
  if (json !== undefined || start.line !== end.line || !safeUrl(source.url)) return undefined;
  const section = referencesAt(structure.sections, start.line, lines);
  const line = lines[start.line] ?? '';
  const before = line.slice(0, start.character);
  if (!section || before.replace(START, '') !== '' || !isBlank(line.slice(end.character))) return undefined;
  const lists = referenceLists(structure);
  if (entryFinder(lists)(source) || endsInCode(structure)) return undefined;
  const words = isPlainText(body) ? plainEntry(source) : linkTo(source);
  // A whole entry that is selected keeps its number.
  const [mark = ''] = START.exec(line.slice(start.character, end.character)) ?? [];
  if (!isBlank(line.slice(0, end.character))) return { text: mark + words, edits: [] };
  return entryOnBlankLine(listAt(lists, section, start.line), start.line, words, lines);
}

function entryOnBlankLine(
  list: ReferenceList | undefined,
  line: number,
  words: string,
  lines: readonly string[],
): Citation | undefined {
  const last = list?.at(-1);
  if (!list || last?.label === undefined) {
    const [mark] = last ? (/^\s*[-*+•]\s+/.exec(lines[last.from] ?? '') ?? ['']) : ['- '];
    return inserted(mark + words, line, lines);
  }
  const [added] = nextEntry(list, lines)?.(words).edits ?? [];
  if (!added) return undefined;
  const isBelow = line >= last.to && lines.slice(last.to, line).every(isBlank);
  if (isBelow) return inserted(added.text.replace(/^\n+/, ''), line, lines);
  return { text: '', edits: [...removalOfGap(list, line, lines), added] };
}

/** The text to insert on a blank line, which may be indented already. */
function inserted(text: string, line: number, lines: readonly string[]): Citation | undefined {
  const indent = lines[line] ?? '';
  return text.startsWith(indent) ? { text: text.slice(indent.length), edits: [] } : undefined;
}

/** Removes a blank line from a list that has no others. */
function removalOfGap(list: ReferenceList, line: number, lines: readonly string[]): TextEdit[] {
  const from = list[0]?.from ?? 0;
  const gaps = lines.slice(from, list.at(-1)?.to).flatMap((one, i) => (isBlank(one) ? [from + i] : []));
  return gaps.length === 1 && gaps[0] === line ? [lineRemoval(lines, line, line + 1)] : [];
}

/** The list of a section that a line is in or below; without one, the first that is cited by numbers. */
function listAt(
  lists: readonly ReferenceList[],
  { from, to }: Lines,
  line: number,
): ReferenceList | undefined {
  const startOf = ([first]: ReferenceList) => first?.from ?? 0;
  const own = lists.filter((list) => startOf(list) >= from && startOf(list) < to);
  return (
    own.findLast((list) => startOf(list) <= line) ??
    own[0] ??
    lists.find((list) => list.every(({ label }) => label !== undefined))
  );
}

/** The lines of the section of sources that a line is in, or on the blank lines right below. */
function referencesAt(
  sections: readonly SectionParts[],
  line: number,
  lines: readonly string[],
): Lines | undefined {
  for (const { node, sections: inner } of sections) {
    const { kind, heading, from, to } = node;
    const found = referencesAt(inner, line, lines);
    if (found) return found;
    if (kind !== 'references') continue;
    const start = heading?.to ?? from;
    let end = to;
    while (end < lines.length && isBlank(lines[end])) end++;
    if (start <= line && line < end) return { from: start, to: end };
  }
  return undefined;
}
