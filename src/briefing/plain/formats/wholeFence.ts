import { closesChat, opensChat } from '../../text/chat.ts';
import { isBlank } from '../../text/sourceText.ts';

const OPEN = /^ {0,3}(`{3,}|~{3,})\s*(?:(markdown|md|text|txt)\s*)?$/i;
const HEADING = /^#{1,6}\s/;

/**
 * Minimum number of lines with an address that make Markdown between fences the text: a sample for authors has fewer.
 */
const LINKED = 3;

/**
 * Blanks the fences around Markdown that links to several pages: a language model has put the news there, with
 * remarks above and below. Any other text is returned as it is.
 */
export function withoutMarkdownFences(lines: readonly string[]): readonly string[] {
  // A cheap first check.
  if (!lines.some((line) => line.startsWith('```m'))) return lines;
  const blank = new Set<number>();
  let open: number | undefined;
  let mark = '';
  let linked = 0;
  for (const [i, line] of lines.entries()) {
    if (open === undefined) {
      [, mark = ''] = FENCE.exec(line) ?? [];
      if (mark !== '') [open, linked] = [i, 0];
    } else if (isFenceEnd(line, mark)) {
      if (linked >= LINKED && isMarkdownFence(lines[open] ?? '')) blank.add(open).add(i);
      open = undefined;
    } else if (/\]\(<?https?:\/\//.test(line)) linked++;
  }
  return blank.size === 0 ? lines : lines.map((line, i) => (blank.has(i) ? '' : line));
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

function isFenceEnd(line: string, mark: string): boolean {
  const words = line.trim();
  return words.startsWith(mark) && words === mark[0]?.repeat(words.length) && /^ {0,3}\S/.test(line);
}

function isMarkdownFence(line: string): boolean {
  return /^```+\s*(?:markdown|md)\s*$/i.test(line);
}

/**
 * Blanks the fences of a text that is as a whole between two of them: a language model has put its answer there,
 * perhaps with remarks above and below. Any other text is returned as it is.
 */
export function withoutWholeFence(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => !isBlank(line));
  const second = lines.findIndex((line, i) => i > first && !isBlank(line));
  // A cheap first check: only these two lines may begin it.
  if (![first, second].some((i) => OPEN.test(lines[i] ?? ''))) return lines;
  const written = [...lines.keys()].filter((i) => !isBlank(lines[i]));
  const at = written.findIndex((i) => OPEN.test(lines[i] ?? ''));
  const open = written[at];
  if (open === undefined || at > 1 || (at === 1 && !opensChat((lines[written[0] ?? 0] ?? '').trim())))
    return lines;
  const [, mark = '', language] = OPEN.exec(lines[open] ?? '') ?? [];
  const isClose = (i: number) => (lines[i] ?? '').trim() === mark;
  const close = written.findLast(isClose);
  if (close === undefined || close === open) return lines;
  const below = written.filter((i) => i > close);
  if (below.length > 1 || below.some((i) => !closesChat((lines[i] ?? '').trim()))) return lines;
  const inside = written.slice(at + 1).filter((i) => i < close);
  // Other fences inside come in pairs.
  if (inside.filter((i) => (lines[i] ?? '').trimStart().startsWith(mark)).length % 2 === 1) return lines;
  const isText = language !== undefined || inside.some((i) => HEADING.test(lines[i] ?? ''));
  return isText ? lines.map((line, i) => (i === open || i === close ? '' : line)) : lines;
}
