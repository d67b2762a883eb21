import type { Mark } from './marks.ts';
import { decodeLines, encodeMark } from './markLines.ts';

/** The latest places for Settings Sync, the latest first: lines as in the log's own files, as many as fit into a limit. */
export function encodePlaces(marks: Iterable<Mark>, limit: number): string {
  const places = [...marks].filter(({ kind }) => kind === 'place').sort((a, b) => b.stamp - a.stamp);
  let text = '';
  for (const place of places) {
    // All of it is ASCII: a character is a byte.
    const line = encodeMark(place);
    if (text.length + line.length > limit) break;
    text += line;
  }
  return text;
}

/** The places of a value that may be anything: those of whole lines. */
export function decodePlaces(value: unknown): readonly Mark[] {
  return typeof value === 'string' ? decodeLines(value).marks.filter(({ kind }) => kind === 'place') : [];
}
