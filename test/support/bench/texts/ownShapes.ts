import { boundedLines, MAX_LENGTH } from '../../../../src/briefing/blocks/density.ts';
import type { Shape } from './shapes.ts';

function repeatedTo(piece: string, bytes: number): string {
  return piece.repeat(Math.floor(bytes / piece.length));
}

/** Pieces that make a text of up to 2 MB expensive to parse if they are repeated, by name. */
const PIECES: Readonly<Record<string, string>> = {
  headings: '# h\n',
  items: '- a\n',
  paragraphs: 'a\n\n',
  lines: 'a\n',
  tables: '|a|\n|-|\n|b|\n\n',
  brackets: '[',
  'open links': '[a',
  'bold rows': '**a** — b\n',
  'bold items': '- **a** — b\n',
  'bold numbers': '**1. a** b\n',
  emphasis: '*a* ',
  addresses: 'https://e.example/ ',
  'lines of addresses': 'https://e.example/a\n',
  'lines of links': '[Read on](https://e.example/a)\n',
  'tags in addresses': '[a]({%%}',
  'open tags': '{%',
  links: '- [a](https://e.example/b)\n',
  'sections of sources': '## Sources\n- a.example\n',
  'hidden characters': '\u2066',
  'hidden joiners': 'a\u034f',
  controls: 'a\v',
  'rows of marks': '-*+• ',
};

/** Rows of one cell, which the parser fills up to the number of the table's columns. */
function shortRows(bytes: number): string {
  const columns = Math.min(2000, Math.floor(bytes / 20));
  return `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${repeatedTo('a\n', bytes - 4 * columns)}`;
}

/**
 * A single long item or source: a repeated piece, mostly with an end that shows that the whole is not what it seemed to
 * be at its beginning.
 */
const LONG_WORDS: Readonly<Record<string, readonly [before: string, piece: string, after: string]>> = {
  'a hash and a word': ['- A', 'b', ' :\n  - x\n- b\n- c\n'],
  'a number and a word': ['- ', '1.', ' x\n- b\n- c\n'],
  'closing marks and a word': ['## Sources\n\n- ', "');", 'x.'],
  "links at an item's end": ['- A.', '\\\n  🔗 https://e.example/a', '\n- b\n'],
  'dashes and a letter': ['# T\n\n|a|b|\n|', '-', 'x\n|c|d|\n'],
  'letters in a bracket and a target': ['- [', 'a', '[ ]: 2\n- b\n'],
  'spaces in a heading of Org mode': ['#+title: T\n* A ', ' ', 'x'],
  'spaces behind a bold line': ['**A** ', ' ', 'x'],
  'a note of many sources': ['[^1]: ', '|| 1) \n', 'x'],
  'joints and a site': ['## Sources\n\n- A ', '-,', 'x b.example'],
};

/** The shapes that are in this repository, so that they are measured and tested in every clone. */
export const ownShapes: readonly Shape[] = [
  ...Object.entries(PIECES).map(([name, piece]) => ({
    name,
    make: (bytes: number) => repeatedTo(piece, bytes),
  })),
  ...Object.entries(LONG_WORDS).map(([name, [before, piece, after]]) => ({
    name,
    make: (bytes: number) => `${before}${repeatedTo(piece, bytes)}${after}`,
  })),
  { name: 'spaces in HTML', make: (bytes) => `<ul>\n<li>a${' '.repeat(bytes - 20)}b</li>\n</ul>\n` },
  { name: 'rows', make: (bytes) => `|a|b|\n|-|-|\n${repeatedTo('|x|y|\n', bytes - 14)}` },
  { name: 'rows of many columns', make: shortRows, isForCost: true },
];

/** The longest text of a shape that is still read whole, within 1%: for single lines, the most expensive text. */
export function longestWhole(make: Shape['make']): string {
  const isWhole = (text: string) => {
    const { lines, end } = boundedLines(text);
    return text.length <= MAX_LENGTH && end === lines.length;
  };
  let whole = make(1000);
  let [from, to] = [1000, MAX_LENGTH];
  while (to - from > from / 100) {
    const bytes = (from + to) >> 1;
    const text = make(bytes);
    if (isWhole(text)) [whole, from] = [text, bytes];
    else to = bytes;
  }
  return whole;
}
