import type { Briefing, Position } from '../../briefing/model.ts';
import { inlineTokens, citationLabel } from '../../briefing/blocks/document.ts';
import { flatten, structureOf, type Structure } from '../../briefing/structure/structure.ts';
import { type CitationPlace, citationPlaces } from '../citationPlaces.ts';
import { isBlank } from '../../briefing/text/sourceText.ts';
import { applyEdits, endOfLine, lineRemoval, type TextEdit } from '../textEdit.ts';
import { writtenLines } from '../writtenLines.ts';
import { labelRange, type ReferenceEntry, type ReferenceList, referenceLists } from './referenceList.ts';

/** Why the references of a briefing cannot be rearranged. */
export type Obstacle = 'none' | 'several' | 'mixed' | 'twice' | 'undefined' | 'unsure';

/** A list of sources that is cited by numbers, with its citations. */
export interface NumberedReferences {
  readonly list: ReferenceList;
  readonly citations: readonly CitationPlace[];
  readonly lines: readonly string[];
}

/** The numbered sources of a briefing, if it has exactly one list of them; else the obstacle. */
export function numberedReferences(briefing: Briefing): NumberedReferences | Obstacle {
  const structure = structureOf(briefing);
  const lists = referenceLists(structure).filter((list) => list.some(({ label }) => label !== undefined));
  const [list, another] = lists;
  if (!list) return 'none';
  if (another) return 'several';
  const labels = list.map(({ label }) => label);
  if (list.some(({ form }) => form !== list[0]?.form) || labels.includes(undefined)) return 'mixed';
  if (new Set(labels).size < labels.length) return 'twice';
  if (!areCitationsComplete(structure)) return 'unsure';
  return { list, citations: citationsOf(structure), lines: structure.document.lines };
}

/**
 * Whether the citations in the lines are those that the reader sees; otherwise a number could come to cite another source.
 */
function areCitationsComplete(structure: Structure): boolean {
  const { titleBlock, lede, sections, references, document } = structure;
  const blocks = [
    ...(titleBlock ? [titleBlock] : []),
    ...lede,
    ...flatten(sections).flatMap(({ node: { heading, blocks, closing = [] } }) => [
      ...(heading ? [heading] : []),
      ...blocks,
      ...closing,
    ]),
    ...document.footnotes.values(),
  ];
  const inlines = new Set(blocks.flatMap(({ tokens }) => inlineTokens(tokens)));
  const read = [...inlines].flatMap(({ children }) =>
    (children ?? []).flatMap((token) => (token.type === 'citation' ? [citationLabel(token)] : [])),
  );
  const found = citationPlaces(writtenLines(structure)).flatMap(({ labels }) =>
    labels.every((one) => references.cited(one) !== undefined) ? labels : [],
  );
  return read.sort().join(' ') === found.sort().join(' ');
}

/** The citations in a text, without the labels of the entries themselves. */
export function citationsOf(structure: Structure): CitationPlace[] {
  const lines = structure.document.lines;
  const own = new Map(
    referenceLists(structure)
      .flat()
      .flatMap((entry) => {
        const at = labelRange(entry, lines);
        return at ? [[entry.from, at.start.character] as const] : [];
      }),
  );
  return citationPlaces(writtenLines(structure)).filter(({ range: { start, end } }) => {
    const label = own.get(start.line);
    return label === undefined || label < start.character || label >= end.character;
  });
}

/**
 * The edits that put a list's entries into another order, or leave some out, and relabel the citations accordingly.
 * `merged`: for an entry that is left out, the one that is cited instead. Citations of other removed entries stay as
 * they are.
 */
export function rearrange(
  { list, citations, lines }: NumberedReferences,
  order: readonly ReferenceEntry[],
  merged: ReadonlyMap<ReferenceEntry, ReferenceEntry> = new Map(),
): TextEdit[] {
  const numbers = labelsFor(list, order);
  const labels = new Map(order.map((entry, i) => [entry, numbers[i] ?? '']));
  const newLabels = new Map(
    list.flatMap((entry) => {
      const label = labels.get(merged.get(entry) ?? entry);
      return entry.label === undefined || label === undefined ? [] : [[entry.label, label] as const];
    }),
  );
  const inEntry = (line: number) => list.find(({ from, to }) => from <= line && line < to);
  const inside = new Map<ReferenceEntry, CitationPlace[]>();
  const outside: CitationPlace[] = [];
  for (const place of citations) {
    const entry = inEntry(place.range.start.line);
    if (!entry) outside.push(place);
    else inside.set(entry, [...(inside.get(entry) ?? []), place]);
  }
  const edits = relabelEdits(outside, newLabels, lines);
  list.forEach((slot, i) => {
    const entry = order[i];
    const number = numbers[i];
    if (!entry || number === undefined) return;
    const oldText = linesOf(slot, lines);
    const label = slot.form === 'ordered' && isAutoNumbered(list, lines) ? '1' : number;
    const newText = relabelEntry(
      entry,
      lines,
      label,
      relabelEdits(inside.get(entry) ?? [], newLabels, lines),
    );
    if (oldText !== newText)
      edits.push({
        range: { start: { line: slot.from, character: 0 }, end: endOfLine(lines, slot.to - 1) },
        text: newText,
      });
  });
  for (const [from, to] of runsOf(list, order.length, lines)) edits.push(lineRemoval(lines, from, to));
  return edits;
}

/** The line ranges of the entries from an index on, with the blank lines between them. */
function runsOf(list: ReferenceList, start: number, lines: readonly string[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  list.slice(start).forEach(({ from, to }, i) => {
    const before = list[start + i - 1]?.to ?? from;
    const isNext = lines.slice(before, from).every(isBlank);
    const open = runs.at(-1);
    if (open && isNext) open[1] = to;
    else runs.push([isNext ? before : from, to]);
  });
  return runs;
}

/** The labels for a new order: numbers count up from the list's first one; names stay with their entries. */
function labelsFor(list: ReferenceList, order: readonly ReferenceEntry[]): readonly string[] {
  const numbers = list.map(({ label }) => Number(label));
  if (numbers.some((one) => !Number.isSafeInteger(one))) return order.map(({ label = '' }) => label);
  const first = list[0]?.form === 'ordered' ? (numbers[0] ?? 1) : 1;
  return order.map((_, i) => String(first + i));
}

/** Whether all entries are written as `1.`, so that Markdown numbers them. */
function isAutoNumbered(list: ReferenceList, lines: readonly string[]): boolean {
  return list.length > 1 && list.every(({ from }) => /^\s*1[.)]\s/.test(lines[from] ?? ''));
}

function relabelEdits(
  citations: readonly CitationPlace[],
  newLabels: ReadonlyMap<string, string>,
  lines: readonly string[],
): TextEdit[] {
  const edits: TextEdit[] = [];
  let before: { readonly end: Position; readonly label: string | undefined } | undefined;
  for (const { labels: old, caret, range } of citations) {
    const labels = [...new Set(old.map((one) => newLabels.get(one) ?? one))];
    const [label] = labels;
    const isChanged = labels.join() !== old.join();
    const gap =
      before?.end.line === range.start.line
        ? lines[range.start.line]?.slice(before.end.character, range.start.character)
        : undefined;
    // After a merge, the same source would be cited twice at one place.
    const isRepeated =
      labels.length === 1 && before?.label === label && gap !== undefined && /^[\s,;]*$/.test(gap);
    if (before && isChanged && isRepeated)
      edits.push({ range: { start: before.end, end: range.end }, text: '' });
    else if (isChanged) edits.push({ range, text: `[${caret}${sortLabels(labels).join(', ')}]` });
    before = { end: range.end, label: labels.length === 1 ? label : undefined };
  }
  return edits;
}

function sortLabels(labels: readonly string[]): string[] {
  return labels.length === 1 ? [...labels] : labels.toSorted((a, b) => Number(a) - Number(b));
}

function linesOf({ from, to }: ReferenceEntry, lines: readonly string[]): string {
  return lines.slice(from, to).join('\n');
}

/** The text of an entry with a new label, and with its own citations relabelled. */
function relabelEntry(
  entry: ReferenceEntry,
  lines: readonly string[],
  label: string,
  edits: readonly TextEdit[],
): string {
  const at = labelRange(entry, lines);
  const own = at ? [{ range: at, text: label }] : [];
  const moved = [...own, ...edits].map(({ range: { start, end }, text }) => ({
    range: {
      start: { ...start, line: start.line - entry.from },
      end: { ...end, line: end.line - entry.from },
    },
    text,
  }));
  return applyEdits(lines.slice(entry.from, entry.to), moved);
}
