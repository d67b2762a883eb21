import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { textOfRuns } from './runList.ts';

/** A mark that begins an item: a bullet, a dash or a number. */
export interface TypedMark {
  /** Marks of one list are of one kind. */
  readonly kind: string;
  readonly number?: number;
  /** The length of the mark with its spaces. */
  readonly length: number;
}

type Line = readonly Run[];

/** A line with what it begins with, if that is a mark of the list. */
interface MarkedLine {
  readonly line: Line;
  readonly mark: TypedMark | undefined;
}

const BULLET = /^\s*(?:[•▪‣●◦]\s*|[·]\s+)(?=\S)/;
/** Marks that also occur in running text, so there have to be two of them. */
const DASH = /^\s*([*-])\s+(?=[^\s*-])/;
const NUMBER = /^\s*(\d{1,3})([.)])\s+(?=\S)/;

/** Maximum number of lines of an item, on average, that has such a mark. More are the talk of a chat, between its notices. */
const MOST_LINES = 4;

const MARK_IN = /[•▪‣●◦·*-]|\d[.)]/;

/** The mark that some words begin with. */
export function typedMark(words: string): TypedMark | undefined {
  const bullet = BULLET.exec(words);
  if (bullet) return { kind: '•', length: bullet[0].length };
  const dash = DASH.exec(words);
  if (dash) return { kind: dash[1] ?? '', length: dash[0].length };
  const [whole, number, end] = NUMBER.exec(words) ?? [];
  if (whole === undefined) return undefined;
  return { kind: end ?? '', number: Number(number), length: whole.length };
}

/** Whether a mark continues the list of another one. */
export function followsMark(mark: TypedMark, before: TypedMark): boolean {
  return mark.kind === before.kind && (mark.number === undefined || mark.number === (before.number ?? 0) + 1);
}

/** Reads lines with typed marks as a list, and lines that belong to no item as paragraphs; undefined for other lines. */
export function bulletListIn(runs: readonly Run[]): readonly Part[] | undefined {
  if (!runs.some(({ text }) => MARK_IN.test(text))) return undefined;
  const lines = markedLines(linesOf(runs));
  const marks = lines.flatMap(({ mark }) => mark ?? []);
  const first = lines.findIndex(({ mark }) => mark);
  const kind = marks[0]?.kind;
  const span = lines.findLastIndex(({ mark }) => mark) - first;
  const isList =
    kind === '•' ? marks.length > 1 || first <= 1 : marks.length > 1 && span < marks.length * MOST_LINES;
  return isList && kind !== undefined
    ? partsOf(haveMoreLines(lines, first) ? itemLines(lines) : lines)
    : undefined;
}

function partsOf(lines: readonly MarkedLine[]): readonly Part[] {
  const parts: Part[] = [];
  let items: Part[][] | undefined;
  for (const { mark, line } of lines) {
    const paragraph: Part = { kind: 'paragraph', runs: mark ? withoutMark(line, mark) : line };
    if (!mark) parts.push(paragraph);
    else if (items) items.push([paragraph]);
    else {
      items = [[paragraph]];
      parts.push({ kind: 'list', items, start: mark.number });
    }
    if (!mark) items = undefined;
  }
  return parts;
}

/** The marks are those of the kind of the first one, and numbers rise. */
function markedLines(lines: readonly Line[]): readonly MarkedLine[] {
  let before: TypedMark | undefined;
  return lines.map((line) => {
    const mark = typedMark(textOfRuns(line));
    if (!mark || (before && !followsMark(mark, before))) return { line, mark: undefined };
    before = mark;
    return { line, mark };
  });
}

/**
 * Whether lines without a mark belong to the items above them: if there is one below each item, or below any item of a
 * list that no line introduces. Other lines introduce a list, or follow the last one.
 */
function haveMoreLines(lines: readonly MarkedLine[], first: number): boolean {
  const end = lines.findLastIndex(({ mark }) => mark);
  const items = lines.slice(first, end).filter(({ mark }) => mark).length;
  const withMore = lines
    .slice(first, end)
    .filter(({ mark }, at) => mark && !lines[first + at + 1]?.mark).length;
  return withMore === items || (first === 0 && withMore > 0);
}

/** Joins lines to the items above them. */
function itemLines(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const joined: { readonly mark: TypedMark | undefined; readonly line: Run[] }[] = [];
  for (const { line, mark } of lines) {
    const last = joined.at(-1);
    if (mark || !last?.mark) joined.push({ line: [...line], mark });
    else for (const run of [{ text: '\n' }, ...line]) last.line.push(run);
  }
  return joined;
}

/** The lines with words of a paragraph. */
export function linesOf(runs: readonly Run[]): readonly Line[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === '\n') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.filter((line) => textOfRuns(line).trim() !== '');
}

/** The mark may be a run of its own, and the space after it another one. */
export function withoutMark(line: Line, { length }: TypedMark): Line {
  let left = length;
  return line.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
}
