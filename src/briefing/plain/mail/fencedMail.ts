import type { MovedLines } from '../formats/htmlLists.ts';
import { mailHeads } from './mailHeads.ts';
import { markPlainText } from '../markPlainText.ts';
import { isMailField } from '../../text/mailFields.ts';
import { isBlank } from '../../text/sourceText.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*(?:(?:text|txt)\s*)?$/i;
const HEADING = /^ {0,3}(#{1,6})\s/;
const LETTERS = /\p{L}/gu;
/** What keeps Liquid from reading a mail, at its start and end. */
const RAW = /\{%-?\s{0,4}(?:end)?raw\s{0,4}-?%\}/g;

/**
 * Writes a mail between two fences without a language as text, if it is most of the document: an archive has put it
 * there, below a heading such as `Raw message`. It begins with two fields of its header, or has the headers of two
 * mails in it. Its headings are below the heading above it. Undefined if there is none.
 */
export function readFencedMail(lines: readonly string[]): MovedLines | undefined {
  const open = lines.findIndex((line) => FENCE.test(line));
  if (open < 0) return undefined;
  const mark = FENCE.exec(lines[open] ?? '')?.[1] ?? '';
  const close = lines.findIndex((line, i) => i > open && line.trim() === mark);
  const inner = lines.slice(open + 1, close).map((line) => line.replace(RAW, ''));
  const outer = [...lines.slice(0, open), ...lines.slice(close + 1)];
  // Of several fences, none is the whole mail.
  if (close < 0 || outer.some((line) => FENCE.test(line)) || lettersIn(inner) < lettersIn(outer))
    return undefined;
  if (!beginsWithHeader(inner) && mailHeads(inner).length === 0) return undefined;
  const marked = markPlainText(inner, true);
  const above = lines.slice(0, open).findLast((line) => HEADING.test(line)) ?? '';
  const deeper = '#'.repeat((HEADING.exec(above)?.[1]?.length ?? 1) - 1);
  const text = marked.lines.map((line) => (HEADING.test(line) ? `${deeper}${line}` : line));
  const moved = [
    ...lines.slice(0, open).map((line, i) => [line, i] as const),
    ['', open] as const,
    ...text.map((line, i) => [line, open + 1 + (marked.origins[i] ?? 0)] as const),
    ...lines.slice(close).map((line, i) => [i === 0 ? '' : line, close + i] as const),
  ];
  return { lines: moved.map(([line]) => line), origins: moved.map(([, source]) => source) };
}

function lettersIn(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (line.match(LETTERS)?.length ?? 0), 0);
}

/** Whether two fields or more are at the start, above a text. */
function beginsWithHeader(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0 || ![first, first + 1].every((i) => isMailField(lines[i] ?? ''))) return false;
  const end = lines.findIndex((line, i) => i > first && isBlank(line));
  return end >= 0 && lines.slice(end).some((line) => !isBlank(line));
}
