import { fencedLines } from '../../text/fences.ts';
import { isPageProperty } from '../../text/metadataLines.ts';
import { isBlank } from '../../text/sourceText.ts';

/** `- ## Ferries`: a heading that is the item of a list, with what it heads below it as items in that. */
const HEADING = /^([ \t]*)-\s+(#{1,6}\s+\S.*)$/;
/** A property of an item, `id:: 6916c0de`, on a line of its own or as an item. */
const OWN = /^([ \t]*(?:-\s+)?)([A-Za-z][\w.-]{0,39})::\s+(\S.*)$/;
/** The properties by which the program knows and shows an item. */
const OF_PROGRAM = /^(?:id|collapsed|background-color|(?:created|updated)-at|logseq\..*)$/i;

/**
 * Writes a page of Logseq as Markdown, line for line: its headings, which are items of a list, as headings, and a
 * property such as `source:: [Gazette](…)` with one colon. A page begins with properties, which are metadata, or has
 * several headings as items, each above an item in it.
 */
export function withoutLogseqMarks(lines: readonly string[], top: readonly string[]): readonly string[] {
  const begins = isPageProperty(top.find((line) => !isBlank(line)) ?? '');
  if (!begins && lines.filter((_, i) => headsItems(lines, i)).length < 2) return lines;
  /** The columns before what is in the last heading. */
  let inside = 0;
  const fenced = fencedLines(lines);
  return lines.map((line, i) => {
    const indent = indentOf(line);
    const isCode = fenced[i] === true;
    const heading = isCode ? undefined : HEADING.exec(line)?.[2];
    if (heading !== undefined) {
      inside = indent + 1;
      return heading;
    }
    if (isBlank(line)) return line;
    if (indent === 0) inside = 0;
    // The first column below a heading is a tab or two spaces.
    const cut = inside > 0 && line[inside - 1] === ' ' ? inside + 1 : inside;
    const moved = line.slice(Math.min(indent, cut));
    const isOwn = !isCode && (begins || indent > 0 || line.startsWith('- '));
    const [, mark = '', key, value = ''] = isOwn ? (OWN.exec(moved) ?? []) : [];
    if (key === undefined) return moved;
    return OF_PROGRAM.test(key) ? '' : `${mark}${key}: ${value}`;
  });
}

/** Whether a line is a heading as an item, with an item in it right below. */
function headsItems(lines: readonly string[], i: number): boolean {
  const line = lines[i] ?? '';
  const below = lines[i + 1] ?? '';
  return (
    line.includes('- #') && HEADING.test(line) && /^\s*- /.test(below) && indentOf(below) > indentOf(line)
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
