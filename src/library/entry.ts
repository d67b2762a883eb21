import { decodeBytes } from '../briefing/text/bytes/decodeBytes.ts';
import type { Briefing, Problem } from '../briefing/model.ts';
import { parseBriefing } from '../briefing/parseBriefing.ts';
import { tidy } from '../base/tidy.ts';
import { fileNameOf } from './files/fileName.ts';
import type { Outline } from './outline.ts';
import type { FileContent, FileFault } from './ports.ts';

/** A briefing of the library, or a file that could not be read as one. Immutable: replaced when the file changes. */
export type Entry = ReadableEntry | BrokenEntry;

export interface ReadableEntry {
  readonly kind: 'briefing';
  readonly uri: string;
  /** The folder in which a source found it: see `Listing` in ports.ts. */
  readonly root: string;
  readonly outline: Outline;
  /** When the file was last written, in ms since 1970. */
  readonly modified: number;
  /**
   * When its words were first seen, in ms since 1970; undefined if the first scan of their folder found them, and they
   * were not of that day.
   */
  readonly seen?: number;
}

export interface BrokenEntry {
  readonly kind: 'broken';
  readonly uri: string;
  readonly root: string;
  readonly problem: FileFault;
}

/** A whole briefing with its text, for the reader and the search index. */
export interface OpenedBriefing {
  readonly kind: 'briefing';
  readonly uri: string;
  readonly briefing: Briefing;
  /** The problems of the file (such as its encoding) and of the text. */
  readonly problems: readonly Problem[];
}

/** Decodes and parses the content of a file. */
export function readContent(
  uri: string,
  content: Extract<FileContent, { kind: 'text' | 'bytes' }>,
): OpenedBriefing | { readonly kind: 'binary' } {
  const decoded =
    content.kind === 'bytes'
      ? decodeBytes(content.bytes)
      : { kind: 'text' as const, text: content.text, problems: [] };
  if (decoded.kind === 'binary') return decoded;
  const briefing = parseBriefing(decoded.text, fileNameOf(uri));
  return { kind: 'briefing', uri, briefing, problems: [...decoded.problems, ...briefing.problems] };
}

/** The display name of an entry: the briefing's title, or the file's name. */
export function entryName(entry: Entry): string {
  return entry.kind === 'briefing' ? entry.outline.title : tidy(fileNameOf(entry.uri));
}

export function describeProblem(problem: FileFault): string {
  if (problem.kind === 'unreadable') return `${problem.kind}: ${problem.reason}`;
  return problem.kind === 'tooLarge' ? `${problem.kind}: ${problem.size} bytes` : problem.kind;
}
