import { isBlank, isSeparator } from '../sourceText.ts';
import type { ListLine } from './listLine.ts';

/** `-Ferry stops`, `-🚢 It stops`; not a number, an option (`-v`) or file permissions (`-rw-r--r--`). */
const TIGHT = /^(\s{0,3})-(?=[\p{L}"“„«\p{Extended_Pictographic}\p{Regional_Indicator}])(?![rwx-]{9})/u;
/**
 * At least two words, the first of which does not begin with a lower-case letter; options such as `-Wall` do not
 * match.
 */
const SEVERAL_WORDS = /^\s{0,3}-[^\p{Ll}]\S*\s+\S/u;
/** Minimum number of such lines in a row that make a list. */
const MIN_ITEMS = 3;

/**
 * Returns the lines that begin with a dash and a word, if three or more in a row have several words: chats and posts
 * write lists in this way. In such a text, a shorter row is a list if a rule follows it. Rows next to lines of `+`
 * are part of a diff and do not count.
 */
export function tightDashes(lines: readonly string[]): readonly ListLine[] {
  const found: ListLine[] = [];
  const short: ListLine[] = [];
  for (let from = 0; from < lines.length; from++) {
    const run = runFrom(lines, from);
    if (run.length === 0) continue;
    const to = from + run.length;
    const told = run.filter(({ line }) => SEVERAL_WORDS.test(lines[line] ?? '')).length;
    const isChange = [lines[from - 1], lines[to]].some((line) => /^[+@]/.test(line ?? ''));
    const kept = told < MIN_ITEMS ? (isRuledOff(lines, from, to) ? short : []) : found;
    if (told * 2 >= run.length && !isChange) for (const one of run) kept.push(one);
    from = to - 1;
  }
  return found.length === 0 ? found : [...found, ...short];
}

function isRuledOff(lines: readonly string[], from: number, to: number): boolean {
  return isBlank(lines[from - 1]) && isBlank(lines[to]) && isSeparator(lines[to + 1]);
}

function runFrom(lines: readonly string[], from: number): ListLine[] {
  const run: ListLine[] = [];
  for (let i = from; !isBlank(lines[i]); i++) {
    const line = lines[i] ?? '';
    const indent = TIGHT.exec(line)?.[1]?.length;
    if (indent === undefined) break;
    run.push({ line: i, indent, words: line.slice(indent + 1).trim() });
  }
  return run;
}
