import { sumOf } from '../../../base/sumOf.ts';
import type { MovedLines } from './htmlLists.ts';
import { mailHeads } from '../mail/mailHeads.ts';
import { markPlainText } from '../markPlainText.ts';
import { isMailField } from '../../text/mailFields.ts';
import { UNSPACED } from '../../text/scripts.ts';
import { headingMarks, isBlank } from '../../text/sourceText.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*(?:(?:text|txt)\s*)?$/i;
const LETTERS = /\p{L}/gu;
/** What keeps Liquid from reading a mail, at its start and end. */
const RAW = /\{%-?\s{0,4}(?:end)?raw\s{0,4}-?%\}/g;

/** Minimum number of lines that name a page, and of lines that are told, in a text that is not code. */
const FEWEST = 3;
/** How much of a line is looked at, in UTF-16 units. */
const MAX_LENGTH = 400;
/** A line that is told: eight words, or as many characters of a script without spaces. */
const TOLD = new RegExp(String.raw`(?:\p{L}+\P{L}+){7}\p{L}|[${UNSPACED}]{8}`, 'u');

/**
 * Writes a plain text between two fences without a language as such, if it is most of the document: a program or an
 * archive has put it there, below a heading such as `Raw message`. It is a mail, which begins with two fields of its
 * header, or has the headers of two mails in it; or it is told and names pages. Its headings are below the heading
 * above it. Undefined if there is none.
 */
export function readFencedText(lines: readonly string[]): MovedLines | undefined {
  const open = lines.findIndex((line) => FENCE.test(line));
  if (open < 0) return undefined;
  const mark = FENCE.exec(lines[open] ?? '')?.[1] ?? '';
  const close = lines.findIndex((line, i) => i > open && line.trim() === mark);
  const inner = lines.slice(open + 1, close).map((line) => line.replace(RAW, ''));
  const outer = [...lines.slice(0, open), ...lines.slice(close + 1)];
  // Of several fences, none is the whole text.
  if (close < 0 || outer.some((line) => FENCE.test(line)) || lettersIn(inner) < lettersIn(outer))
    return undefined;
  if (!beginsWithHeader(inner) && mailHeads(inner).length === 0 && !tellsOfPages(inner)) return undefined;
  const marked = markPlainText(inner, true);
  const above = lines
    .slice(0, open)
    .map(headingMarks)
    .findLast((marks) => marks !== '');
  const deeper = above?.slice(1) ?? '';
  const text = marked.lines.map((line) => (headingMarks(line) === '' ? line : `${deeper}${line}`));
  const moved = [
    ...lines.slice(0, open).map((line, i) => [line, i] as const),
    ['', open] as const,
    ...text.map((line, i) => [line, open + 1 + (marked.origins[i] ?? 0)] as const),
    ...lines.slice(close).map((line, i) => [i === 0 ? '' : line, close + i] as const),
  ];
  return { lines: moved.map(([line]) => line), origins: moved.map(([, source]) => source) };
}

function tellsOfPages(lines: readonly string[]): boolean {
  const linked = lines.filter((line) => line.includes('://'));
  const told = lines.filter((line) => TOLD.test(line.slice(0, MAX_LENGTH).replace(/https?:\S+/g, '')));
  return linked.length >= FEWEST && told.length >= FEWEST;
}

function lettersIn(lines: readonly string[]): number {
  return sumOf(lines, (line) => line.match(LETTERS)?.length ?? 0);
}

/** Whether two fields or more are at the start, above a text. */
function beginsWithHeader(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0 || ![first, first + 1].every((i) => isMailField(lines[i] ?? ''))) return false;
  const end = lines.findIndex((line, i) => i > first && isBlank(line));
  return end >= 0 && lines.slice(end).some((line) => !isBlank(line));
}
