import type { Part } from '../../briefing/write/composeMarkdown.ts';
import { beginsWithDay } from '../../briefing/text/dates/dayNumber.ts';
import { typedMark, type TypedMark, withoutMark } from './bullets.ts';
import { textOfRuns } from './runList.ts';

/** Maximum number of parts of an item. */
const MAX_PARTS = 10;

/**
 * Makes a list of paragraphs that are numbered from 1 on, with other paragraphs between them, which belong to the one
 * above. As many belong to the last one as to the longest of the others.
 */
export function withNumberedParagraphs(parts: readonly Part[]): readonly Part[] {
  const marks = parts.map(markOf);
  if (!marks.some((mark) => mark?.number === 2)) return parts;
  const written: Part[] = [];
  let below = 0;
  parts.forEach((part, at) => {
    if (at < below) return;
    const starts = rowFrom(parts, marks, at);
    const longest = starts.reduce((most, start, i) => Math.max(most, start - (starts[i - 1] ?? start)), 0);
    if (longest < 2) {
      written.push(part);
      return;
    }
    const last = starts.at(-1) ?? at;
    below = endOf(parts, last, last + longest);
    const items = starts.map((start, i) => itemOf(parts.slice(start, starts[i + 1] ?? below), marks[start]));
    written.push({ kind: 'list', items, start: 1 });
  });
  return written;
}

/** The places of the paragraphs that are numbered on from one with the number 1, up to the next heading. */
function rowFrom(
  parts: readonly Part[],
  marks: readonly (TypedMark | undefined)[],
  from: number,
): readonly number[] {
  if (marks[from]?.number !== 1) return [];
  const { kind } = marks[from];
  const starts = [from];
  let last = from;
  for (let at = from + 1; at <= last + MAX_PARTS && !endsRow(parts[at]); at++)
    if (marks[at]?.number === starts.length + 1 && marks[at]?.kind === kind) {
      starts.push(at);
      last = at;
    }
  return starts;
}

/** The place of the first heading or the like after a part, up to a limit. */
function endOf(parts: readonly Part[], from: number, limit: number): number {
  let at = from + 1;
  while (at < limit && !endsRow(parts[at])) at++;
  return at;
}

function endsRow(part: Part | undefined): boolean {
  return part === undefined || /heading|list|rule/.test(part.kind);
}

function markOf(part: Part): TypedMark | undefined {
  const words = part.kind === 'paragraph' ? textOfRuns(part.runs) : '';
  const mark = typedMark(words);
  return mark?.number === undefined || beginsWithDay(words) ? undefined : mark;
}

function itemOf([first, ...others]: readonly Part[], mark: TypedMark | undefined): readonly Part[] {
  if (first?.kind !== 'paragraph' || !mark) return [];
  return [{ ...first, runs: withoutMark(first.runs, mark) }, ...others];
}
