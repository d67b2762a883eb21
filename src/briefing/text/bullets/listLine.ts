/** A line of a list whose mark is only known from other such lines. */
export interface ListLine {
  readonly line: number;
  readonly indent: number;
  /** The words of the item. */
  readonly words: string;
}

const SPACE = 0x20;
/** Words that are further to the right begin no such line. */
const MAX_COLUMN = 8;

/** The column in which the words of a line begin. This check of each line of each text needs no regular expression. */
export function columnOfWords(line: string): number {
  let at = 0;
  while (at < MAX_COLUMN && line.charCodeAt(at) === SPACE) at++;
  return at;
}
