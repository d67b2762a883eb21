import { isEmptyLine } from '../sourceText.ts';
import { columnOfWords, type ListLine } from './listLine.ts';

/**
 * `o Ferry stops`: a bullet drawn as a letter. In some languages `o` is a word, which a lower-case letter follows.
 */
const CIRCLE = /^(\s{0,8})o\s{1,3}(?=[^\p{Ll}\s])/u;
/** `o ferry: stops`: a bullet only in a row of three, as no three lines of prose in a row begin with `o`. */
const SMALL_CIRCLE = /^(\s{0,8})o\s{1,3}(?=\p{Ll})/u;
const NONE: readonly ListLine[] = [];
/** Minimum number of such lines that make a list. */
const MIN_ITEMS = 3;

/**
 * Returns the lines that begin with `o` as a bullet, if there are three or more. Each is below a blank line, a rule, a
 * line with a colon, or the lines of another such item, which are indented.
 */
export function circles(lines: readonly string[]): readonly ListLine[] {
  if (!lines.some(mayBegin)) return NONE;
  const found: ListLine[] = [];
  let isInside = false;
  const begins = (i: number) => mayBegin(lines[i] ?? '');
  const isInRow = (i: number) =>
    begins(i - 1) ? begins(i - 2) || begins(i + 1) : begins(i + 1) && begins(i + 2);
  lines.forEach((line, i) => {
    if (!begins(i) && !isInside) return;
    const [mark, space = ''] = CIRCLE.exec(line) ?? (isInRow(i) ? SMALL_CIRCLE.exec(line) : null) ?? [];
    const above = lines[i - 1];
    if (mark !== undefined && (isInside || isEmptyLine(above) || above?.trimEnd().endsWith(':') === true)) {
      found.push({ line: i, indent: space.length, words: line.slice(mark.length) });
      isInside = true;
    } else if (isInside && (mark !== undefined || !/^\s+\S/.test(line))) isInside = false;
  });
  return found.length < MIN_ITEMS ? [] : found;
}

function mayBegin(line: string): boolean {
  const at = columnOfWords(line);
  return line.charCodeAt(at) === LETTER_O && /\s/.test(line.charAt(at + 1));
}

const LETTER_O = 0x6f;
