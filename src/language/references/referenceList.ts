import type { Range } from '../../briefing/model.ts';
import { type Block, topLevelNodes } from '../../briefing/blocks/document.ts';
import type { Mention } from '../../briefing/structure/references/references.ts';
import { flatten, type Structure } from '../../briefing/structure/structure.ts';
import { isBlank } from '../../briefing/text/sourceText.ts';

/** How an entry is numbered: `1. Title`, `- [1] Title` or `[1] Title`, `[^1]: Title`, or not at all. */
export type EntryForm = 'ordered' | 'bracket' | 'footnote' | 'none';

/** A source in a briefing's list of references, on the lines from `from` up to but not including `to`. */
export interface ReferenceEntry {
  readonly form: EntryForm;
  /** The label that cites it. */
  readonly label?: string;
  readonly from: number;
  readonly to: number;
  /** The sources that the entry names: usually one. */
  readonly mentions: readonly Mention[];
}

/** Consecutive entries of one list. */
export type ReferenceList = readonly ReferenceEntry[];

/** The lists of sources in a briefing, in document order. Tables are left out: their rows cannot be moved. */
export function referenceLists(
  structure: Structure & { [LISTS]?: readonly ReferenceList[] | undefined },
): readonly ReferenceList[] {
  return (structure[LISTS] ??= listsIn(structure));
}

const LISTS = Symbol('lists');

function listsIn(structure: Structure): ReferenceList[] {
  // For JSON, the line numbers are not those of the Markdown made from it.
  if (structure.document.json !== undefined) return [];
  const sections = flatten(structure.sections).filter(({ node }) => node.kind === 'references');
  const lists = sections.flatMap(({ node }) => listsInSection(node.blocks, structure));
  return [...lists, footnotesIn(structure)].filter(({ length }) => length > 0);
}

/** The lists of a reference section. Paragraphs of sources that no list separates are one list. */
function listsInSection(blocks: readonly Block[], structure: Structure): ReferenceList[] {
  const lists: ReferenceEntry[][] = [];
  let paragraphs: ReferenceEntry[] | undefined;
  for (const block of blocks) {
    const type = block.tokens[0]?.type ?? '';
    if (type.endsWith('list_open')) {
      lists.push(listItemLines(block).flatMap((lines) => entryAt(lines, structure)));
      paragraphs = undefined;
    } else if (type === 'paragraph_open') {
      if (!paragraphs) lists.push((paragraphs = []));
      const mentions = structure.references.mentionsIn(block.from, block.to);
      for (const lines of linesWithSources(block, mentions))
        for (const entry of entryAt(lines, structure)) paragraphs.push(entry);
    }
  }
  return lists;
}

/** The entry on some lines; none if they name no source. */
function entryAt({ from, to }: Lines, { document: { lines }, references }: Structure): ReferenceEntry[] {
  const end = trimmedEnd(lines, from, to);
  const mentions = references.mentionsIn(from, end);
  const [first] = mentions;
  if (!first) return [];
  const { label } = first;
  if (label === undefined) return [{ form: 'none', from, to: end, mentions }];
  return [{ form: formOf(lines[from] ?? ''), label, from, to: end, mentions }];
}

function footnotesIn({ document: { lines, footnotes }, references }: Structure): ReferenceEntry[] {
  const notes = [...footnotes].flatMap(([label, { from, to }]): ReferenceEntry[] => {
    const mentions = references.noted(label);
    return mentions.length === 0 || !lines[from]?.includes(`[^${label}]:`)
      ? []
      : [{ form: 'footnote', label, from, to: trimmedEnd(lines, from, to), mentions }];
  });
  return notes.sort((a, b) => a.from - b.from);
}

/** Lines of a text: `to` is the line after the last. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The range of an entry's label: `12` of `  12. Title`, `3` of `- [3] Title`, `a` of `[^a]: Title`. */
export function labelRange({ form, from }: ReferenceEntry, lines: readonly string[]): Range | undefined {
  const pattern = FORMS.find(([name]) => name === form)?.[1];
  const found = pattern?.exec(lines[from] ?? '');
  if (!found) return undefined;
  const [, before = '', label = ''] = found;
  return {
    start: { line: from, character: before.length },
    end: { line: from, character: before.length + label.length },
  };
}

const FORMS: readonly (readonly [EntryForm, RegExp])[] = [
  ['footnote', /^( {0,3}\[\^)([^\]\s]{1,40})(?=\]:)/],
  ['bracket', /^(\s{0,8}(?:[-*+•]\s{1,4})?\\?\[)(\d{1,3})(?=\\?\])/],
  ['ordered', /^(\s{0,8})(\d{1,9})(?=[.)]\s)/],
];

function formOf(line: string): EntryForm {
  return FORMS.find(([, pattern]) => pattern.test(line))?.[0] ?? 'none';
}

function listItemLines({ tokens }: Block): Lines[] {
  return topLevelNodes(tokens.slice(1, -1)).flatMap(([open]) =>
    open?.map ? [{ from: open.map[0], to: open.map[1] }] : [],
  );
}

/** The entries of a paragraph: each starts on a new line, and extends to the start of the next. */
function linesWithSources({ from, to }: Block, mentions: readonly Mention[]): Lines[] {
  const starts = [...new Set(mentions.map(({ range }) => range.start.line))].filter(
    (at) => at >= from && at < to,
  );
  return starts.map((start, i) => ({ from: start, to: starts[i + 1] ?? to }));
}

function trimmedEnd(lines: readonly string[], from: number, to: number): number {
  let end = Math.min(to, lines.length);
  while (end > from + 1 && isBlank(lines[end - 1])) end--;
  return end;
}
