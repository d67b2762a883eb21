import { HIDDEN, LEGITIMATE } from '../base/escapeInvisible.ts';

/**
 * The output of a command, a line at a time: standard output and standard error. Whatever a briefing or a file is called,
 * no line controls a terminal or a CI runner.
 */
export interface Output {
  out(line: string): void;
  error(line: string): void;
  /** A command for GitHub’s runner, without the `::` at its start. */
  command(command: string): void;
}

/** What runners obey at the start of a line: GitHub (`::error::`), Azure (`##[group]`), Buildkite (`---`, `^^^ +++`). */
const LINE_START = '(?=::|##|---|\\+\\+\\+|~~~|\\^\\^\\^)(?<=^\\s*).';
/** And anywhere: `##[error]`, `##vso[…]`, `##teamcity[…]`; GitLab (`section_start:`) and Travis (`travis_fold:`). */
const ANYWHERE = '#(?=#\\w*\\[)|(?<=section_(?:start|end)|travis_(?:fold|time)):';
/** What controls a terminal, ends a line, is invisible, or turns the text around it. */
const CONTROL = `[\\p{Cc}\\p{Zl}\\p{Zp}${HIDDEN}]`;
const UNSAFE = new RegExp(`${LINE_START}|${ANYWHERE}|(${LEGITIMATE})|${CONTROL}`, 'gu');

/** The output that is written by these functions: of a process, those of its streams. */
export function outputTo(out: (text: string) => void, error: (text: string) => void): Output {
  return {
    out: (line) => {
      out(`${harmless(line)}\n`);
    },
    error: (line) => {
      error(`${harmless(line)}\n`);
    },
    command: (command) => {
      out(`::${harmless(command)}\n`);
    },
  };
}

/**
 * Writes out what a terminal or a runner could obey: `::error` -> `\u003a:error`. JSON keeps its values, as all of this
 * can only be inside its strings.
 */
function harmless(line: string): string {
  return line.replace(UNSAFE, (found, legitimate?: string) => legitimate ?? writtenOut(found));
}

/** Each UTF-16 unit as JSON writes it: `:` -> `\u003a`. */
function writtenOut(text: string): string {
  return text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
